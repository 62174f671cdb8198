import type { Language } from './language.ts'
import type { LanguageShare } from './language-share.ts'

/**
 * Facts about the whole book, computed once and shared read-only.
 *
 * Words are counted in lower case, letters composed with their marks, with `-` for every hyphen and
 * `'` for every apostrophe in them. Digits behind a word are left off, since they may be a note's call;
 * fragments beside a line-end hyphen are left out.
 */
export interface Survey {
  /** How often a word stands whole in a line, in lower case; hyphenated words whole, with `-`. */
  count(word: string): number
  /** The same with its capitals as printed. */
  countAsPrinted(word: string): number
  /** The different hyphenated words whose first member this is, in lower case, sorted. */
  compoundsOf(first: string): readonly string[]
  /** The different hyphenated words whose last member this is, in lower case, sorted. */
  compoundsEndingIn(last: string): readonly string[]
  /** The different words that begin so, in lower case, sorted; none for less than three letters. */
  startingWith(prefix: string): readonly string[]
  /** The usual length in UTF-16 units of a full line: the column. */
  readonly measure: number
  /** Usual indents of the lines that are indented, in blanks, most frequent first. */
  readonly indents: readonly number[]
  /** How many dashes within lines stand between two words, without blanks and with them. */
  readonly dashes: { readonly tight: number; readonly spaced: number }
  /** How much of the book is in which language, the own one and those beside it. */
  sharesOf(language: Language): readonly LanguageShare[]
  /** How many line ends carry a hyphen. */
  readonly hyphenatedLines: number
}
