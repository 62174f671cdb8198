import type { Desk } from './desk.ts'

/** How often a line without meaning is sent, so that a connection that is gone is noticed. */
const BEAT = 20_000

/**
 * The changes of a book as they come, one `data:` line of JSON each, for as long as somebody reads.
 */
export function changesOf(desk: Desk): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = (): void => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text))
      const unsubscribe = desk.subscribe((change) => send(`data: ${JSON.stringify(change)}\n\n`))
      const beat = setInterval(() => send(':\n\n'), BEAT)
      beat.unref()
      end = () => {
        unsubscribe()
        clearInterval(beat)
      }
      // Whoever connects learns whether it has missed something.
      const { revision, undo } = desk.state()
      send(`data: ${JSON.stringify({ revision, changed: [], gone: [], undo })}\n\n`)
    },
    cancel: () => end(),
  })
}
