import type { SheetLine } from './page-sheet.ts'

/** A page is judged by so many lines that reach over its middle. */
const ENOUGH = 10
/** Of these so many show the gutter. */
const MOST = 0.7
/** The right column begins within so many characters: type of different widths makes it wander. */
const WANDER = 4
/** The gutter lies so far off the middle of the page at most, as a share of its width. */
const MIDDLE = 0.17
/** Running text fills so much of its column. */
const FILLED = 0.6
/** Three blanks or more between two printed characters. */
const GAP = /(?<=\S)[^\S\n]{3,}(?=\S)/gu

/**
 * Whether the lines of a page hold two columns of running text side by side: most lines have a wide
 * gap at the same place near the middle, and letters fill both sides of it. In tables, contents and
 * verse they do not. O(characters).
 */
export function isTwoColumns(lines: readonly SheetLine[]): boolean {
  let width = 0
  for (const { indent, text } of lines) width = Math.max(width, indent + text.length)
  const long = lines.filter(({ indent, text }) => indent + text.length > width * 0.6)
  if (long.length < ENOUGH || long.length * 2 < lines.length) return false
  const gaps = long.map((line) => gapsOf(line))
  const gutter = gutterOf(gaps, width)
  if (gutter === undefined || Math.abs(gutter / width - 0.5) > MIDDLE) return false
  const halves = gaps.flatMap((found) => {
    const gap = found.find(({ end }) => Math.abs(end - gutter) <= WANDER)
    return gap ? [gap] : []
  })
  if (halves.length < long.length * MOST) return false
  const margin = Math.min(...lines.map(({ indent }) => indent))
  const left = median(halves.map((half) => half.left))
  const right = median(halves.map((half) => half.right))
  return left > (gutter - margin) * FILLED && right > (width - gutter) * FILLED
}

interface Gap {
  /** The place on the line where the right side begins. */
  readonly end: number
  /** Letters, and blanks between words, on either side. */
  readonly left: number
  readonly right: number
}

function gapsOf({ indent, text }: SheetLine): readonly Gap[] {
  return [...text.matchAll(GAP)].map((gap) => {
    const end = gap.index + gap[0].length
    return {
      end: indent + end,
      left: proseIn(text.slice(0, gap.index)),
      right: proseIn(text.slice(end)),
    }
  })
}

/** How many letters stand in a text, with the single blanks between them. */
function proseIn(text: string): number {
  return text.replace(/\s{2,}|[^\p{L}\p{M}\s]/gu, '').length
}

/** Where most right sides begin. */
function gutterOf(gaps: readonly (readonly Gap[])[], width: number): number | undefined {
  const counts = new Uint32Array(width + 1)
  for (const found of gaps) for (const { end } of found) counts[end] = (counts[end] ?? 0) + 1
  let best = 0
  let gutter: number | undefined
  for (let at = 0; at <= width; at++) {
    let sum = 0
    for (let near = at - WANDER; near <= at + WANDER; near++) sum += counts[near] ?? 0
    if (sum <= best) continue
    best = sum
    gutter = at
  }
  return gutter
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
