import type { Lines } from './lines.ts'

/** The raw text of a printed book as it was extracted. It never changes. */
export interface Witness {
  /** The name of the raw file, for messages: `raw/book/book.txt`. */
  readonly name: string
  /** sha256 of the raw bytes, in hexadecimal. */
  readonly digest: string
  /** How many bytes the raw file has. */
  readonly byteLength: number
  /** The encoding, by its WHATWG name: `utf-8`, `windows-1251`. */
  readonly encoding: string
  /**
   * The decoded text, without loss: a byte order mark is its first character, and a byte `xx` that
   * the encoding does not know is the lone surrogate U+DCxx.
   */
  readonly text: string
  readonly lines: Lines
}
