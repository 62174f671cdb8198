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

/** In a book of today an older spelling has another one so many words beside it. */
const COMPANY = 8

/**
 * The spellings of today of the forms of a book that are in an older one, by their numbers. Where the book
 * is not in that orthography, one by itself is taken for an error: older spelling comes in company, as
 * in a quotation. O(words), and a match of a pattern for each form.
 */
export function olderInBook(
  language: Language,
  forms: Int32Array,
  spelled: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const older = olderForms(language)
  const all = new Map<number, readonly string[]>()
  for (const [form, small] of spelled.entries()) {
    const readings = older(small)
    if (readings.length > 0) all.set(form, readings)
  }
  if (language.orthography !== undefined || all.size === 0) return all
  const found = new Map<number, readonly string[]>()
  let last = -1
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at] ?? -1
    const readings = all.get(form)
    if (!readings) continue
    const other = last < 0 ? -1 : (forms[last] ?? -1)
    if (last >= 0 && at - last <= COMPANY && other !== form) {
      found.set(form, readings)
      found.set(other, all.get(other) ?? NONE)
    }
    last = at
  }
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
