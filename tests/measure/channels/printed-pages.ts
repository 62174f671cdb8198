import type { GoldOf, GoldRecord } from '../../support/typesetter/gold.ts'
import { blockStarts } from './block-starts.ts'
import { pagesOf } from './page-lines.ts'

/** A line as it stands in print. Columns are characters of the raw line, its form feed left out. */
export interface PrintedLine {
  /** The raw line, from 1. */
  readonly raw: number
  /** A `row` is kept as it is: of verse, of a table, of a table of contents. */
  readonly set: 'text' | 'heading' | 'row' | 'note' | 'forme' | 'rule'
  readonly parts: readonly Part[]
  readonly align: 'left' | 'centre' | 'justified'
  /** Blank lines before it. */
  readonly gap: number
}

/** What stands together on a line: a run of words, or one cell of a row. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly pieces: readonly Piece[]
}

export interface Piece {
  readonly text: string
  readonly raised: boolean
}

export interface PrintedPage {
  readonly lines: readonly PrintedLine[]
  /** Blanks before all of its lines; columns are counted behind them. */
  readonly margin: number
  /** How many of them stand before the foot: its notes and its number. */
  readonly foot: number
}

/** A text as it was printed, and the characters of a full line of its text and of its notes. */
export interface PrintedBook {
  readonly pages: readonly PrintedPage[]
  readonly measure: number
  readonly noteMeasure: number
}

/** Reads what a typesetter set: which lines are full, centred, raised, small. O(n). */
export function printedBook(raw: string, gold: readonly GoldRecord[]): PrintedBook {
  const lines = raw.split('\n')
  const known = knownOf(raw, gold)
  const starts = blockStarts(lines, gold)
  const printed = lines.map((line) => line.replaceAll('\f', '').trimEnd())
  const numbers = pagesOf(raw)
  const margins = numbers.map((page) => marginOf(page.map((n) => printed[n - 1] ?? '')))
  const margin = new Map(numbers.flatMap((page, i) => page.map((n) => [n, margins[i] ?? 0])))
  const bare = printed.map((line, i) => line.slice(margin.get(i + 1) ?? 0))
  const lengths = (...sets: readonly PrintedLine['set'][]) =>
    bare.map((text, i) => (sets.includes(known.sets.get(i + 1) ?? 'text') ? text.length : 0))
  const measure = fullLength(lengths('text', 'row'))
  const noteMeasure = fullLength(lengths('note'))
  const widths = { measure, noteMeasure: noteMeasure || measure }
  const goesOn = continued(bare, known, starts)
  const pages = numbers.map((page, i): PrintedPage => {
    let gap = 0
    const set = page.flatMap((n): PrintedLine[] => {
      const text = bare[n - 1] ?? ''
      if (text === '') {
        gap++
        return []
      }
      const inside = !starts.has(n) && !known.sets.has(n) && known.joins.has(n)
      const before = inside ? 0 : gap
      gap = 0
      const raised = (known.raised.get(n) ?? []).map(([from, to]): Span => {
        return [from - (margins[i] ?? 0), to - (margins[i] ?? 0)]
      })
      const row = { raw: n, set: known.sets.get(n) ?? 'text', gap: before } as const
      return [{ ...row, ...shape(text, row.set, raised, widths, goesOn.has(n)) }]
    })
    return { lines: set, margin: margins[i] ?? 0, foot: footOf(set) }
  })
  return { pages: pages.at(-1)?.lines.length === 0 ? pages.slice(0, -1) : pages, ...widths }
}

/** The blanks before each line of a page, if it has lines enough to tell. */
function marginOf(lines: readonly string[]): number {
  const printed = lines.filter((line) => line !== '')
  if (printed.length < 8) return 0
  return Math.min(...printed.map((line) => line.length - line.trimStart().length))
}

/** Columns, from and to. */
type Span = readonly [number, number]

interface Known {
  readonly sets: ReadonlyMap<number, PrintedLine['set']>
  readonly joins: ReadonlySet<number>
  readonly raised: ReadonlyMap<number, readonly Span[]>
}

function knownOf(raw: string, gold: readonly GoldRecord[]): Known {
  const sets = new Map<number, PrintedLine['set']>()
  const joins = new Set<number>()
  const raised = new Map<number, Span[]>()
  const lines = raw.split('\n')
  const span = (line: number, to: number, set: PrintedLine['set']): void => {
    for (let n = line; n <= to; n++) sets.set(n, set)
  }
  const raise = (line: number, found: Span | undefined): void => {
    if (found) raised.set(line, [...(raised.get(line) ?? []), found])
  }
  for (const one of gold) {
    if (one.kind === 'join') joins.add(one.line)
    if (one.kind === 'heading') span(one.line, one.to, 'heading')
    if (isRow(one)) span(one.line, one.to, 'row')
    if (one.kind === 'page' && one.number_line) sets.set(one.number_line, 'forme')
    if (one.kind === 'forme') sets.set(one.line, isRule(lines[one.line - 1]) ? 'rule' : 'forme')
    if (one.kind !== 'note') continue
    if (one.place === 'foot') {
      for (const [line, to] of [[one.line, one.to] as const, ...(one.more ?? [])])
        span(line, to, 'note')
    }
    raise(one.line, labelSpan(lines[one.line - 1] ?? '', one.label))
    if (one.anchor_line !== null)
      raise(one.anchor_line, callSpan(lines[one.anchor_line - 1] ?? '', one))
  }
  return { sets, joins, raised }
}

