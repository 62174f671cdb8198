import { diffArrays } from 'diff'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import type { Box, WordBox } from '../model/word-box.ts'
import type { BoxedWord } from './parse-boxes.ts'
import { type Pair, soundPairs } from './sound-pairs.ts'

/** A printed word of the raw text. */
interface RawWord extends Span {
  readonly name: string
  readonly line: number
}

/** How many words of a page may differ before they are taken for those of another page. */
const MOST_DIFFERENT = 2000

/**
 * Finds where the words of a printed page stand: words that both engines read the same, in the same order.
 * A word that they read differently has the box of the only one between the same neighbours, if the two
 * are alike; else the room between its neighbours in the line; and none where that is not known either:
 * none is better than a wrong one. At worst the words times those that differ.
 */
export function placeBoxes(
  { text, lines }: Witness,
  { from, to }: Span,
  words: readonly BoxedWord[],
): readonly WordBox[] {
  const raw: RawWord[] = [...text.slice(from, to).matchAll(/\S+/gu)].map((match) => {
    const start = from + match.index
    const line = lines.at(start)
    return { name: nameOf(match[0]), from: start, to: start + match[0].length, line }
  })
  const seen = words.map((word) => ({ name: nameOf(word.text), box: word.box }))
  const [mine, theirs] = [raw.map(({ name }) => name), seen.map(({ name }) => name)]
  const sound = soundPairs(mine, theirs, pairsOf(mine, theirs))
  const others = new Map(sound.map(({ at, other }) => [at, other]))
  const boxes = new Map<number, Box>()
  for (const [i, word] of raw.entries()) {
    const [own, before, after] = [others.get(i), others.get(i - 1), others.get(i + 1)]
    const isOnly = before !== undefined && after === before + 2
    const other = own ?? (isOnly ? before + 1 : undefined)
    const found = other === undefined ? undefined : seen[other]
    if (found && (own !== undefined || areAlike(word.name, found.name))) boxes.set(i, found.box)
  }
  return raw.flatMap((word, i): readonly WordBox[] => {
    const start = lines.from(word.line)
    const box = boxes.get(i) ?? roomOf(raw, boxes, i)
    return box ? [{ line: word.line, from: word.from - start, to: word.to - start, box }] : []
  })
}

/** Whether two readings may be of one word: as long, or with the same letter at an end. */
function areAlike(one: string, other: string): boolean {
  const [longer, shorter] = [Math.max(one.length, other.length), Math.min(one.length, other.length)]
  if (longer > 2 * shorter) return false
  return one.length === other.length || one[0] === other[0] || one.at(-1) === other.at(-1)
}

/** Words that are the same, in the same order, from whichever end one begins to compare. */
function pairsOf(mine: string[], theirs: string[]): readonly Pair[] {
  const backwards = new Map(
    aligned(mine.toReversed(), theirs.toReversed()).map(({ at, other }) => [
      mine.length - 1 - at,
      theirs.length - 1 - other,
    ]),
  )
  return aligned(mine, theirs).filter(({ at, other }) => backwards.get(at) === other)
}

/** Aligns two texts of words; no pairs where they are hardly alike. */
function aligned(mine: string[], theirs: string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let [at, other] = [0, 0]
  const changes = diffArrays(mine, theirs, { maxEditLength: MOST_DIFFERENT })
  for (const { added, removed, count } of changes ?? []) {
    for (let i = 0; i < count && !added && !removed; i++)
      pairs.push({ at: at + i, other: other + i })
    if (!added) at += count
    if (!removed) other += count
  }
  return pairs
}

/** How many words without a box are sought past for a neighbour: as many as a spaced word has letters. */
const NEAR = 12

/** The room between the neighbours of a word, if both stand in its line, on paper too, and it fits in. */
function roomOf(
  raw: readonly RawWord[],
  boxes: ReadonlyMap<number, Box>,
  index: number,
): Box | undefined {
  const neighbour = (step: 1 | -1): (RawWord & { readonly box: Box }) | undefined => {
    for (let i = index + step; Math.abs(i - index) <= NEAR; i += step) {
      const [word, box] = [raw[i], boxes.get(i)]
      if (!word || word.line !== raw[index]?.line) return undefined
      if (box) return { ...word, box }
    }
    return undefined
  }
  const [before, after] = [neighbour(-1), neighbour(1)]
  if (!before || !after) return undefined
  const [{ box: a }, { box: b }] = [before, after]
  const middle = (b[1] + b[3]) / 2
  const letters = before.to - before.from + after.to - after.from
  const letter = (a[2] - a[0] + b[2] - b[0]) / letters
  const fit = (b[0] - a[2]) / (letter * (after.from - before.to))
  if (middle < a[1] || middle > a[3] || fit < 0.5 || fit > 2) return undefined
  return [a[2], Math.min(a[1], b[1]), b[0], Math.max(a[3], b[3])]
}

/** What words are compared by: their letters and figures, small; the marks of a word of marks. */
function nameOf(text: string): string {
  const whole = text.normalize('NFC').toLowerCase()
  return whole.replace(/[^\p{L}\p{N}]/gu, '') || whole
}
