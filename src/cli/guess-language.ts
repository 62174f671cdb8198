import type { Language } from '../model/language.ts'
import type { Workshop } from './workshop.ts'

/** From how many places of the text words are taken, and how many characters at each. */
const PLACES = 16
const STRETCH = 1500

/** A language must know this share of the words, or the answer is that nobody knows. */
const ENOUGH = 0.5

/** Of so many words in a thousand must another language know what the book's own does not. */
const BESIDE = 5
const FEWEST = 3

/** More languages than these beside the book's own are not looked at. */
const MOST_BESIDE = 2

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
  const words = wordsOf(text)
  const votes: { code: string; share: number }[] = []
  for (const code of await shop.languages(root)) {
    const known = words.filter(knownTo(await shop.language(root, code)))
    votes.push({ code, share: words.length === 0 ? 0 : known.length / words.length })
  }
  const [best, second] = votes.sort((a, b) => b.share - a.share)
  if (best === undefined || best.share < ENOUGH || best.share === second?.share) return undefined
  return best.code
}

/**
 * Finds the languages that a text of the language `main` has words or pages in: those that know the
 * words in small letters which `main` does not know. The best one first.
 */
export async function languagesBeside(
  text: string,
  main: Language,
  root: string,
  shop: Workshop,
): Promise<readonly Language[]> {
  const words = wordsOf(text)
  const isOwn = knownTo(main)
  const fewest = Math.max(FEWEST, (words.length * BESIDE) / 1000)
  let foreign = words.filter((word) => /^\p{Ll}{3}/u.test(word) && !isOwn(word))
  if (foreign.length < fewest) return []
  const found: Language[] = []
  const others: Language[] = []
  for (const code of await shop.languages(root)) {
    if (code !== main.language) others.push(await shop.language(root, code))
  }
  while (found.length < MOST_BESIDE) {
    const votes = others.map((other) => ({ other, known: foreign.filter(knownTo(other)).length }))
    const [best] = votes.sort((a, b) => b.known - a.known)
    if (best === undefined || best.known < fewest) break
    found.push(best.other)
    const known = knownTo(best.other)
    foreign = foreign.filter((word) => !known(word))
  }
  return found
}

/** Words from all over the text, so that a title page or a foreign chapter does not mislead. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  const step = Math.max(STRETCH, Math.floor(text.length / PLACES))
  for (let from = 0; from < text.length; from += step) {
    const stretch = text.slice(from, from + STRETCH)
    words.push(...(stretch.match(/(?<!\S)\p{L}{2,}(?![^\s.,;:!?])/gu) ?? []))
  }
  return words
}

function knownTo({ lexicon }: Language): (word: string) => boolean {
  return (word) => lexicon.has(word) || lexicon.has(word.toLowerCase())
}
