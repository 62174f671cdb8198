import type { Edition } from '../../model/edition.ts'

/** A language of a book, with its share in whole hundredths. */
export interface BookLanguage {
  readonly language: string
  /** In English, if that is known. */
  readonly name: string | undefined
  /** Undefined where nobody has counted. */
  readonly usage: number | undefined
}

/** The languages of a book, its own one first, each with its share of the words. */
export function bookLanguages({ book, languages = [] }: Edition): readonly BookLanguage[] {
  const all = languages.reduce((sum, { words }) => sum + words, 0)
  const base = subtagOf(book.language)
  const isOwn = (code: string) => subtagOf(code) === base
  const own = languages.find(({ language }) => isOwn(language))
  const share = (words: number) => Math.round((100 * words) / all)
  return [
    {
      language: book.language,
      name: own?.name,
      usage: own && all > 0 ? share(own.words) : undefined,
    },
    ...languages
      .filter(({ language, words }) => !isOwn(language) && words > 0)
      .map(({ language, name, words }) => ({ language, name, usage: share(words) })),
  ]
}

/** Those that a catalogue names: the own one, and others of which a hundredth of the book is. */
export function frequentLanguages(edition: Edition): readonly BookLanguage[] {
  return bookLanguages(edition).filter(({ usage }, i) => i === 0 || (usage ?? 0) >= 1)
}

function subtagOf(code: string): string {
  return code.split('-')[0] ?? code
}
