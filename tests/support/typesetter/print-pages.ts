import { mulberry32, type Random } from '../random.ts'
import { besideEachOther } from './columns.ts'
import { directionLine, type FormeLine, folio, runningHead, type Titles } from './forme.ts'
import type { Relabel } from './labels.ts'
import type { Layout } from './layout.ts'
import type { Page, PlacedLine } from './make-up.ts'
import { type PrintedCall, printLine } from './print-line.ts'
import type { SetLine } from './set-blocks.ts'
import type { Block } from './truth.ts'

/** A line of a copy, and the calls on it. */
export interface Segment {
  readonly line: SetLine
  readonly calls: readonly PrintedCall[]
}

/** A printed line of text. */
export interface TextLine {
  readonly kind: 'text'
  readonly text: string
  /** One, but where short notes share a line. */
  readonly segments: readonly Segment[]
  readonly page: Page
  /** The block that it belongs to, or undefined for a footnote. */
  readonly block: Block | undefined
}

/** A line of the raw text, and what it is. */
export type RawLine =
  | TextLine
  | FormeLine
  /** Calls that stand on a line above their own. */
  | { readonly kind: 'calls'; readonly text: string }
  /** Lines of two columns side by side. */
  | { readonly kind: 'columns'; readonly text: string; readonly page: Page }
  | { readonly kind: 'blank'; readonly text: string }

/** What stands at the head of each page. */
export type TitlesOf = (page: Page) => Titles

/**
 * Prints the pages, and takes the text out of them again as an extraction would: with what it puts
 * at the beginning of a page, and with its lies about blank lines. O(n).
 */
export function printPages(
  pages: readonly Page[],
  layout: Layout,
  titlesOf: TitlesOf,
  relabel: Relabel,
): readonly RawLine[] {
  const random = mulberry32(layout.seed)
  const callRandom = mulberry32(layout.seed + 1)
  let mark = ''
  return pages.flatMap((page, nth) => {
    if (nth > 0 && layout.page.begins === 'form-feed') mark += '\f'
    if (page.text.length === 0 && page.notes.length === 0) return []
    const head =
      layout.page.head && !page.opens
        ? runningHead(page, layout.page.head, titlesOf(page))
        : undefined
    const top = [...(head ? [head, BLANK] : []), ...topFolio(page, nth, head !== undefined, layout)]
    const body = printText(page, layout, random, callRandom)
    const notes = printNotes(page, layout, relabel, callRandom)
    const foot = printFoot(page, nth, head !== undefined, pages[nth + 1], layout)
    const set = layout.columns ? besideEachOther(body, page, layout) : body
    const lines = [...top, ...set, ...notes, ...foot].map((line) => decorate(line, layout, random))
    const begun = begin(lines, nth, mark, layout)
    mark = ''
    return begun.map((line) => withMargin(line, page, layout, relabel))
  })
}

const BLANK: RawLine = { kind: 'blank', text: '' }

function topFolio(page: Page, nth: number, headed: boolean, layout: Layout): readonly RawLine[] {
  const line = folio(page, nth, headed, 'top', layout)
  if (!line) return []
  if (typeof layout.page.folio.on !== 'object') return [line, BLANK]
  const blank: RawLine = { kind: 'blank', text: layout.lies.blankLine }
  return [BLANK, BLANK, BLANK, line, blank, BLANK]
}

function printFoot(
  page: Page,
  nth: number,
  headed: boolean,
  next: Page | undefined,
  layout: Layout,
): readonly RawLine[] {
  const direction = directionLine(page, nth, next && firstLine(next), layout)
  const number = folio(page, nth, headed, 'foot', layout)
  const gap = Array.from({ length: layout.page.folio.gap ?? 2 }, () => BLANK)
  return [...(direction ? [direction] : []), ...(number ? [...gap, number] : [])]
}

/** The text of the first line of a page. */
function firstLine({ text, notes }: Page): string {
  const line = text[0] ?? notes[0]
  return line ? line.copy.text.slice(line.from, line.to) + line.mark : ''
}

