import type { Leaf } from '../../model/edition.ts'
import type { EmendedPart } from '../../model/emendation.ts'
import type { Span } from '../../model/span.ts'
import { shownOf } from '../reading/running-text.ts'

/** A stretch of what is read. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}\p{N}]/u
const JOINER = /['’\u00ad\u2010\u2011-]/u

/**
 * Leaves that follow each other in the order of the witness, as a reader reads them: soft hyphens and
 * the beginnings of lines and pages are not there. Linear to make; places are looked up in O(log n).
 */
export class LeafRun {
  readonly text: string
  readonly leaves: readonly Leaf[]
  /** Where each unit of `text` stands in the witness. */
  readonly #offsets: readonly number[]

  constructor(leaves: readonly Leaf[]) {
    const chunks: string[] = []
    const offsets: number[] = []
    for (const leaf of leaves) {
      const shown = shownOf(leaf)
      chunks.push(shown)
      for (let i = 0; i < shown.length; i++) offsets.push(leaf.from + i)
    }
    this.text = chunks.join('')
    this.leaves = leaves
    this.#offsets = offsets
  }

  /** Whether a stretch of the witness stands here whole; an empty one must touch what is printed. */
  has({ from, to }: Span): boolean {
    if (from === to) {
      const place = this.#placeOf(from)
      return this.#offsets[place] === from || this.#offsets[place - 1] === from - 1
    }
    let index = firstAtLeast(this.leaves, from + 1, (leaf) => leaf.to)
    let reached = from
    for (let leaf = this.leaves[index]; leaf && reached < to; leaf = this.leaves[++index]) {
      if (leaf.from > reached || leaf.type === 'formeWork') return false
      reached = Math.max(reached, leaf.to)
    }
    return reached >= to
  }

  /** Where parts of the witness stand; with the words around them where they touch a word. */
  around(parts: readonly EmendedPart[]): Stretch {
    const { text } = this
    let start = this.#placeOf(parts[0]?.from ?? 0)
    let end = this.#placeOf(parts.at(-1)?.to ?? 0)
    const changed = text.slice(start, end) + parts.map(({ corr }) => corr).join('')
    if (start === end || WORD.test(changed) || /\s/u.test(changed)) {
      while (this.#isInWord(start - 1)) start--
      while (this.#isInWord(end)) end++
    }
    if (start === end && end < text.length) end += widthAt(text, end)
    else if (start === end && start > 0) start -= widthAt(text, start - 2) === 2 ? 2 : 1
    return { start, end }
  }

  /** What is read in a stretch when the parts are. */
  reading({ start, end }: Stretch, parts: readonly EmendedPart[]): string {
    let read = ''
    let at = start
    for (const { corr, from, to } of parts) {
      read += this.text.slice(at, this.#placeOf(from)) + corr
      at = Math.max(at, this.#placeOf(to))
    }
    return read + this.text.slice(at, end)
  }

  /**
   * The leaves, cut at stretches that are in order, apart, and not empty: what is before the first, the
   * first, what is between it and the second, and so on. Linear.
   */
  cut(stretches: readonly Stretch[]): readonly (readonly Leaf[])[] {
    const bounds = stretches.flatMap(({ end, start }) => [
      this.#offsets[start] ?? 0,
      (this.#offsets[end - 1] ?? 0) + 1,
    ])
    const pieces: Leaf[][] = [[]]
    for (const leaf of this.leaves) {
      let rest = leaf
      for (let at = bounds[pieces.length - 1]; at !== undefined; at = bounds[pieces.length - 1]) {
        if (isBefore(rest, at)) break
        if (rest.type === 'text' && rest.from < at) {
          pieces.at(-1)?.push({ ...rest, to: at, value: rest.value.slice(0, at - rest.from) })
          rest = { ...rest, from: at, value: rest.value.slice(at - rest.from) }
        }
        pieces.push([])
      }
      pieces.at(-1)?.push(rest)
    }
    while (pieces.length <= bounds.length) pieces.push([])
    return pieces
  }

  #isInWord(place: number): boolean {
    const { text } = this
    if (WORD.test(text.charAt(place))) return true
    return (
      JOINER.test(text.charAt(place)) &&
      WORD.test(text.charAt(place - 1)) &&
      WORD.test(text.charAt(place + 1))
    )
  }

  /** The first place that stands at an offset of the witness or behind it. */
  #placeOf(offset: number): number {
    return firstAtLeast(this.#offsets, offset, (one) => one)
  }
}

/** How many units the character at a place has. */
function widthAt(text: string, place: number): number {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1
}

/** Whether a leaf stands before an offset whole; the beginning of a line does where the line before ends. */
function isBefore(leaf: Leaf, offset: number): boolean {
  if (leaf.from === leaf.to) return leaf.from <= offset
  return leaf.type === 'text' ? leaf.to <= offset : leaf.from < offset
}

/** The index of the first value that is not below `least`, of values in order; else their number. */
export function firstAtLeast<T>(
  values: readonly T[],
  least: number,
  of: (value: T) => number,
): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    const value = values[middle]
    if (value !== undefined && of(value) < least) low = middle + 1
    else high = middle
  }
  return low
}
