import { toRoman } from '../../model/roman-numeral.ts'
import type { PrintedNumber } from './printed-number.ts'

/** A number on a page that may be the page's, and how much speaks for it. */
export interface NumberReading extends PrintedNumber {
  readonly weight: number
}

/** What is known of a page before its number is. */
export interface UnnumberedPage {
  /** The numbers on it that may be the page's. */
  readonly readings: readonly NumberReading[]
  /** Which page of the sheaf it is, from 0, blank pages counted. */
  readonly leaf: number
  /** Printed lines on the page. */
  readonly size: number
}

/** The number of a page, and how it was come by. */
export interface NumberedPage {
  /** Empty when nothing tells. */
  readonly number: string
  /** Which of its readings fits the sequence, or undefined. */
  readonly confirmed: number | undefined
  /** Whether another page near it bears the number that goes with it. */
  readonly supported: boolean
}

/** A place where the sequence misses pages: the index of the page after the gap, and how many. */
export interface SequenceGap {
  readonly page: number
  readonly missing: number
}

/** How many pages back the sequence may go on from. */
const REACH = 80
/** How far off the page may be that supports a number. */
const NEAR = 8

/**
 * Fits the printed numbers as one sequence (Roman and Arabic apart) and numbers the pages between.
 *
 * A printed number belongs to the sequence when the heaviest run of numbers that grow at least with
 * the pages goes through it; OCR damage falls out. Where the sequence misses pages, the gap is put
 * before the page that follows the shortest one, since what is lost is mostly a blank page. O(pages).
 */
export function numberPages(pages: readonly UnnumberedPage[]): {
  readonly numbers: readonly NumberedPage[]
  readonly gaps: readonly SequenceGap[]
} {
  const anchors = sequence(pages)
  const numbers: NumberedPage[] = pages.map(() => ({
    number: '',
    confirmed: undefined,
    supported: false,
  }))
  const gaps: SequenceGap[] = []
  const write = (page: number, anchor: Anchor, value: number): void => {
    if (value < 1) return
    const number = anchor.roman ? toRoman(value) : String(value)
    numbers[page] = { number, confirmed: undefined, supported: false }
  }
  const leafOf = (page: number): number => pages[page]?.leaf ?? page
  anchors.forEach((anchor, i) => {
    const next = anchors[i + 1]
    write(anchor.page, anchor, anchor.value)
    const supported = supports(anchors[i - 1], anchor) || supports(anchor, next)
    const known = numbers[anchor.page]
    if (known) numbers[anchor.page] = { ...known, confirmed: anchor.reading, supported }
    if (i === 0) {
      for (let page = anchor.page - 1; page >= 0; page--) {
        write(page, anchor, anchor.value - (anchor.leaf - leafOf(page)))
      }
    }
    const end = next?.page ?? pages.length
    const missing = next ? next.value - anchor.value - (next.leaf - anchor.leaf) : 0
    const sameStyle = next?.roman === anchor.roman
    const gap = next && sameStyle && missing > 0 ? gapBetween(pages, anchor.page, next.page) : end
    if (next && sameStyle && missing > 0) gaps.push({ page: gap, missing })
    for (let page = anchor.page + 1; page < end; page++) {
      const shift = page >= gap ? missing : 0
      write(page, anchor, anchor.value + (leafOf(page) - anchor.leaf) + shift)
    }
  })
  return { numbers, gaps }
}

interface Anchor {
  readonly page: number
  readonly leaf: number
  /** Which of the page's readings. */
  readonly reading: number
  readonly value: number
  readonly roman: boolean
  readonly weight: number
}

function supports(before: Anchor | undefined, after: Anchor | undefined): boolean {
  if (!before || !after || before.roman !== after.roman) return false
  const leaves = after.leaf - before.leaf
  return leaves <= NEAR && after.value - before.value === leaves
}

/** The heaviest chain of printed numbers that grow with the pages. O(n · REACH). */
function sequence(pages: readonly UnnumberedPage[]): readonly Anchor[] {
  const read: Anchor[] = pages.flatMap(({ readings, leaf }, page) =>
    readings.map((reading, nth) => ({ ...reading, page, leaf, reading: nth })),
  )
  const best: { score: number; before: number }[] = []
  let last = -1
  read.forEach((anchor, i) => {
    let chosen = { score: anchor.weight, before: -1 }
    for (let j = i - 1; j >= 0; j--) {
      const before = read[j]
      if (!before || before.page < anchor.page - REACH) break
      const step = link(before, anchor)
      const score = (best[j]?.score ?? 0) + step * anchor.weight
      if (step > 0 && score > chosen.score) chosen = { score, before: j }
    }
    best.push(chosen)
    if (chosen.score > (best[last]?.score ?? 0)) last = i
  })
  const chain: Anchor[] = []
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) {
    const anchor = read[at]
    if (anchor) chain.push(anchor)
  }
  return chain.reverse()
}

/** How well a number goes on from one before it: 1 exactly, less with pages missing, 0 not at all. */
function link(before: Anchor, after: Anchor): number {
  if (before.page === after.page) return 0
  const leaves = after.leaf - before.leaf
  if (before.roman !== after.roman) return before.roman && after.value <= after.leaf + 1 ? 0.7 : 0
  // A second volume counts from 1.
  if (after.value < 3 && after.value < before.value) return leaves < 4 ? 0.3 : 0
  const missing = after.value - before.value - leaves
  if (missing === 0) return 1
  // A blank page may have been left out of the count, or one page taken for two.
  if (missing < 0)
    return -missing <= leaves - (after.page - before.page) ? 0.6 : missing === -1 ? 0.2 : 0
  return missing <= 2 + leaves ? 0.8 / (1 + missing / 8) : 0
}

/** The page before which pages are missing: the one after the shortest page between the two. */
function gapBetween(pages: readonly UnnumberedPage[], from: number, to: number): number {
  let shortest = to - 1
  for (let page = to - 1; page >= from; page--) {
    if ((pages[page]?.size ?? 0) < (pages[shortest]?.size ?? 0)) shortest = page
  }
  return shortest + 1
}
