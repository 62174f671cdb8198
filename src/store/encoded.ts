import type { Chunks, FileContent } from '../model/file-content.ts'

/** How many UTF-16 units are encoded at a time. */
const BATCH = 1 << 18

/**
 * The bytes of a file in chunks, gathered into larger ones: text as UTF-8, bytes as they are.
 *
 * A surrogate pair may be split between two chunks; a lone surrogate becomes U+FFFD, since UTF-8 has
 * no bytes for it.
 */
export function* encoded(chunks: Chunks): Iterable<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting = ''
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      if (waiting !== '') yield encoder.encode(waiting)
      waiting = ''
      yield chunk
      continue
    }
    waiting += chunk
    while (waiting.length > BATCH) {
      const cut = isHigh(waiting.charCodeAt(BATCH - 1)) ? BATCH - 1 : BATCH
      yield encoder.encode(waiting.slice(0, cut))
      waiting = waiting.slice(cut)
    }
  }
  if (waiting !== '') yield encoder.encode(waiting)
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

/** All bytes of a file. */
export function bytesOf(content: FileContent): Uint8Array {
  if (content instanceof Uint8Array) return content
  const chunks = [...content]
  const texts = chunks.filter((chunk) => typeof chunk === 'string')
  // One string is encoded faster than its pieces.
  if (texts.length === chunks.length) return Buffer.from(texts.join(''), 'utf8')
  return Buffer.concat([...encoded(chunks)])
}
