import type { Language, Orthography } from '../model/language.ts'
import { inOrthography, lexiconThrough, modernForms } from '../model/orthography.ts'
import type { Workshop } from './workshop.ts'

/** From how many places of the text words are taken, and how many characters at each. */
const PLACES = 16
const STRETCH = 1500

/** A language must know this share of the words, or the answer is that nobody knows. */
const ENOUGH = 0.5

/** Of so many words in a thousand must another language know what the book's own does not. */
const BESIDE = 5
const FEWEST = 3

/** A text is in an older orthography when this share of its words is, and so many. */
const OLD = 0.02
const FEWEST_OLD = 5

/** More languages than these beside the book's own are not looked at. */
const MOST_BESIDE = 2

/**
 * Finds the language of a text by the vote of the lexicons, each word for the languages that know it.
 *
 * Returns undefined when no lexicon knows half of the words, or two know as many.
 */
export async function guessLanguage(
  words: readonly string[],
  root: string,
  shop: Workshop,
): Promise<string | undefined> {
  const votes: { code: string; share: number }[] = []
  for (const code of await shop.languages(root)) {
    const known = words.filter(knownAtAnyTime(await shop.language(root, code)))
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
  words: readonly string[],
  main: Language,
  root: string,
  shop: Workshop,
): Promise<readonly Language[]> {
  const isOwn = knownTo(main)
  const fewest = Math.max(FEWEST, (words.length * BESIDE) / 1000)
  let foreign = words.filter((word) => /^\p{Ll}{3}/u.test(word) && !isOwn(word))
  if (foreign.length < fewest) return []
  const found: Language[] = []
  const others: Language[] = []
  for (const code of await shop.languages(root)) {
    if (code === main.language) continue
    const other = await shop.language(root, code)
    // The lexicon of a language whose letters hardly occur need not be loaded.
    const ofItsScript = foreign.filter(isOfScript(other.script))
    if (ofItsScript.length >= fewest) others.push(other)
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

/**
 * The language as the text spells it: when the words that it does not know are words in one of its older
 * orthographies, it knows those, too.
 */
export function asSpelled(words: readonly string[], language: Language): Language {
  if (language.orthographies === undefined) return language
  const isKnown = knownTo(language)
  const unknown = words.filter((word) => !isKnown(word))
  const enough = Math.max(FEWEST_OLD, words.length * OLD)
  const votes = language.orthographies.map((orthography) => {
    return { orthography, count: unknown.filter(isOld(language, orthography)).length }
  })
  const [best] = votes.sort((a, b) => b.count - a.count)
  return best && best.count >= enough ? inOrthography(language, best.orthography) : language
}

function isOld({ lexicon }: Language, orthography: Orthography): (word: string) => boolean {
  return (word) =>
    [word, word.toLowerCase()].some((form) => modernForms(form, orthography).some(lexicon.has))
}

/**
 * Words from all over a text, so that a title page or a foreign chapter does not mislead. All that is
 * to be found out of the languages of a text is asked of them.
 */
export function sampleWords(text: string): readonly string[] {
  const words: string[] = []
  const step = Math.max(STRETCH, Math.floor(text.length / PLACES))
  for (let from = 0; from < text.length; from += step) {
    const stretch = text.slice(from, from + STRETCH)
    words.push(...(stretch.match(/(?<!\S)\p{L}{2,}(?=[.,;:!?]*(?:\s|$))/gu) ?? []))
  }
  return words
}

function isOfScript(script: Language['script']): (word: string) => boolean {
  const letters = new RegExp(`^\\p{Script=${script}}`, 'u')
  return (word) => letters.test(word)
}

function knownAtAnyTime(language: Language): (word: string) => boolean {
  const lexicons = (language.orthographies ?? []).map((old) =>
    lexiconThrough(language.lexicon, old),
  )
  if (lexicons.length === 0) return knownTo(language)
  return (word) => lexicons.some((lexicon) => knownTo({ ...language, lexicon })(word))
}

function knownTo({ lexicon }: Language): (word: string) => boolean {
  return (word) => lexicon.has(word) || lexicon.has(word.toLowerCase())
}