type Row = GoldOf<'verse'> | GoldOf<'table'> | GoldOf<'toc'> | GoldOf<'columns'>

function isRow(record: GoldRecord): record is Row {
  const { kind } = record
  return kind === 'verse' || kind === 'table' || kind === 'toc' || kind === 'columns'
}

function isRule(text: string | undefined): boolean {
  return /^[\f\s]*[_–—―─-]{3,}\s*$/u.test(text ?? '')
}

/** The label of a note at the line's beginning or behind a gap, where only a blank parts it from it. */
function labelSpan(raw: string, label: string): Span | undefined {
  const line = raw.replaceAll('\f', '')
  for (const { index, 0: blanks } of line.matchAll(/^\s*|\s{2,}/gu)) {
    const from = index + blanks.length
    const to = from + label.length
    if (line.startsWith(label, from) && /^\s/u.test(line.slice(to))) return [from, to]
  }
  return undefined
}

/**
 * Where a call stands on its line, in columns: behind what the record says stands before it, with
 * what encloses it.
 */
export function callSpan(raw: string, note: GoldOf<'note'>): Span | undefined {
  const line = raw.replaceAll('\f', '')
  const indent = line.length - line.trimStart().length
  const before = note.anchor_after ?? ''
  let at = before === '' ? indent : line.indexOf(before)
  while (at >= 0) {
    const from = before === '' ? at : at + before.length
    const bare = line.slice(from).trimStart()
    if (bare.startsWith(note.label)) {
      const begin = line.length - bare.length
      return [begin, begin + note.label.length]
    }
    const found = /^[ [(]*/u.exec(line.slice(from))
    const begin = from + (found?.[0].length ?? 0)
    if (line.startsWith(note.label, begin)) {
      const enclosed = from + (found?.[0].trimStart().length ?? 0)
      const open = begin - (enclosed - from)
      const close = /^[\])]/u.test(line.slice(begin + note.label.length)) && open < begin ? 1 : 0
      return [open, begin + note.label.length + close]
    }
    at = before === '' ? -1 : line.indexOf(before, at + 1)
  }
  return undefined
}

/** A full line: all but the longest fiftieth of those that are worth a look are shorter. */
function fullLength(lengths: readonly number[]): number {
  const sorted = lengths.filter((length) => length > 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.98)] ?? sorted.at(-1) ?? 0
}

/** Lines after which their block goes on, be it on the next page. */
function continued(
  bare: readonly string[],
  known: Known,
  starts: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>()
  const last = new Map<PrintedLine['set'], number>()
  bare.forEach((text, i) => {
    const set = known.sets.get(i + 1) ?? 'text'
    if (text.trim() === '' || set === 'forme' || set === 'rule') return
    const before = last.get(set)
    if (before !== undefined && !starts.has(i + 1)) found.add(before)
    last.set(set, i + 1)
  })
  return found
}

/** The parts of a line, and how it stands in its column. */
function shape(
  text: string,
  set: PrintedLine['set'],
  raised: readonly Span[],
  widths: { readonly measure: number; readonly noteMeasure: number },
  goesOn: boolean,
): Pick<PrintedLine, 'parts' | 'align'> {
  const measure = set === 'note' ? widths.noteMeasure : widths.measure
  const parts = partsOf(text, raised)
  const indent = text.length - text.trimStart().length
  const free = measure - text.trim().length
  const one = parts.length === 1
  const running = set === 'text' || set === 'note'
  const full = one && running && goesOn && text.length >= measure * 0.85
  const centred = one && indent > 6 && free > measure * 0.15 && Math.abs(indent - free / 2) <= 2
  return { parts, align: full ? 'justified' : centred && set !== 'row' ? 'centre' : 'left' }
}

/** A line without its indent, parted where two blanks and more stand. */
function partsOf(text: string, raised: readonly Span[]): readonly Part[] {
  return [...text.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: words, index: from }): Part => {
    const to = from + words.length
    const pieces: Piece[] = []
    let at = from
    for (const [begin, end] of [...raised].sort(([a], [b]) => a - b)) {
      if (begin < at || end > to) continue
      if (begin > at) pieces.push({ text: text.slice(at, begin), raised: false })
      pieces.push({ text: text.slice(begin, end), raised: true })
      at = end
    }
    if (at < to) pieces.push({ text: text.slice(at, to), raised: false })
    return { from, to, pieces }
  })
}

/** The first of the lines at the foot of a page. */
function footOf(lines: readonly PrintedLine[]): number {
  let foot = lines.length
  for (let i = lines.length - 1; i > 0; i--) {
    const set = lines[i]?.set
    if (set !== 'note' && set !== 'rule' && set !== 'forme') break
    foot = i
  }
  return foot
}
