import { CODE_CHARTS } from './code-charts.ts'

/** A single-byte encoding, ready to read and write. */
interface SingleByte {
  /** The UTF-16 unit of each byte; U+DC00 + byte for one that the encoding does not know. */
  readonly unitOf: Uint16Array
  /** The byte of each UTF-16 unit; `?` for one that the encoding does not have. */
  readonly byteOf: Uint8Array
}

const UNKNOWN = '\ufffd'

const made = new Map<string, SingleByte>()

/** The single-byte encodings, by their WHATWG names. */
export const SINGLE_BYTE_ENCODINGS: readonly string[] = Object.keys(CODE_CHARTS)

/** Whether there is a code chart of this name. */
export function isSingleByte(encoding: string): boolean {
  return CODE_CHARTS[encoding] !== undefined
}

/** Decodes bytes; one that the encoding does not know becomes U+DC00 + byte. Linear. */
export function decodeSingleByte(bytes: Uint8Array, encoding: string): string {
  const { unitOf } = tablesOf(encoding)
  const units = Buffer.allocUnsafe(bytes.length * 2)
  for (let i = 0; i < bytes.length; i++) {
    const unit = unitOf[bytes[i] ?? 0] ?? 0
    units[2 * i] = unit & 0xff
    units[2 * i + 1] = unit >>> 8
  }
  return units.toString('utf16le')
}

/** The inverse of `decodeSingleByte`; what the encoding does not have becomes `?`. */
export function encodeSingleByte(text: string, encoding: string): Uint8Array {
  const { byteOf } = tablesOf(encoding)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = byteOf[text.charCodeAt(i)] ?? 0
  return bytes
}

function tablesOf(encoding: string): SingleByte {
  const known = made.get(encoding)
  if (known) return known
  const tables = tablesFrom(CODE_CHARTS[encoding] ?? [])
  made.set(encoding, tables)
  return tables
}

function tablesFrom(rows: readonly string[]): SingleByte {
  const chart = rows.join('')
  const first = 256 - chart.length
  const unitOf = new Uint16Array(256)
  const byteOf = new Uint8Array(65536).fill(0x3f)
  for (let byte = 0; byte < 256; byte++) {
    const character = byte < first ? ' ' : chart.charAt(byte - first)
    const unit =
      character === ' ' ? byte : character === UNKNOWN ? 0xdc00 + byte : character.charCodeAt(0)
    unitOf[byte] = unit
    byteOf[unit] = byte
  }
  return { unitOf, byteOf }
}
