import { witnessOffset } from '../../model/reading.ts'
import type { View } from '../../model/view.ts'

/** A word of the reading text, without note calls and labels. Offsets are those of the reading text. */
export interface RunningWord {
  readonly from: number
  readonly to: number
  readonly text: string
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu

/**
 * The words of the reading text in order, digits included: `бу4дут` is one, and so is `слово` before
 * its call `1`. What belongs to a call, a note's label or a mark of the book's editors is no part of a
 * word. O(n).
 */
export function runningWords(view: View): readonly RunningWord[] {
  const { reading } = view
  const barred = barredUnits(view)
  const isBarred = (at: number): boolean => barred.has(witnessOffset(reading, at))
  const words: RunningWord[] = []
  for (const match of reading.text.matchAll(WORD)) {
    let from = match.index
    let to = from + match[0].length
    // What is barred stands at an end of a word or is all of it.
    while (from < to && isBarred(from)) from++
    while (to > from && isBarred(to - 1)) to--
    if (from < to) words.push({ from, to, text: reading.text.slice(from, to) })
  }
  return words
}

function barredUnits(view: View): ReadonlySet<number> {
  const barred = new Set<number>()
  const { markings } = view
  const spans = [
    ...markings.of('call'),
    ...markings.of('note').map((note) => note.label),
    ...markings.of('editorial-mark'),
  ]
  for (const { from, to } of spans) for (let at = from; at < to; at++) barred.add(at)
  return barred
}