function printText(
  page: Page,
  layout: Layout,
  random: Random,
  callRandom: Random,
): readonly RawLine[] {
  const raw: RawLine[] = []
  page.text.forEach((line, i) => {
    const before = page.text[i - 1]
    for (let n = 0; n < blankLines(line, before, layout, random); n++) raw.push(BLANK)
    const afterBlank = before !== undefined && raw.at(-1)?.kind === 'blank'
    const stray = afterBlank && line.block.role === 'paragraph' && random() < layout.lies.strayBlank
    const indent = ' '.repeat(stray ? line.indent + 1 : line.indent)
    const within = raw.at(-1)?.kind === 'text' && !line.opens
    const how = layout.notes.calls
    const { text, calls, above } = printLine(line, indent, how, within, callRandom)
    if (above !== undefined) raw.push({ kind: 'calls', text: above })
    raw.push({ kind: 'text', text, segments: [{ line, calls }], page, block: line.block })
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
  if (line.block.role === 'table') return line.gap
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
  const start = line.copy.text.slice(line.from, line.to)
  return before.hyphen !== undefined || (/[\p{L},]$/u.test(end) && /^\p{Ll}/u.test(start))
}

function printNotes(
  page: Page,
  layout: Layout,
  relabel: Relabel,
  callRandom: Random,
): readonly RawLine[] {
  if (page.notes.length === 0) return []
  const separator = layout.notes.separator.map((text): RawLine => {
    return text.trim() === ''
      ? { kind: 'blank', text }
      : { kind: 'forme', what: 'rule', text, page }
  })
  const lines: TextLine[] = []
  page.notes.forEach((line, i) => {
    const indent = ' '.repeat(line.indent)
    const { text, calls } = printLine(line, indent, undefined, false, callRandom)
    const last = lines.at(-1)
    const short = isShortNote(page, i - 1) && isShortNote(page, i)
    if (layout.notes.together && last && short) {
      const joined = `${last.text}   ${text.trimStart()}`
      if (relabel(joined).length <= layout.notes.measure) {
        lines[lines.length - 1] = {
          ...last,
          text: joined,
          segments: [...last.segments, { line, calls }],
        }
        return
      }
    }
    lines.push({ kind: 'text', text, segments: [{ line, calls }], page, block: undefined })
  })
  return [...separator, ...lines]
}

/** Whether a line of notes is a note of its own. */
function isShortNote(page: Page, i: number): boolean {
  const line = page.notes[i]
  if (!line?.opens || line.note?.paragraphs.length !== 1) return false
  return line.from === 0 && line.to === line.copy.text.length
}

/** Blanks at the ends of lines, and in blank ones. */
function decorate(line: RawLine, layout: Layout, random: Random): RawLine {
  const { trailingBlank, blankLine } = layout.lies
  if (line.kind === 'blank') {
    return line.text === '' && random() < 0.3 ? { ...line, text: blankLine } : line
  }
  if (line.kind === 'forme' && line.what === 'rule') return line
  const divided = line.kind === 'text' && line.segments.at(-1)?.line.hyphen !== undefined
  if (!trailingBlank || divided || line.text.endsWith('-')) return line
  return { ...line, text: `${line.text} ` }
}

/** What the extraction puts where a page begins. */
function begin(
  lines: readonly RawLine[],
  nth: number,
  mark: string,
  { page: { begins } }: Layout,
): readonly RawLine[] {
  const [first, ...rest] = lines
  if (!first || nth === 0) return lines
  if (begins === 'blank-lines') return [BLANK, BLANK, BLANK, ...lines]
  const blank = begins === 'one-blank' && first.kind === 'text' ? ' ' : ''
  return [{ ...first, text: mark + blank + first.text }, ...rest]
}

/** Puts the margin of its side before a line, behind a form feed, and the labels into it. */
function withMargin(line: RawLine, page: Page, layout: Layout, relabel: Relabel): RawLine {
  const margin = layout.page.margins?.[page.side] ?? 0
  const text = line.text.replace(/^(\f*)(?=[^\f])/u, `$1${' '.repeat(margin)}`)
  return { ...line, text: relabel(line.kind === 'blank' ? line.text : text) }
}
