import type { Book } from './book.ts'
import type { Decision } from './decision.ts'
import type { Edition } from './edition.ts'
import type { Language } from './language.ts'
import type { Rule } from './rule.ts'

/** A raw file as it is handed to the witness. */
export interface RawFile {
  /** For messages: `raw/book/book.txt`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** A WHATWG label; found out when it is left out. */
  readonly encoding?: string
}

/** All that an edition is made of. */
export interface BookInput {
  readonly book: Book
  readonly raw: RawFile
  readonly language: Language
  readonly rules: readonly Rule[]
  readonly decisions: readonly Decision[]
  /** Of Emend, for the header. */
  readonly version: string
  /** Whether the TEI files shall be had as one. */
  readonly bundle: boolean
}

/** An edition as a tree, and as the files of all formats. */
export interface BookOutput {
  readonly edition: Edition
  /** Name within the edition's folder, and content in chunks, made as they are asked for. */
  readonly files: ReadonlyMap<string, Iterable<string>>
}
