import { witnessOffset } from '../../model/reading.ts'
import type { View } from '../../model/view.ts'

/** A word of the reading text. Offsets are those of the reading text. */
export interface RunningWord {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The words of the reading text that a pattern finds, in order. O(n). */
export function runningWords(view: View, pattern: RegExp): readonly RunningWord[] {
  const words: RunningWord[] = []
  for (const match of view.reading.text.matchAll(pattern)) {
    const text = match[0]
    words.push({ from: match.index, to: match.index + text.length, text })
  }
  return words
}

/**
 * Builds a function that takes from a word what is none of it: a reference mark glued to it, the label
 * of a note, a mark of the book's own editors. It gives undefined where nothing is left.
 */
export function wordTrimmer(view: View): (word: RunningWord) => RunningWord | undefined {
  const { reading, markings } = view
  const barred = new Set<number>()
  const spans = [
    ...markings.of('call'),
    ...markings.of('note').map((note) => note.label),
    ...markings.of('editorial-mark'),
  ]
  for (const { from, to } of spans) for (let at = from; at < to; at++) barred.add(at)
  const isBarred = (at: number): boolean => barred.has(witnessOffset(reading, at))
  return (word) => {
    let { from, to } = word
    while (from < to && isBarred(from)) from++
    while (to > from && isBarred(to - 1)) to--
    if (from === to) return undefined
    return to - from === word.text.length ? word : { from, to, text: reading.text.slice(from, to) }
  }
}
