import type { View } from '../../model/view.ts'

/** What speaks for a word, best first. */
export interface Acquaintance {
  /** How often it stands in the book, in lower case. */
  readonly inBook: number
  readonly inLexicon: boolean
}

/** How well a word is known, whatever its capitals. */
export function acquaintance(view: View, word: string): Acquaintance {
  const small = word.toLowerCase()
  return {
    inBook: view.survey.count(small),
    inLexicon:
      view.words.has(small) || view.language.lexicon.has(small) || view.language.lexicon.has(word),
  }
}

/** Whether a word is known at all. */
export function isKnown({ inBook, inLexicon }: Acquaintance): boolean {
  return inLexicon || inBook > 0
}

/** The better known one first; a total order together with the words themselves. */
export function byAcquaintance(a: Acquaintance, b: Acquaintance): number {
  return Number(b.inLexicon) - Number(a.inLexicon) || b.inBook - a.inBook
}

/** Why a word may stand there, for a reader. */
export function tell(word: string, { inBook, inLexicon }: Acquaintance): string {
  const times = inBook === 1 ? 'once' : `${inBook} times`
  if (inBook > 0) return `«${word}» stands ${times} in the book`
  return inLexicon ? `«${word}» is a word of the language` : `nothing is known of «${word}»`
}
