import type { Language } from '../model/language.ts'
import type { LanguageShare } from '../model/language-share.ts'
import type { Tally } from './words.ts'

/** A word of fewer letters is in the lexicon of too many languages. */
const SHORTEST = 2

/**
 * How many running words of a book are in each of its languages: in its own where that knows them or
 * could, in another where that one knows them or they are of its script alone. What is of no script of
 * theirs is not counted. The most words first. O(different words).
 */
export function languageShares(
  words: ReadonlyMap<string, Tally>,
  language: Language,
): readonly LanguageShare[] {
  const beside = language.beside ?? []
  const counts = new Map<Language, number>([[language, 0]])
  for (const [word, { small, capital }] of words) {
    if (word.length < SHORTEST) continue
    const owner = ownerOf(word)
    if (owner) counts.set(owner, (counts.get(owner) ?? 0) + small + capital)
  }
  return [...counts]
    .map(([{ language: code, name }, count]) => ({ language: code, name, words: count }))
    .sort((a, b) => b.words - a.words)

  function ownerOf(word: string): Language | undefined {
    const isOwn = isOfScript(language, word)
    if (isOwn && (beside.length === 0 || knows(language, word))) return language
    const others = beside.filter((other) => isOfScript(other, word))
    const knowing = others.find((other) => knows(other, word))
    return knowing ?? (isOwn ? language : others[0])
  }
}

/** Whether a language knows a word in small letters, however it writes it. */
function knows({ lexicon, capitals }: Language, word: string): boolean {
  if (lexicon.has(word)) return true
  return capitals === 'nouns' && lexicon.has(word.charAt(0).toUpperCase() + word.slice(1))
}

const SCRIPTS = {
  Cyrillic: /^\p{Script=Cyrillic}/u,
  Latin: /^\p{Script=Latin}/u,
  Greek: /^\p{Script=Greek}/u,
} as const

function isOfScript({ script }: Language, word: string): boolean {
  return SCRIPTS[script].test(word)
}
