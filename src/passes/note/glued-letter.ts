import type { FlowLine } from '../../model/flow.ts'
import type { CallCandidate } from './note-call.ts'
import { readSiglum } from './siglum.ts'

/** What a book and its language say of words. */
export interface WordEvidence {
  isKnown(word: string): boolean
  /** How often a run of characters without blanks stands in the book, marks around it left off. */
  count(run: string): number
}

/**
 * A letter glued to the end of a word: a mark only where the word is known without it. Before a hyphen,
 * at the end of a line too, the word goes on.
 */
const GLUED_LETTER =
  /(?<=\p{L}{2}|\p{L}\d|\p{Script=Cyrillic})(?<own>\p{Ll})\k<own>?(?![\p{L}\p{M}\d'’\p{Pd}¬=⸗\u00ad])/gu

/** A part of a word before the hyphen at the end of its line. */
const DIVIDED = /(?<part>[\p{L}\p{M}]+)[\p{Pd}¬=⸗\u00ad]$/u

/** Marks around a run of characters that are none of it. */
const AROUND = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu

/** A mark before which a reference mark stands, or behind which it was before the marks came. */
const CLOSING = /^[.,;:!?…»”")\]]/u

/** How often each run of characters without blanks stands in the lines, marks around it left off. O(n). */
export function countRuns(text: string, lines: readonly FlowLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of lines) {
    for (const printed of text.slice(from, to).split(/\s+/u)) {
      const run = printed.replaceAll(AROUND, '')
      counts.set(run, (counts.get(run) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * The letters glued to words that are none with them and known without them: reference marks where the
 * notes have letters for labels. A word that the line above begins is looked up whole. Of two equal
 * letters the first may be the last one of the word: both readings are given. O(n) look-ups in the line.
 */
export function lettersIn(
  text: string,
  line: FlowLine,
  above: FlowLine | undefined,
  words: WordEvidence,
): readonly CallCandidate[] {
  const shown = text.slice(line.from, line.to)
  const head = above ? headOf(text.slice(above.from, above.to)) : ''
  return [...shown.matchAll(GLUED_LETTER)].flatMap(({ 0: found, index }) => {
    const end = index + found.length
    const starts = found.length > 1 ? [index, end - 1] : [index]
    return starts.flatMap((at): readonly CallCandidate[] => {
      const likeness = gluedLikeness(shown, at, end, head, words)
      const siglum = readSiglum(shown.slice(at, end))
      if (!siglum || likeness === 0) return []
      return [{ from: line.from + at, to: line.from + end, line: line.line, siglum, likeness }]
    })
  })
}

/** How much like a mark the letters from `at` to `end` look; `head` is what the line above begins. */
function gluedLikeness(
  shown: string,
  at: number,
  end: number,
  head: string,
  words: WordEvidence,
): number {
  const before = shown.slice(0, at)
  const letter = shown.slice(at, end)
  const word = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? ''
  // A letter of another script is no part of the word.
  if (/[a-z]/u.test(letter) && /[\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(word)) return 0.9
  const closes = CLOSING.test(shown.slice(end))
  const compound = /[\p{L}\p{M}\p{Pd}]+$/u.exec(before)?.[0] ?? ''
  const wholes = [word, compound, ...(word === before ? [head + word] : [])]
  const isWord = wholes.some((whole) => words.isKnown(whole + letter))
  if (!isWord && wholes.some(words.isKnown)) {
    // Two letters that are a word are mostly the beginning of another: `ad`.
    if (word.length < 3 && !closes) return /(?:^|\s)\S{2}$/u.test(before) ? 0.37 : 0
    return closes ? 0.55 : 0.45
  }
  return byUse(before, letter, closes, isWord, words)
}

/** What the book says of a run that the lexicon does not tell from the one without the letter. */
function byUse(
  before: string,
  letter: string,
  closes: boolean,
  isWord: boolean,
  { count }: WordEvidence,
): number {
  if (isWord && !closes) return 0
  const run = (/\S+$/u.exec(before)?.[0] ?? '').replace(/^[\p{P}\p{S}]+/u, '')
  if (count(run + letter) !== 1) return 0
  const times = count(run)
  if (isWord) return times > 2 ? 0.38 : 0
  if (times > 1) return closes ? 0.5 : 0.4
  return closes ? 0.37 : 0
}

/** The part of a word that a line ends with, up to its hyphen. */
function headOf(above: string): string {
  return DIVIDED.exec(above)?.groups?.part ?? ''
}
