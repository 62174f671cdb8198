import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { RUSSIAN } from './russian.ts'

/**
 * What the reading editions say of themselves, in one language. `{}` stands for a number or a sign. The
 * evidence of the apparatus comes from the rules and is in English.
 */
export interface Words {
  /** Of the language; BCP 47. */
  readonly code: string
  readonly skip: string
  readonly contents: string
  readonly search: string
  readonly searchText: string
  readonly display: string
  readonly text: string
  readonly readingText: string
  readonly asPrinted: string
  readonly both: string
  readonly besideText: string
  readonly nothingBeside: string
  readonly rawText: string
  readonly pageImage: string
  readonly footOfPage: string
  readonly apparatus: string
  readonly size: string
  readonly small: string
  readonly medium: string
  readonly large: string
  readonly huge: string
  readonly colours: string
  readonly asSystem: string
  readonly light: string
  readonly dark: string
  readonly goToPage: string
  readonly go: string
  readonly copyLink: string
  readonly print: string
  readonly page: string
  readonly pageWithoutNumber: string
  readonly imageOfPage: string
  readonly imageOfLeaf: string
  readonly rawLines: string
  readonly table: string
  readonly notes: string
  readonly pages: string
  readonly titlePage: string
  readonly backFromNote: string
  readonly backToPlace: string
  readonly perhaps: string
  readonly not: string
  readonly nothing: string
  readonly noEmendations: string
  readonly howToReadApparatus: string
  readonly about: string
  readonly howMade: string
  readonly printedSource: string
  readonly identifier: string
  readonly emendations: string
  /** With two numbers: those in the text, and those not taken into it. */
  readonly emendationCount: string
  readonly rules: string
  readonly lines: string
  readonly digest: string
  readonly edition: string
  readonly madeWith: string
  readonly licence: string
  readonly unsettled: string
  readonly byLines: string
  readonly accessibility: string
  /** For the script of the page. */
  readonly live: {
    readonly note: string
    readonly correction: string
    readonly atFoot: string
    readonly inApparatus: string
    readonly page: string
    readonly noPage: string
    readonly linkToParagraph: string
    readonly copied: string
    readonly inAddressBar: string
    readonly found: string
    readonly notFound: string
    readonly shown: string
  }
}

const ALL: readonly Words[] = [ENGLISH, RUSSIAN, GERMAN, FRENCH]

/** The words for the readers of a book in a language: its own, or English. */
export function wordsFor(language: string): Words {
  const code = language.toLowerCase().split('-')[0]
  return ALL.find((words) => words.code === code) ?? ENGLISH
}

/** A sentence with its places filled, in order. */
export function filled(sentence: string, ...values: readonly (string | number)[]): string {
  let next = 0
  return sentence.replaceAll('{}', () => String(values[next++] ?? ''))
}
