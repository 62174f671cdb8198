import type { Book } from '../model/book.ts'
import type { Correction } from '../model/correction.ts'
import type { Decision } from '../model/decision.ts'
import type { Language } from '../model/language.ts'
import type { Marking } from '../model/marking.ts'
import type { Notice } from '../model/notice.ts'
import type { Rule } from '../model/rule.ts'
import type { Witness } from '../model/witness.ts'

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
  /** Whether the TEI files shall also be had as one. */
  readonly bundle: boolean
}

/** An edition, and what is to be told about it. */
export interface BookOutput {
  /** Name within the edition's folder, and content in chunks. */
  readonly files: ReadonlyMap<string, Iterable<string>>
  readonly notices: readonly Notice[]
  readonly corrections: readonly Correction[]
  readonly markings: readonly Marking[]
}

/** Rules as they were found: those that can run, and what is wrong with the others. */
export interface FoundRules {
  /** Those for the language asked for, or all. */
  readonly rules: readonly Rule[]
  /** The ids of all rules, of whatever language. */
  readonly ids: ReadonlySet<string>
  readonly faults: readonly Error[]
}

/**
 * What the commands call and do not do themselves. Each is loaded when it is first called, so that a
 * command costs no more than it uses.
 */
export interface Workshop {
  /** Turns the input of one book into its edition. */
  readonly build: (input: BookInput) => Promise<BookOutput>
  /** Throws an `InputError` for a file that is no text, or cannot be decoded without loss. */
  readonly readWitness: (raw: RawFile) => Promise<Witness>
  /** Rebuilds the raw bytes from a `BOOK.source.xml` or a bundle; `name` is for messages. */
  readonly restore: (sourceXml: string, name: string) => Promise<Uint8Array>
  /** The codes of the languages that there is data for, sorted. */
  readonly languages: (root: string) => Promise<readonly string[]>
  /** Throws an `InputError` for a language that there is no data or no lexicon for. */
  readonly language: (root: string, code: string) => Promise<Language>
  /** The rules of the package and of the folder's own `rules/`, for a language or for all. */
  readonly rules: (root: string, language?: Language) => Promise<FoundRules>
}
