/** How many UTF-16 units are encoded at a time. */
const BATCH = 1 << 18

/**
 * The UTF-8 bytes of a text in chunks, gathered into larger ones.
 *
 * A surrogate pair may be split between two chunks; a lone surrogate becomes U+FFFD, since UTF-8 has
 * no bytes for it.
 */
export function* encoded(chunks: Iterable<string>): Iterable<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting = ''
  for (const chunk of chunks) {
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
