import type { Language } from '../model/language.ts'
import type { Workshop } from './workshop.ts'

/** How many words are asked, taken from the middle of the text, where no title page misleads. */
const SAMPLE = 2000

/** A language must know this share of the words, or the answer is that nobody knows. */
const ENOUGH = 0.5

/**
 * Finds the language of a text by the vote of the lexicons, each word for the languages that know it.
 *
 * Returns undefined when no lexicon knows half of the words, or two know as many.
 */
export async function guessLanguage(
  text: string,
  root: string,
  shop: Workshop,
): Promise<string | undefined> {
  const words = sampleOf(text)
  const votes: { code: string; share: number }[] = []
  for (const code of await shop.languages(root)) {
    const language = await shop.language(root, code)
    votes.push({ code, share: shareKnown(words, language) })
  }
  const [best, second] = votes.sort((a, b) => b.share - a.share)
  if (best === undefined || best.share < ENOUGH || best.share === second?.share) return undefined
  return best.code
}

function sampleOf(text: string): readonly string[] {
  // Ten characters a word leave room for blanks and marks.
  const from = Math.max(0, text.length - SAMPLE * 10) >>> 1
  const middle = text.slice(from, from + SAMPLE * 10)
  return middle.match(/\p{L}{2,}/gu) ?? []
}

function shareKnown(words: readonly string[], { lexicon }: Language): number {
  const known = words.filter((word) => lexicon.has(word) || lexicon.has(word.toLowerCase()))
  return words.length === 0 ? 0 : known.length / words.length
}
