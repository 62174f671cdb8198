import { createHash } from 'node:crypto'
import type { RawFile } from '../model/book-input.ts'
import { InputError } from '../model/input-error.ts'
import { Lines } from '../model/lines.ts'
import type { Witness } from '../model/witness.ts'
import { byOrderMark, detectEncoding } from './detect-encoding.ts'
import { encodedPieces } from './encode-text.ts'
import { ENCODINGS, encodingName } from './encoding-name.ts'
import { decodeSingleByte } from './single-byte.ts'
import { decodeUtf8 } from './utf-8.ts'
import { decodeUtf16, isUtf16 } from './utf-16.ts'

/**
 * Decodes a raw text without loss.
 *
 * Throws an `InputError` when the encoding is unknown, cannot be told or cannot be written back, or
 * when the text does not encode back to its own bytes. Linear.
 */
export function readWitness(raw: RawFile): Witness {
  const encoding = encodingOf(raw)
  const text = decodeText(raw.bytes, encoding)
  checkRoundTrip(raw, text, encoding)
  return {
    name: raw.name,
    digest: createHash('sha256').update(raw.bytes).digest('hex'),
    byteLength: raw.bytes.length,
    encoding,
    text,
    lines: new Lines(text),
  }
}

function encodingOf({ name, bytes, encoding: label }: RawFile): string {
  if (label === undefined) return detectEncoding(bytes, name)
  const encoding = encodingName(label.trim())
  if (encoding === 'multi-byte') {
    throw new InputError(
      `Unexpected encoding ${label} for ${name}, expected one that can be written back byte for byte`,
      `Convert the text to UTF-8 first: \`iconv -f ${label} -t UTF-8\`.`,
    )
  }
  if (encoding === undefined) {
    throw new InputError(
      `Unexpected encoding ${label} for ${name}, expected one of ${ENCODINGS.join(', ')}`,
      'Leave it out, and it will be found out.',
    )
  }
  // The label `utf-16` alone says nothing of the byte order; the mark does.
  const isBare = /^utf-?16$/iu.test(label.trim())
  return isBare && byOrderMark(bytes) === 'utf-16be' ? 'utf-16be' : encoding
}

function decodeText(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return decodeUtf8(bytes)
  return isUtf16(encoding) ? decodeUtf16(bytes, encoding) : decodeSingleByte(bytes, encoding)
}

/** Throws an `InputError` that names the first byte of `raw` that `text` does not encode back to. */
export function checkRoundTrip({ name, bytes }: RawFile, text: string, encoding: string): void {
  let at = 0
  for (const piece of encodedPieces(text, encoding, bytes.length)) {
    const whole = bytes.subarray(at, at + piece.length)
    if (Buffer.compare(piece, whole) !== 0) {
      const first = piece.findIndex((byte, i) => byte !== whole[i])
      throw doesNotComeBack(name, at + Math.max(0, first), encoding)
    }
    at += piece.length
  }
  if (at !== bytes.length) throw doesNotComeBack(name, at, encoding)
}

function doesNotComeBack(name: string, offset: number, encoding: string): InputError {
  return new InputError(
    `Unexpected byte at offset ${offset} of ${name}, expected one that ${encoding} gives back`,
    'Nothing was changed. Say another encoding with `--encoding LABEL`, and please report this.',
  )
}
