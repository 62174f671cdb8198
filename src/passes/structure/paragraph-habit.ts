import { type Fullness, fullnessOf } from './fullness.ts'
import { itemLabel } from './item-label.ts'
import type { LaidLine } from './laid-line.ts'
import { beginsInside, beginsSentence, endingOf } from './line-shape.ts'

/** What a book as a whole does to mark a paragraph. */
export interface ParagraphHabit {
  /** The indent of first lines, in blanks, or undefined when the book has none. */
  readonly indent: number | undefined
  /** The indent of all lines but the first, where paragraphs hang. */
  readonly hang: number | undefined
  /** Whether blank lines stand inside sentences, too, so that none can be trusted. */
  readonly gapsLie: boolean
  /** Of the paragraphs that surely begin, the share that an indent or a blank line marks. */
  readonly marked: number
  /** The same of an indent alone. */
  readonly indented: number
  /** Whether the later lines of an item stand under its text. */
  readonly itemsHang: boolean
  readonly fullness: Fullness
}

/** A line shorter than this share of the column ends something. */
const SHORT = 0.75

/** So much room behind a line tells for sure that it was broken on purpose. */
const WIDE = 0.25

/** Of the blank lines, so large a share may stand in the middle of a sentence by mistake. */
const LIES = 0.015

/** Where there are fewer blank lines than these, one that lies is no accident. */
const FEW = 8

/** How a book marks its paragraphs, learnt from those that no one can mistake. O(n log n). */
export function habitOf(lines: readonly LaidLine[]): ParagraphHabit {
  const fullness = fullnessOf(lines)
  const indent = indentHabit(lines)
  let [ends, marked, indented] = [0, 0, 0]
  lines.forEach((before, i) => {
    const line = lines[i + 1]
    if (!line || line.pageTop || endingOf(before) !== 'sentence') return
    if (!beginsSentence(line.text) || fullness.room(before) < WIDE || itemLabel(line.text)) return
    ends++
    const first = indent !== undefined && line.indent >= indent * 0.55
    if (first) indented++
    if (first || line.gap > 0) marked++
  })
  return {
    indent,
    hang: hangOf(lines),
    gapsLie: gapsLie(lines, fullness),
    marked: (marked + 0.1) / (ends + 1),
    indented: (indented + 0.1) / (ends + 1),
    itemsHang: itemsHang(lines),
    fullness,
  }
}

/** Whether first lines are indented in this book: a common indent, mostly after ended sentences. */
function indentHabit(lines: readonly LaidLine[]): number | undefined {
  const counts = new Map<number, { all: number; after: number }>()
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const next = lines[i + 1]
    if (line.indent < 2 || line.indent > 12 || !before || !next) return
    if (Math.max(line.indent - before.indent, line.indent - next.indent) < 2) return
    const count = counts.get(line.indent) ?? { all: 0, after: 0 }
    count.all++
    if (endingOf(before) === 'sentence' || isShort(before) || line.gap > 0) count.after++
    counts.set(line.indent, count)
  })
  let indent: number | undefined
  let most = Math.max(8, lines.length * 0.03)
  for (const [width, { all, after }] of [...counts].sort((a, b) => a[0] - b[0])) {
    if (all < most || after < all * 0.7) continue
    most = all
    indent = width
  }
  return indent
}

function isShort(line: LaidLine): boolean {
  return line.text.length < line.measure * SHORT
}

/** The indent that most lines have that go on a sentence, where others begin further out. */
function hangOf(lines: readonly LaidLine[]): number | undefined {
  const counts = new Map<number, number>()
  let all = 0
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before || line.gap > 0 || !/^\p{Ll}/u.test(line.text)) return
    if (endingOf(before) !== 'open' && endingOf(before) !== 'hyphen') return
    all++
    counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  })
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (!most || all < 20 || most[0] < 2) return undefined
  const near = (counts.get(most[0] - 1) ?? 0) + most[1] + (counts.get(most[0] + 1) ?? 0)
  return near > all * 0.6 ? most[0] : undefined
}

/** Whether blank lines stand between lines that belong together for certain. */
function gapsLie(lines: readonly LaidLine[], fullness: Fullness): boolean {
  let gaps = 0
  let lies = 0
  let likely = 0
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before || line.gap === 0 || line.pageTop || !areNeighbours(before, line)) return
    gaps++
    const ending = endingOf(before)
    const room = fullness.room(before)
    const isOpen = ending === 'open' && line.indent <= before.indent + 1
    if (ending === 'hyphen' || (isOpen && room < 0.05 && beginsInside(line.text))) lies++
    else if (isOpen && room < 0) likely++
  })
  // Where there are few blank lines, every one that may lie counts.
  if (gaps < FEW) return lies + likely > 0
  return lies > 1 && lies > gaps * LIES
}

/** Whether nothing but blank lines stands between two lines: no table that interrupts a sentence. */
function areNeighbours(before: LaidLine, line: LaidLine): boolean {
  return line.at.line - before.at.line === line.gap + 1
}

function itemsHang(lines: readonly LaidLine[]): boolean {
  let all = 0
  let hanging = 0
  lines.forEach((line, i) => {
    const column = textColumn(line)
    const next = lines[i + 1]
    if (column === undefined || !next || next.gap > 0 || !/^\p{Ll}/u.test(next.text)) return
    if (endingOf(line) !== 'open' && endingOf(line) !== 'hyphen') return
    all++
    if (Math.abs(next.indent - column) <= 1) hanging++
  })
  return all >= 3 && hanging > all * 0.6
}

/** Where the text of an item begins behind its label, in blanks from the margin. */
export function textColumn(line: LaidLine): number | undefined {
  const label = itemLabel(line.text)
  if (!label) return undefined
  const gap = /^\s*/u.exec(line.text.slice(label.length))?.[0].length ?? 0
  return line.indent + label.length + gap
}
