import type { Language, Orthography } from '../../model/language.ts'
import { modernForms } from '../../model/orthography.ts'

/** The spellings of today of a word in small letters that is in an older one; else none. */
export type OlderForms = (small: string) => readonly string[]

const NONE: readonly string[] = []
const known = new WeakMap<Language, OlderForms>()

/**
 * The older forms of a language: of the orthography that the book is in, or of any of its own. A word
 * that has nothing to be replaced takes one match of a pattern, and no look-up.
 */
export function olderForms(language: Language): OlderForms {
  const found = known.get(language) ?? build(language)
  known.set(language, found)
  return found
}

function build({ orthographies = [], orthography, modern, lexicon }: Language): OlderForms {
  const all = orthography ? [orthography] : orthographies
  if (all.length === 0) return () => NONE
  const marks = marksOf(all)
  const today = modern ?? lexicon
  const isWord = (word: string): boolean =>
    today.has(word) || today.has(word.charAt(0).toUpperCase() + word.slice(1))
  const asked = new Map<string, readonly string[]>()
  const ask = (small: string): readonly string[] => {
    if (isWord(small)) return NONE
    const forms = all.flatMap((one) => modernForms(small, one).filter(isWord))
    return [...new Set(forms)].sort()
  }
  return (small) => {
    if (!marks.test(small)) return NONE
    const forms = asked.get(small) ?? ask(small)
    asked.set(small, forms)
    return forms
  }
}

/** What a word has at least one of that is in an older spelling. */
function marksOf(all: readonly Orthography[]): RegExp {
  const marks = all.flatMap(({ replacements }) =>
    replacements.map(({ printed, at }) => {
      const letters = printed.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
      if (at === undefined) return letters
      return at === 'end' ? `${letters}$` : `^${letters}`
    }),
  )
  return new RegExp(marks.join('|'), 'u')
}
