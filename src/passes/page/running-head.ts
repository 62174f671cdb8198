import { isWithin } from './edit-distance.ts'
import type { FolioReading } from './folio-reading.ts'
import type { EdgeLine } from './page-edge.ts'

/** A line at the edge of a page, read as a running head. */
export interface HeadLine {
  readonly edge: EdgeLine
  /** The page's number on it, if it fits the sequence. */
  readonly number: FolioReading | undefined
  /** The letters of its title, small; none for a full line of text. */
  readonly letters: string
  /** The letters of the whole line. */
  readonly whole: string
  /** The figures of its title. */
  readonly figures: string
  /** The same without a figure at either end or both, which may be a damaged number. */
  readonly inner: readonly string[]
}

/** How often lines like one stand at the same edge of pages nearby. */
export interface Recurrence {
  /** Pages, its own left out. */
  readonly twins: number
  /** Of them those whose line bears the page's number. */
  readonly numbered: number
  /** Of them those whose line is set as it is: as far in, and in capitals or not. */
  readonly set: number
  /** The nearest twin on a page before. */
  readonly before: HeadLine | undefined
  /** The nearest twin on a page behind. */
  readonly behind: HeadLine | undefined
  /** Whether pages of both sides of the sheet bear it. */
  readonly bothSides: boolean
}

/** A line as long as this share of the column, without a number, is text. */
const FULL = 0.9
/** Within so many pages: a chapter's head is not the book's. */
const WINDOW = 14
/** Titles are set alike when their indents differ by no more. */
const ALIKE_INDENT = 3
/** Or by this share of them. */
const WANDER = 0.35
/** Two heads are one when at most this share of their letters differs. */
const DAMAGE = 0.2

/** Reads a line as a running head whose number is known to be the page's, or is not known. */
export function headLine(
  edge: EdgeLine,
  number: FolioReading | undefined,
  measure: number,
): HeadLine {
  const { text } = edge.row
  const title = number ? text.slice(0, number.from) + text.slice(number.to) : text
  const bare = withoutEndFigures(title)
  const isFirst = edge.place === 'top' && edge.nth === 0 && text.length <= measure
  const full = !number && !edge.isolated && !isFirst && text.length > measure * FULL
  return {
    edge,
    number,
    letters: full ? '' : lettersOf(number ? title : bare),
    whole: lettersOf(title),
    figures: figuresOf(title),
    inner: [withoutLast(title), withoutFirst(title), bare].map(figuresOf),
  }
}

/** A title without a token with figures, or a Roman numeral behind a gap, at either end. */
function withoutEndFigures(title: string): string {
  return withoutFirst(withoutLast(title))
}

function withoutFirst(title: string): string {
  return title.trim().replace(/^[^\s]*\d[^\s]*\s+/u, '')
}

function withoutLast(title: string): string {
  return title
    .trim()
    .replace(/\s+[^\s]*\d[^\s]*$/u, '')
    .replace(/\s{2,}[ivxlc]+$/iu, '')
}

/** A Roman numeral in capitals that is a word of its own: the number of a chapter. */
const ROMAN = /(?<![\p{L}\p{N}])[IVXLC]+(?![\p{L}\p{N}])/gu

/** The letters of a text, small, without blanks and Roman numerals. */
export function lettersOf(text: string): string {
  return text
    .replace(ROMAN, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
}

/** The figures of a text, and its Roman numerals: two chapters have not one head. */
function figuresOf(text: string): string {
  return text.replace(/[^\d]+/gu, '') + (text.match(ROMAN) ?? []).join(' ')
}

/** Counts the lines like one among those at the same edge of the pages nearby. */
export function recurrence(
  line: HeadLine,
  page: number,
  rows: readonly (readonly HeadLine[])[],
): Recurrence {
  let twins = 0
  let numbered = 0
  let set = 0
  let before: HeadLine | undefined
  let behind: HeadLine | undefined
  const sides = new Set([page % 2])
  const last = Math.min(rows.length - 1, page + WINDOW)
  for (let near = Math.max(0, page - WINDOW); near <= last; near++) {
    if (near === page) continue
    const twin = rows[near]?.find((other) => isTwin(line, other))
    if (!twin) continue
    twins++
    sides.add(near % 2)
    if (twin.number) numbered++
    if (isSetAlike(line.edge, twin.edge)) set++
    if (near < page) before = twin
    else behind ??= twin
  }
  return { twins, numbered, set, before, behind, bothSides: sides.size === 2 }
}

function isTwin(line: HeadLine, other: HeadLine): boolean {
  if (line.letters.length < 3 || !isAlike(line.letters, other.letters)) return false
  return (
    line.figures === other.figures ||
    line.inner.includes(other.figures) ||
    other.inner.includes(line.figures)
  )
}

function isSetAlike({ indent, row }: EdgeLine, twin: EdgeLine): boolean {
  // What is set in the middle wanders in an extraction, by more the farther in it stands.
  const wander = Math.max(ALIKE_INDENT, Math.min(indent, twin.indent) * WANDER)
  return (
    Math.abs(twin.indent - indent) <= wander && isCapital(twin.row.text) === isCapital(row.text)
  )
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase()
}

/** Whether two heads are one but for damage. In a short head every letter counts. */
export function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  const longest = Math.max(a.length, b.length)
  return longest >= 10 && isWithin(a, b, Math.floor(longest * DAMAGE))
}
