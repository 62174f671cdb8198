import { emitKeypressEvents } from 'node:readline'

/** The keys that somebody presses, one by one: `y`, `\r` for the line end, `\u007f` for rubbing out. */
export type Keys = AsyncIterator<string>

/** A terminal that is read from. */
export interface Terminal extends NodeJS.ReadableStream {
  readonly isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

/** Reads keys as they are pressed. `end` gives the terminal back as it was. */
export function keysOf(terminal: Terminal): { readonly keys: Keys; end(): void } {
  const waiting: ((key: IteratorResult<string>) => void)[] = []
  const pressed: string[] = []
  let ended = false
  const take = (text: string | undefined, key: { ctrl?: boolean; name?: string }): void => {
    // In raw mode the terminal no longer ends us by itself.
    const value = key.ctrl && (key.name === 'c' || key.name === 'd') ? 'q' : (text ?? '')
    const next = waiting.shift()
    if (next) next({ done: false, value })
    else pressed.push(value)
  }
  const end = (): void => {
    ended = true
    for (const next of waiting.splice(0)) next({ done: true, value: undefined })
    terminal.off('keypress', take)
    terminal.setRawMode?.(false)
    terminal.pause()
  }
  emitKeypressEvents(terminal)
  terminal.setRawMode?.(true)
  terminal.on('keypress', take)
  terminal.once('end', end)
  terminal.resume()
  const keys: Keys = {
    next() {
      const value = pressed.shift()
      if (value !== undefined) return Promise.resolve({ done: false, value })
      if (ended) return Promise.resolve({ done: true, value: undefined })
      return new Promise((resolve) => waiting.push(resolve))
    },
  }
  return { keys, end }
}
