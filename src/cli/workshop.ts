import type { Memory } from '../apparatus/memory.ts'
import type { TeiFault } from '../formats/tei/schema/validate.ts'
import type { BookInput, BookOutput, RawFile } from '../model/book-input.ts'
import type { Files } from '../model/file-content.ts'
import type { Language } from '../model/language.ts'
import type { Rule } from '../model/rule.ts'
import type { Witness } from '../model/witness.ts'

/** Rules as they were found: those that can run, and what is wrong with the others. */
export interface FoundRules {
  readonly rules: readonly Rule[]
  readonly faults: readonly Error[]
}

/** Looks at the TEI files of editions while they are written. */
export interface Inspector {
  /** The same files, looked at as they are read. */
  through(files: Files): Files
  /** What is wrong with the files that were read since this was last asked. */
  faults(): Promise<readonly TeiFault[]>
  end(): Promise<void>
}

/**
 * What the commands call and do not do themselves. Each is loaded when it is first called, so that a
 * command costs no more than it uses.
 */
export interface Workshop {
  /** Turns the input of one book into its edition; a book that is kept open has a memory. */
  readonly build: (input: BookInput, memory?: Memory) => Promise<BookOutput>
  /** What is wrong with the TEI of an edition: nothing, it is to be hoped. */
  readonly teiFaults: (output: BookOutput) => Promise<readonly TeiFault[]>
  /** Begins to look at TEI while it is written. */
  readonly inspectTei: () => Promise<Inspector>
  /** Throws an `InputError` for a file that is no text, or cannot be decoded without loss. */
  readonly readWitness: (raw: RawFile) => Promise<Witness>
  /** Rebuilds the raw bytes from a `BOOK.source.xml` or a bundle; `name` is for messages. */
  readonly restore: (sourceXml: string, name: string) => Promise<Uint8Array>
  /** The codes of the languages that there is data for, sorted. */
  readonly languages: (root: string) => Promise<readonly string[]>
  /** Throws an `InputError` for a language that there is no data or no lexicon for. */
  readonly language: (root: string, code: string) => Promise<Language>
  /** The rules of the package and of the folder's own `rules/`. */
  readonly rules: (root: string) => Promise<FoundRules>
}
