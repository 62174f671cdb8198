import type { Language } from '../../model/language.ts'
import type { Survey } from '../../model/survey.ts'
import type { View } from '../../model/view.ts'

/** Endings may differ by so many letters between forms of one word. */
const LONGEST_ENDING = 4

/** A word of the book is known when it stands there so often: once may be an error. */
const KNOWN_BY_BOOK = 2

/** What is known about the words of a book: its own use, its language, its lexicon. */
export interface Facts {
  readonly survey: Survey
  readonly language: Language
  readonly hyphens: HyphenLists
  /** Words that `book.yaml` gives, in lower case. */
  readonly words: ReadonlySet<string>
  /** The same for the other languages of the book. */
  readonly beside: readonly Facts[]
  /** Whether the letters of a word are all of the language's script. */
  isOfScript(word: string): boolean
}

/** The lists of the language, to be asked. */
export interface HyphenLists {
  readonly prefixes: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  readonly firstMembers: ReadonlySet<string>
  readonly joinedMembers: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly suspendedBefore: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
}

/** Gathers what is known. O(n) in the lists of the language. */
export function factsOf(view: Pick<View, 'survey' | 'words'>, language: Language): Facts {
  const { survey, words } = view
  const script = new RegExp(`^\\p{Script=${language.script}}+$`, 'u')
  return {
    survey,
    language,
    hyphens: listsOf(language),
    words,
    beside: (language.beside ?? []).map((other) => factsOf(view, other)),
    isOfScript: (word) => script.test(word),
  }
}

function listsOf({ hyphens, abbreviations }: Language): HyphenLists {
  return {
    prefixes: new Set(hyphens.prefixes),
    suffixes: new Set(hyphens.suffixes),
    firstMembers: new Set(hyphens.firstMembers),
    joinedMembers: new Set(hyphens.joinedMembers),
    words: new Set(hyphens.words),
    suspendedBefore: new Set(hyphens.suspendedBefore),
    abbreviations: new Set(abbreviations),
  }
}

/** Whether the lexicon has the word: as printed, in small letters, or as a name in capitals. */
export function inLexicon(facts: Facts, word: string): boolean {
  const { lexicon } = facts.language
  if (word === '') return false
  if (lexicon.has(word)) return true
  const small = word.toLowerCase()
  if (lexicon.has(small)) return true
  return word !== small && lexicon.has(word.charAt(0) + small.slice(1))
}

/** Whether lexicon, book or editor have the word by itself. */
export function isKnown(facts: Facts, word: string): boolean {
  const small = word.toLowerCase()
  if (facts.words.has(small) || inLexicon(facts, word)) return true
  return word.length > 1 && facts.survey.count(small) >= KNOWN_BY_BOOK
}

/** Whether a word has a vowel of the language, or is of another script. Lower case. */
export function hasVowel(facts: Facts, word: string): boolean {
  const { vowels } = facts.language.hyphens
  for (const letter of word) if (vowels.includes(letter)) return true
  return !facts.isOfScript(word)
}

/**
 * How often the book has other forms of `word`: `candidates` that share so many letters at least with
 * it, and differ in their ending only.
 */
export function countOtherForms(
  facts: Facts,
  word: string,
  shared: number,
  candidates: readonly string[],
): number {
  let count = 0
  for (const other of candidates) {
    const common = commonBeginning(word, other)
    const ending = Math.max(word.length, other.length) - common
    if (common >= shared && ending <= LONGEST_ENDING) count += facts.survey.count(other)
  }
  return count
}

function commonBeginning(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a.charAt(at) !== b.charAt(at)) return at
  return length
}
