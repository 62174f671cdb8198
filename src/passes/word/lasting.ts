import type { Language } from '../../model/language.ts'
import type { Survey } from '../../model/survey.ts'
import type { View } from '../../model/view.ts'

/** The answers about the words of a book, and what they were given by. */
interface Answers<T> {
  readonly language: Language
  readonly words: ReadonlySet<string>
  readonly given: Map<string, T>
}

/** From so many UTF-16 units on a piece of a text keeps the whole text in memory. */
const PIECE = 13

/**
 * Answers about single words that depend on the survey, the language and the words that are right in
 * the book, and on nothing else: they outlive the reading text, so that a book that is kept open is
 * not asked again after each decision.
 */
export class Lasting<T> {
  readonly #books = new WeakMap<Survey, Answers<T>>()

  /** The answer about a word; `make` gives it the first time. */
  about(view: View, word: string, make: () => T): T {
    const given = this.#answers(view)
    const known = given.get(word)
    if (known !== undefined) return known
    const made = make()
    given.set(word.length < PIECE ? word : [...word].join(''), made)
    return made
  }

  #answers({ survey, language, words }: View): Map<string, T> {
    const known = this.#books.get(survey)
    if (known && known.language === language && known.words === words) return known.given
    const given = new Map<string, T>()
    this.#books.set(survey, { language, words, given })
    return given
  }
}
