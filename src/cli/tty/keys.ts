import { emitKeypressEvents } from 'node:readline'

/** The keys that somebody presses, one by one: `y`, `\r` for the line end, `\u007f` for rubbing out. */
export type Keys = AsyncIterator<string>

/** Ctrl-C, and Ctrl-D. */
export const INTERRUPT = '\u0003'

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
    const value = keyOf(text, key)
    const next = waiting.shift()
    if (next) next({ done: false, value })
    else pressed.push(value)
  }
  const end = (): void => {
    if (ended) return
    ended = true
    for (const next of waiting.splice(0)) next({ done: true, value: undefined })
    terminal.off('keypress', take)
    terminal.setRawMode?.(false)
    terminal.pause()
  }
  // A terminal that is gone cannot be given back: that is no fault.
  terminal.on('error', end)
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

/** In raw mode the terminal no longer ends us by itself, and Node gives Escape without a character. */
function keyOf(
  text: string | undefined,
  { ctrl, name }: { ctrl?: boolean; name?: string },
): string {
  if (ctrl && (name === 'c' || name === 'd')) return INTERRUPT
  return name === 'escape' ? '\u001b' : (text ?? '')
}
