import type { Language, Lexicon, Orthography } from './language.ts'

/** More spellings of one word are not tried. */
const MOST_FORMS = 32

/**
 * The spellings that a word in an older orthography may have today, the word itself left out. Each
 * replacement may be made or not, since the old spelling has survived in some words (*Thron*). In
 * O(replacements) for a word that has nothing to be replaced.
 */
export function modernForms(word: string, { replacements }: Orthography): readonly string[] {
  const forms = new Set([word])
  for (const { printed, modern, at } of replacements) {
    for (const form of [...forms]) {
      if (forms.size >= MOST_FORMS) break
      forms.add(replaced(form, printed, modern, at))
    }
  }
  forms.delete(word)
  return [...forms]
}

function replaced(
  word: string,
  printed: string,
  modern: string,
  at: 'beginning' | 'end' | undefined,
): string {
  if (at === undefined) return word.replaceAll(printed, modern)
  if (at === 'beginning') {
    return word.startsWith(printed) ? modern + word.slice(printed.length) : word
  }
  return word.endsWith(printed) ? word.slice(0, word.length - printed.length) + modern : word
}

/** A lexicon that knows the words of an older orthography, too, by their spelling of today. */
export function lexiconThrough(lexicon: Lexicon, orthography: Orthography): Lexicon {
  const asked = new Map<string, boolean>()
  const hasModern = (word: string) => modernForms(word, orthography).some(lexicon.has)
  return {
    has(word) {
      if (lexicon.has(word)) return true
      const known = asked.get(word) ?? hasModern(word)
      asked.set(word, known)
      return known
    },
    near: (word) => lexicon.near(word),
  }
}

/** The language as it knows the words of one of its older orthographies. */
export function inOrthography(language: Language, orthography: Orthography): Language {
  const lexicon = lexiconThrough(language.lexicon, orthography)
  return { ...language, lexicon, orthography, modern: language.lexicon }
}
