import { mulberry32, type Random } from '../random.ts'
import type { Relabel } from './labels.ts'
import type { Layout, RunningHead } from './layout.ts'
import type { Page, PlacedLine } from './make-up.ts'
import { blanks } from './read-copy.ts'
import type { SetLine } from './set-blocks.ts'
import type { Block } from './truth.ts'

/** A printed line of text. */
export interface TextLine {
  readonly kind: 'text'
  readonly text: string
  readonly line: SetLine
  /** Where its first character stands in the raw line. */
  readonly column: number
  readonly page: Page
  /** The block that it belongs to, or undefined for a footnote. */
  readonly block: Block | undefined
}

/** A line of the raw text, and what it is. */
export type RawLine = { readonly text: string } & (
  | TextLine
  | { readonly kind: 'number'; readonly page: Page; readonly number: string | undefined }
  | { readonly kind: 'rule' }
  | { readonly kind: 'blank' }
)

/** What the right pages bear at their head, page by page. */
export type HeadOf = (page: Page) => string

/**
 * Prints the pages, and takes the text out of them again as an extraction would: with what it puts
 * at the beginning of a page, and with its lies about blank lines.
 */
export function printPages(
  pages: readonly Page[],
  layout: Layout,
  headOf: HeadOf,
  relabel: Relabel,
): readonly RawLine[] {
  const random = mulberry32(layout.seed)
  return pages.flatMap((page, nth) => {
    const head = layout.page.head && !page.opens ? layout.page.head : undefined
    const top = head ? runningHead(page, head, headOf) : topFolio(page, nth, layout)
    const body = printText(page, layout, random)
    const foot = footFolio(page, head !== undefined, layout)
    const notes = printNotes(page, layout)
    const lines = [...top, ...body, ...notes, ...foot].map((line) => decorate(line, layout, random))
    return begin(lines, nth, layout).map((line) => ({ ...line, text: relabel(line.text) }))
  })
}

const BLANK: RawLine = { kind: 'blank', text: '' }

function runningHead(page: Page, head: RunningHead, headOf: HeadOf): readonly RawLine[] {
  const number = String(page.number)
  const verso = page.number % 2 === 0
  const title = verso ? head.verso : headOf(page)
  const left = Math.max(1, Math.floor((head.width - title.length) / 2))
  const text = verso
    ? number + ' '.repeat(Math.max(1, left - number.length)) + title
    : (' '.repeat(left) + title).padEnd(head.width - number.length) + number
  return [{ kind: 'number', text, page, number }, BLANK]
}

function topFolio(page: Page, nth: number, layout: Layout): readonly RawLine[] {
  const { place, on } = layout.page.folio
  if (place !== 'top' || on === 'headless' || nth % on.every !== on.offset) return []
  const number = String(page.number)
  const { blankLine } = layout.lies
  const blank: RawLine = { kind: 'blank', text: blankLine }
  return [BLANK, BLANK, BLANK, { kind: 'number', text: number, page, number }, blank, BLANK]
}

function footFolio(page: Page, headed: boolean, layout: Layout): readonly RawLine[] {
  const { place, on } = layout.page.folio
  if (place !== 'foot' || on !== 'headless' || headed) return []
  const number = String(page.number)
  const indent = Math.floor((layout.measure - number.length) / 2)
  return [BLANK, BLANK, { kind: 'number', text: ' '.repeat(indent) + number, page, number }]
}

function printText(page: Page, layout: Layout, random: Random): readonly RawLine[] {
  const raw: RawLine[] = []
  page.text.forEach((line, i) => {
    const before = page.text[i - 1]
    for (let n = 0; n < blankLines(line, before, layout, random); n++) raw.push(BLANK)
    const afterBlank = before !== undefined && raw.at(-1)?.kind === 'blank'
    const stray = afterBlank && line.block.role === 'paragraph' && random() < layout.lies.strayBlank
    raw.push(print(line, page, stray ? line.indent + 1 : line.indent, line.block))
  })
  return raw
}

/** How many blank lines the extraction shows before a line. */
function blankLines(
  line: PlacedLine,
  before: PlacedLine | undefined,
  layout: Layout,
  random: Random,
): number {
  if (!before) return 0
  if (line.opens && line.block !== before.block) {
    const lost = line.gapMayBeLost && isShort(before, layout) && random() < layout.lies.blankLost
    return lost ? 0 : line.gap
  }
  const second = before.opens && line.block.role === 'paragraph' && !line.opens
  if (!second || random() >= layout.lies.blankInside) return 0
  return tellsItself(before, line) ? 1 : 0
}

/** Whether the line before shows by its length that a paragraph ends with it. */
function isShort(line: SetLine, layout: Layout): boolean {
  return line.indent + line.to - line.from < layout.measure * 0.8
}

/** Whether the text shows that it goes on from one line to the next. */
function tellsItself(before: SetLine, line: SetLine): boolean {
  const end = before.copy.text.slice(before.from, before.to)
  return before.hyphen !== undefined || (/[\p{L},]$/u.test(end) && /^\p{Ll}/u.test(start(line)))
}

function start(line: SetLine): string {
  return line.copy.text.slice(line.from, line.to)
}

function printNotes(page: Page, layout: Layout): readonly RawLine[] {
  if (page.notes.length === 0) return []
  const separator = layout.notes.separator.map((text): RawLine => {
    return text.trim() === '' ? { kind: 'blank', text } : { kind: 'rule', text }
  })
  return [...separator, ...page.notes.map((line) => print(line, page, line.indent, undefined))]
}

function print(line: SetLine, page: Page, indent: number, block: Block | undefined): RawLine {
  const text = blanks(start(line)) + (line.hyphen === 'soft' ? '-' : '')
  return { kind: 'text', text: ' '.repeat(indent) + text, line, column: indent, page, block }
}

/** Blanks at the ends of lines, and in blank ones. */
function decorate(line: RawLine, layout: Layout, random: Random): RawLine {
  const { trailingBlank, blankLine } = layout.lies
  if (line.kind === 'blank') {
    return line.text === '' && random() < 0.3 ? { ...line, text: blankLine } : line
  }
  if (line.kind === 'rule' || !trailingBlank || line.text.endsWith('-')) return line
  return { ...line, text: `${line.text} ` }
}

/** What the extraction puts where a page begins. */
function begin(lines: readonly RawLine[], nth: number, layout: Layout): readonly RawLine[] {
  const [first, ...rest] = lines
  if (!first || nth === 0) return lines
  const mark = layout.page.begins === 'form-feed' ? '\f' : first.kind === 'text' ? ' ' : ''
  const text = mark + first.text
  return first.kind === 'text'
    ? [{ ...first, text, column: first.column + mark.length }, ...rest]
    : [{ ...first, text }, ...rest]
}
