import type { SheetLine } from './page-sheet.ts'
import { type PrintedNumber, readPageNumber } from './printed-number.ts'

/** The first and last printed lines of a page. */
export interface PageEdges {
  readonly top: readonly SheetLine[]
  readonly bottom: readonly SheetLine[]
}

/** A line as long as this share of the column, without a number, is text. */
const FULL = 0.9

/** Forme work on one line: a number, a running head, or both. Offsets are within `SheetLine.text`. */
export interface Furniture {
  readonly line: SheetLine
  readonly place: 'top' | 'bottom'
  readonly number:
    | { readonly from: number; readonly to: number; readonly read: PrintedNumber }
    | undefined
  readonly head: { readonly from: number; readonly to: number } | undefined
  /** Whether a blank line parts it from the text of the page. */
  readonly isolated: boolean
  /** Whether nothing but its number tells that it is forme work: right only if that fits the sequence. */
  readonly doubtful: boolean
}

/** A head recurs when at least so many pages bear it, its own included. */
const RECURRENT = 3
/** Within so many pages: a chapter's head is not the book's. */
const WINDOW = 14
/** Two heads are one when at most this share of their letters differs. */
const DAMAGE = 0.2

/**
 * Finds the forme work at the edges of the pages.
 *
 * A line is a running head when lines like it (fuzzily: OCR damage) stand at the same edge of other
 * pages nearby, and a number when it is one and stands alone or beside a head. A title of the text
 * itself is not taken for one: where the head bears the page number and the line does not, it is the
 * title that the head repeats.
 */
export function findFurniture(
  pages: readonly PageEdges[],
  measure: number,
): readonly (readonly Furniture[])[] {
  const tops = pages.map((page) => page.top.map((line) => split(line, measure)))
  const bottoms = pages.map((page) => page.bottom.map((line) => split(line, measure)))
  return pages.map((_, i) => {
    const found: Furniture[] = []
    for (const [place, rows] of [
      ['top', tops],
      ['bottom', bottoms],
    ] as const) {
      const edges = rows[i] ?? []
      for (const [nth, edge] of edges.entries()) {
        const furniture = judge(edge, place, rows, i, isolated(edge, edges[nth + 1]))
        if (!furniture) break
        found.push(furniture)
      }
    }
    return found
  })
}

function isolated(edge: EdgeLine, inner: EdgeLine | undefined): boolean {
  return inner === undefined || Math.abs(inner.line.line - edge.line.line) > 1
}

interface EdgeLine {
  readonly line: SheetLine
  readonly number: Furniture['number']
  readonly head: Furniture['head']
  /** Letters of the head, small. */
  readonly letters: string
  /** Whether a wide gap parts the number from the head. */
  readonly wide: boolean
}

function split(line: SheetLine, measure: number): EdgeLine {
  const { text } = line
  const alone = readPageNumber(text)
  if (alone) {
    return {
      line,
      number: { from: 0, to: text.length, read: alone },
      head: undefined,
      letters: '',
      wide: false,
    }
  }
  const wide = /\s{2,}|\t/u
  const pieces = text.split(wide)
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const front = pieces.length > 1 ? readPageNumber(first) : undefined
  const back = pieces.length > 1 && !front ? readPageNumber(last) : undefined
  const glued = front || back ? undefined : gluedNumber(text)
  const number = front
    ? { from: 0, to: first.length, read: front }
    : back
      ? { from: text.length - last.length, to: text.length, read: back }
      : glued
  const from = number?.from === 0 ? skip(text, number.to) : 0
  const to = number && number.from > 0 ? text.slice(0, number.from).trimEnd().length : text.length
  const full = !number && text.length > measure * FULL
  return {
    line,
    number,
    head: { from, to },
    letters: full ? '' : lettersOf(text.slice(from, to)),
    wide: front !== undefined || back !== undefined,
  }
}

/** A number at an end of the line with one blank between: told only by the head's recurrence. */
function gluedNumber(text: string): Furniture['number'] {
  const front = /^(\d{1,4})\s/u.exec(text)
  const back = /\s(\d{1,4})$/u.exec(text)
  const digits = front?.[1] ?? back?.[1]
  const read = digits === undefined ? undefined : readPageNumber(digits)
  if (digits === undefined || !read) return undefined
  const from = front ? 0 : text.length - digits.length
  return { from, to: from + digits.length, read }
}

function skip(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text[at] ?? '')) at++
  return at
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, '')
}

function judge(
  edge: EdgeLine,
  place: 'top' | 'bottom',
  rows: readonly (readonly EdgeLine[])[],
  page: number,
  isolated: boolean,
): Furniture | undefined {
  const { line, number, head } = edge
  if (!head) return number && { line, place, number, head, isolated, doubtful: !isolated }
  if (edge.letters.length < 3) return undefined
  let alike = 1
  let numbered = 0
  for (let near = Math.max(0, page - WINDOW); near <= page + WINDOW; near++) {
    if (near === page) continue
    const twin = rows[near]?.find((other) => isAlike(other.letters, edge.letters))
    if (!twin) continue
    alike++
    if (twin.number) numbered++
  }
  const recurs = alike >= RECURRENT && (number !== undefined || numbered * 2 <= alike)
  if (recurs) return { line, place, number, head, isolated, doubtful: false }
  return number && edge.wide ? { line, place, number, head, isolated, doubtful: true } : undefined
}

function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  const longest = Math.max(a.length, b.length)
  // In a short head every letter counts: `Part I` is not `Part II`.
  if (longest < 10) return false
  return isWithin(a, b, Math.floor(longest * DAMAGE))
}

/**
 * Whether Levenshtein's distance of two strings is at most `limit`: two rows, in the band of
 * `limit` around the diagonal (Ukkonen 1985), given up as soon as a row exceeds it.
 */
function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(limit + 1)
    if (i <= limit) next[0] = i
    let least = next[0] ?? limit + 1
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const cost = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return false
    row = next
  }
  return (row[b.length] ?? 0) <= limit
}
