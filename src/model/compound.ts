import type { Language } from './language.ts'

/** The first part of a compound may be a noun, which is written with a capital when it stands alone. */
function isWord({ lexicon }: Language, word: string): boolean {
  return lexicon.has(word) || lexicon.has(capitalized(word))
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Of how many members a compound is thought to be: more are found in anything. */
const MEMBERS = 4

/**
 * Whether a word is made of words of the lexicon, as *Druckereibesitzer* is, with or without a link
 * between them. `word` in lower case. O(n²) in its length.
 */
export function isCompound(word: string, language: Language, members = MEMBERS): boolean {
  const { compounds } = language.hyphens
  if (compounds === undefined || members < 2) return false
  const { shortest } = compounds
  for (let end = word.length - shortest; end >= shortest; end--) {
    if (!isFirstMember(word.slice(0, end), language)) continue
    const rest = word.slice(end)
    if (isWord(language, rest) || isCompound(rest, language, members - 1)) return true
  }
  return false
}

/** Whether a word begins compounds: as it is, or with a link behind it: *Arbeits-*. In lower case. */
export function isFirstMember(word: string, language: Language): boolean {
  const { compounds } = language.hyphens
  if (compounds === undefined) return false
  if (isWord(language, word)) return true
  if (compounds.lost.some((ending) => lexiconNoun(language, word + ending))) return true
  return compounds.links.some(
    (link) =>
      word.length - link.length >= compounds.shortest &&
      word.endsWith(link) &&
      lexiconNoun(language, word.slice(0, -link.length)),
  )
}

function lexiconNoun({ lexicon }: Language, word: string): boolean {
  return lexicon.has(capitalized(word))
}
