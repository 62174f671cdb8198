import type { WordBox } from '../../model/word-box.ts'
import type { Act, BookState, Change, Hits, PageView, Receipt } from '../wire.ts'

const KEPT = 'emend-token'

/** What went wrong, and what to do about it. */
export interface Fault {
  readonly message: string
  readonly advice: string
}

/** A refusal of the server, in its words. */
class Refusal extends Error {
  readonly advice: string

  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}

/**
 * The way to the server. The token comes in the fragment of the address, which no server is sent; it
 * is taken out of the address bar and kept for this tab alone.
 */
export class Api {
  readonly #token: string

  constructor() {
    const given = location.hash.slice(1)
    this.#token = /^[0-9a-f]{64}$/.test(given) ? given : (sessionStorage.getItem(KEPT) ?? '')
  }

  /** Puts the token away. It takes a while, so the book is asked for first. */
  keep(): void {
    sessionStorage.setItem(KEPT, this.#token)
    history.replaceState(null, '', location.pathname)
  }

  book(): Promise<BookState> {
    return this.#json('/book')
  }

  page(sheet: number): Promise<PageView> {
    return this.#json(`/page?sheet=${sheet}`)
  }

  /** The image of a page as an address in itself: it is given only to who has the token. */
  async image(sheet: number): Promise<string> {
    const image = await (await this.#answer(`/image?sheet=${sheet}`)).blob()
    return new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result))
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(image)
    })
  }

  boxes(sheet: number): Promise<readonly WordBox[]> {
    return this.#json(`/boxes?sheet=${sheet}`)
  }

  search(query: string): Promise<Hits> {
    return this.#json(`/search?q=${encodeURIComponent(query)}`)
  }

  decide(acts: readonly Act[]): Promise<Receipt> {
    return this.#json('/decide', { acts })
  }

  undo(): Promise<Receipt> {
    return this.#json('/undo', {})
  }

  /** What an error of one of these says to a person. */
  faultOf(error: unknown): Fault {
    const message = error instanceof Error ? error.message : String(error)
    return { message, advice: error instanceof Refusal ? error.advice : '' }
  }

  /** Calls back for each change for as long as the page is open; `lost` when the server is gone. */
  async changes(changed: (change: Change) => void, lost: (isLost: boolean) => void): Promise<void> {
    for (let wait = 250; ; wait = Math.min(wait * 2, 5000)) {
      try {
        const response = await this.#ask('/changes')
        if (response.status === 401 || !response.body) throw new Error()
        wait = 250
        lost(false)
        const lines = response.body.pipeThrough(new TextDecoderStream()).getReader()
        let rest = ''
        for (let read = await lines.read(); !read.done; read = await lines.read()) {
          const events = (rest + read.value).split('\n\n')
          rest = events.pop() ?? ''
          for (const event of events) {
            if (event.startsWith('data: ')) changed(JSON.parse(event.slice(6)))
          }
        }
      } catch {
        // The server is gone, or comes back.
      }
      lost(true)
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }

  async #json<T>(path: string, body?: unknown): Promise<T> {
    return (await this.#answer(path, body)).json()
  }

  async #answer(path: string, body?: unknown): Promise<Response> {
    const response = await this.#ask(path, body).catch(() => {
      throw new Refusal('The server does not answer', 'Is `emend review` still running?')
    })
    if (response.ok) return response
    const value = await response.json()
    throw new Refusal(value.message ?? 'Refused', value.advice ?? '')
  }

  #ask(path: string, body?: unknown): Promise<Response> {
    const headers = { 'x-emend-token': this.#token, 'content-type': 'application/json' }
    if (body === undefined) return fetch(path, { headers, cache: 'no-store' })
    return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
}
