import { toRoman } from '../../model/roman-numeral.ts'
import type { PrintedNumber } from './printed-number.ts'

/** What is known of a page before its number is. */
export interface UnnumberedPage {
  /** The printed number, as read, if any. */
  readonly printed: PrintedNumber | undefined
  /** Printed lines on the page. */
  readonly size: number
}

/** The number of a page, and how it was come by. */
export interface NumberedPage {
  /** Empty when nothing tells. */
  readonly number: string
  /** Whether the printed number fits the sequence; false also when none is printed. */
  readonly confirmed: boolean
}

/** A place where the sequence misses pages: the index of the page after the gap, and how many. */
export interface SequenceGap {
  readonly page: number
  readonly missing: number
}

/** How many printed numbers back the sequence may go on from. */
const REACH = 24

/**
 * Fits the printed numbers as one sequence (Roman and Arabic apart) and numbers the pages between.
 *
 * A printed number belongs to the sequence when the longest run of numbers that grow at least with
 * the pages goes through it; OCR damage falls out. Where the sequence misses pages, the gap is put
 * before the page that follows the shortest one, since what is lost is mostly a blank page.
 */
export function numberPages(pages: readonly UnnumberedPage[]): {
  readonly numbers: readonly NumberedPage[]
  readonly gaps: readonly SequenceGap[]
} {
  const anchors = sequence(pages)
  const numbers: NumberedPage[] = pages.map(() => ({ number: '', confirmed: false }))
  const gaps: SequenceGap[] = []
  const write = (page: number, value: number, roman: boolean, confirmed: boolean): void => {
    if (value < 1) return
    numbers[page] = { number: roman ? toRoman(value) : String(value), confirmed }
  }
  anchors.forEach((anchor, i) => {
    const next = anchors[i + 1]
    write(anchor.page, anchor.value, anchor.roman, true)
    if (i === 0) {
      for (let page = anchor.page - 1; page >= 0; page--) {
        write(page, anchor.value - (anchor.page - page), anchor.roman, false)
      }
    }
    const end = next?.page ?? pages.length
    const missing = next ? next.value - anchor.value - (next.page - anchor.page) : 0
    const sameStyle = next?.roman === anchor.roman
    const gap = next && sameStyle && missing > 0 ? gapBetween(pages, anchor.page, next.page) : end
    if (next && sameStyle && missing > 0) gaps.push({ page: gap, missing })
    for (let page = anchor.page + 1; page < end; page++) {
      const shift = page >= gap ? missing : 0
      write(page, anchor.value + (page - anchor.page) + shift, anchor.roman, false)
    }
  })
  return { numbers, gaps }
}

interface Anchor {
  readonly page: number
  readonly value: number
  readonly roman: boolean
}

/** The longest chain of printed numbers that grow with the pages. O(n · REACH). */
function sequence(pages: readonly UnnumberedPage[]): readonly Anchor[] {
  const read: Anchor[] = []
  pages.forEach(({ printed }, page) => {
    if (printed) read.push({ page, ...printed })
  })
  const best: { score: number; before: number }[] = []
  let last = -1
  read.forEach((anchor, i) => {
    let chosen = { score: 1, before: -1 }
    for (let j = i - 1; j >= Math.max(0, i - REACH); j--) {
      const before = read[j]
      if (!before) continue
      const step = link(before, anchor)
      const score = (best[j]?.score ?? 0) + step
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
  if (before.roman !== after.roman) return before.roman && after.value <= after.page + 1 ? 0.7 : 0
  const missing = after.value - before.value - (after.page - before.page)
  if (missing === 0) return 1
  return missing > 0 && missing <= 2 + (after.page - before.page) ? 0.8 / (1 + missing / 8) : 0
}

/** The page before which pages are missing: the one after the shortest page between the two. */
function gapBetween(pages: readonly UnnumberedPage[], from: number, to: number): number {
  let shortest = to - 1
  for (let page = to - 1; page >= from; page--) {
    if ((pages[page]?.size ?? 0) < (pages[shortest]?.size ?? 0)) shortest = page
  }
  return shortest + 1
}
