import { alignWords, type Gap } from './align-words.ts'
import { type PlacedWord, wordsOf } from './reading-words.ts'
import type { Miss, Scored } from './task.ts'

/** The words of a truth against those of an edition, in order. */
export interface WordFigure {
  readonly words: number
  readonly same: number
  /** Words that read otherwise, or are divided otherwise. */
  readonly changed: number
  readonly lost: number
  /** Words of the edition that are none of the truth: most often such as stand there twice. */
  readonly added: number
  /** Of those lost, so many that are added elsewhere: the text of a note that was not seen as one. */
  readonly moved: number
}

/** Aligns the words of a truth and of an edition: none may be lost or doubled. */
export function scoreWords(truth: string, edition: readonly PlacedWord[]): Scored<WordFigure> {
  const expected = wordsOf(truth)
  const figure = { words: expected.length, same: expected.length, changed: 0, lost: 0, added: 0 }
  const moves = new Moves()
  const misses: Miss[] = []
  const read = edition.map(({ word }) => word)
  for (const gap of alignWords(expected, read)) {
    const gone = expected.slice(gap.from, gap.to)
    const come = read.slice(gap.otherFrom, gap.otherTo)
    const divided = gone.length > 0 && gone.join('') === come.join('')
    const pairs = divided ? gone.length : Math.min(gone.length, come.length)
    figure.changed += pairs
    figure.lost += gone.length - pairs
    figure.added += divided ? 0 : come.length - pairs
    figure.same -= gone.length
    if (come.length === 0) moves.lose(gone)
    if (gone.length === 0) moves.add(come)
    misses.push({
      line: lineOf(edition, gap),
      text: `… ${expected.slice(Math.max(0, gap.from - 3), gap.from).join(' ')}`,
      truth: shown(gone),
      edition: shown(come),
    })
  }
  return { figure: { ...figure, moved: moves.count() }, misses }
}

/** From so many words in a row on, what is lost here and added there has moved. */
const RUN = 3

/** Counts the words that are lost in one place and added in another. */
class Moves {
  readonly #lost = new Map<string, number>()
  readonly #added = new Map<string, number>()

  lose(words: readonly string[]): void {
    count(words, this.#lost)
  }

  add(words: readonly string[]): void {
    count(words, this.#added)
  }

  count(): number {
    let moved = 0
    for (const [word, times] of this.#lost) moved += Math.min(times, this.#added.get(word) ?? 0)
    return moved
  }
}

function count(words: readonly string[], counts: Map<string, number>): void {
  if (words.length < RUN) return
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
}

/** The raw line at which a gap is: that of its words, or of the word before it. */
function lineOf(edition: readonly PlacedWord[], { otherFrom, otherTo }: Gap): number {
  const place = otherTo > otherFrom ? edition[otherFrom] : edition[otherFrom - 1]
  return place?.line ?? 0
}

/** Most words of a gap that are shown. */
const SHOWN = 12

function shown(words: readonly string[]): string {
  if (words.length === 0) return 'nothing'
  const rest = words.length - SHOWN
  return words.slice(0, SHOWN).join(' ') + (rest > 0 ? ` … and ${rest} words more` : '')
}
