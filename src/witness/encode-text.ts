import { encodeSingleByte } from './single-byte.ts'
import { encodeUtf8 } from './utf-8.ts'
import { encodeUtf16, isUtf16 } from './utf-16.ts'

/** How many UTF-16 units are encoded at a time. */
const STEP = 1 << 16

/**
 * Encodes a text as it was decoded: the exact inverse of what `readWitness` does.
 *
 * `byteLength` is the number of bytes that there were; it alone tells an odd last byte of UTF-16 from
 * half a surrogate pair. What the encoding does not have becomes another character, so that the
 * digest of the bytes is another. Linear.
 */
export function encodeText(text: string, encoding: string, byteLength: number): Uint8Array {
  return Buffer.concat([...encodedPieces(text, encoding, byteLength)])
}

/** The same in pieces, so that the whole need not be held. */
export function* encodedPieces(
  text: string,
  encoding: string,
  byteLength: number,
): Generator<Uint8Array> {
  const odd = isUtf16(encoding) && byteLength % 2 === 1
  const end = odd ? text.length - 1 : text.length
  for (let from = 0; from < end; ) {
    const to = endOfPiece(text, from, end)
    yield encodePiece(text.slice(from, to), encoding)
    from = to
  }
  if (odd && end >= 0) yield Uint8Array.of(text.charCodeAt(end) & 0xff)
}

/** Where a piece ends that begins at `from`: never within a surrogate pair. */
function endOfPiece(text: string, from: number, end: number): number {
  const to = Math.min(from + STEP, end)
  return (text.codePointAt(to - 1) ?? 0) > 0xffff && to < end ? to + 1 : to
}

function encodePiece(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return encodeUtf8(text)
  return isUtf16(encoding) ? encodeUtf16(text, encoding) : encodeSingleByte(text, encoding)
}
