import { type Reading, witnessOffset } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { type Script, scriptOf } from './look-alike.ts'

/** A word of the reading text. Offsets are those of the reading text. */
export interface RunningWord {
  readonly from: number
  readonly to: number
  /** The script of its letters; undefined for one of digits alone. */
  readonly script: Script | 'mixed' | undefined
  readonly hasDigit: boolean
}

/**
 * Goes through the words of the reading text in order: letters of the scripts that look alike, digits,
 * combining marks, and apostrophes between them. What has only other letters is passed over. O(n).
 */
export function runningWords({ reading }: View): readonly RunningWord[] {
  const known = wordsOf.get(reading) ?? split(reading.text)
  wordsOf.set(reading, known)
  return known
}

/** The words of a reading text, which never changes: several rules of one layer go through them. */
const wordsOf = new WeakMap<Reading, readonly RunningWord[]>()

function split(text: string): readonly RunningWord[] {
  const words: RunningWord[] = []
  let at = 0
  while (at < text.length) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at++
      continue
    }
    const from = at
    let script: RunningWord['script']
    let hasDigit = false
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (!isWordUnit(unit) && !(isApostrophe(unit) && isWordUnit(text.charCodeAt(at + 1)))) break
      const own = scriptOf(unit)
      if (own !== undefined) script = script === undefined || script === own ? own : 'mixed'
      else if (isDigit(unit)) hasDigit = true
    }
    words.push({ from, to: at, script, hasDigit })
  }
  return words
}

/** The characters of a word. */
export function textOf({ reading }: View, word: Span): string {
  return reading.text.slice(word.from, word.to)
}

function isWordUnit(unit: number): boolean {
  return scriptOf(unit) !== undefined || isDigit(unit) || (unit >= 0x300 && unit <= 0x36f)
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

/**
 * Builds a function that takes from a word what is none of it: a reference mark glued to it, the label
 * of a note, a mark of the book's own editors. It gives the offsets of what is left, if anything.
 */
export function wordTrimmer(view: View): (word: Span) => Span | undefined {
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
    return from < to ? { from, to } : undefined
  }
}
