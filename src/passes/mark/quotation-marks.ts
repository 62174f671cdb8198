import { witnessOffset } from '../../model/reading.ts'
import type { View } from '../../model/view.ts'

/** A quotation mark in the reading text, and what its place says it is. */
export interface QuotationMark {
  readonly at: number
  readonly mark: string
  /** By its neighbours alone: before a word after a blank, or behind one. */
  readonly place: 'opens' | 'closes' | 'unclear'
}

/** The marks of one level of quotation: `«` and `»`. */
export interface Pair {
  readonly open: string
  readonly close: string
}

/** The pairs that a book sets, the most frequent first. */
export type QuotationHabit = readonly Pair[]

/** Pairs that are in use. The same mark may open in one language and close in another. */
export const PAIRS: readonly Pair[] = [
  { open: '«', close: '»' },
  { open: '„', close: '“' },
  { open: '“', close: '”' },
  { open: '»', close: '«' },
  { open: '„', close: '”' },
  { open: '”', close: '”' },
  { open: '‚', close: '‘' },
  { open: '‘', close: '’' },
]

const MARKS = /[«»„“”"]/gu

/** A pair is the book's own when it stands there so often. */
const CASES = 8
/** Another pair is in use when it stands there so often. */
const USED = 3
/** One that shares a mark with a more frequent one must stand so often beside it. */
const SHARE = 0.2

/** Stretches of the reading text within which quotations close: a block, or several that quote together. */
export function quotationUnits(view: View): readonly (readonly QuotationMark[])[] {
  const { text } = view.reading
  const groups = view.markings.all.filter((marking) => marking.role === 'quotation')
  const units: QuotationMark[][] = []
  let next = 0
  let group = -1
  let from = 0
  for (const block of text.split('\n')) {
    const marks = marksIn(text, from, from + block.length)
    if (marks.length > 0) {
      const start = witnessOffset(view.reading, from)
      while (next < groups.length && (groups[next]?.to ?? 0) <= start) next++
      const own = (groups[next]?.from ?? Infinity) <= start ? next : -1
      const last = units.at(-1)
      // Each paragraph of a quotation may open anew.
      if (own >= 0 && own === group && last) {
        last.push(...(marks[0]?.at === from && marks[0].place === 'opens' ? marks.slice(1) : marks))
      } else units.push([...marks])
      group = own
    }
    from += block.length + 1
  }
  return units
}

function marksIn(text: string, from: number, to: number): readonly QuotationMark[] {
  const found: QuotationMark[] = []
  for (const { 0: mark, index } of text.slice(from, to).matchAll(MARKS)) {
    found.push({ at: from + index, mark, place: placeOf(text, from + index, from, to) })
  }
  return found
}

/** What the neighbours of a mark say, other quotation marks beside it passed over. */
function placeOf(text: string, at: number, from: number, to: number): QuotationMark['place'] {
  let left = at - 1
  while (left >= from && /[«»„“”"]/u.test(text.charAt(left))) left--
  let right = at + 1
  while (right < to && /[«»„“”"]/u.test(text.charAt(right))) right++
  const before = left < from ? ' ' : text.charAt(left)
  const after = right >= to ? ' ' : text.charAt(right)
  const free = /[\s([<–—/]/u.test(before)
  const begins = /[\p{L}\p{N}…[(<]/u.test(after)
  const bound = /[\p{L}\p{N}.,;:!?…)\]>%]/u.test(before)
  const ends = /[\s.,;:!?…)\]>–—/]/u.test(after)
  if (free && begins) return 'opens'
  return bound && (ends || /[ivxl\d]/u.test(after)) ? 'closes' : 'unclear'
}

/** What a book uses, or undefined where it has too few quotations to tell. */
export function habitOf(units: readonly (readonly QuotationMark[])[]): QuotationHabit | undefined {
  const counts = new Map<string, number>()
  for (const { mark, place } of units.flat()) {
    if (place !== 'unclear') count(counts, `${mark} ${place}`)
  }
  const used = PAIRS.map((pair) => ({
    pair,
    times: Math.min(counts.get(`${pair.open} opens`) ?? 0, counts.get(`${pair.close} closes`) ?? 0),
  })).sort((a, b) => b.times - a.times)
  if ((used[0]?.times ?? 0) < CASES) return undefined
  // A mark that is set the wrong way round now and then makes no pair of its own.
  return used
    .filter(({ pair, times }, i) => {
      const rival = used.slice(0, i).find((other) => sharesMark(other.pair, pair))
      return times >= USED && (!rival || times >= rival.times * SHARE)
    })
    .map(({ pair }) => pair)
}

function sharesMark(one: Pair, other: Pair): boolean {
  const marks = [one.open, one.close]
  return marks.includes(other.open) || marks.includes(other.close)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
