import type { GoldOf, GoldRecord } from '../../support/typesetter/gold.ts'
import { blockStarts } from './block-starts.ts'
import { pagesOf } from './page-lines.ts'

/** A line as it stands in print. Columns are characters of the raw line, its form feed left out. */
export interface PrintedLine {
  /** The raw line, from 1. */
  readonly raw: number
  readonly set: 'text' | 'heading' | 'note' | 'forme' | 'rule'
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
  const bare = lines.map((line) => line.replaceAll('\f', '').trimEnd())
  const textual = bare.map((text, i) => (known.sets.has(i + 1) ? 0 : text.length))
  const measure = fullLength(textual)
  const noteMeasure = fullLength(
    bare.map((t, i) => (known.sets.get(i + 1) === 'note' ? t.length : 0)),
  )
  const widths = { measure, noteMeasure: noteMeasure || measure }
  const goesOn = continued(bare, known, starts)
  const pages = pagesOf(raw).map((page): PrintedPage => {
    let gap = 0
    const printed = page.flatMap((n): PrintedLine[] => {
      const text = bare[n - 1] ?? ''
      if (text.trim() === '') {
        gap++
        return []
      }
      const inside = !starts.has(n) && !known.sets.has(n) && known.joins.has(n)
      const before = inside ? 0 : gap
      gap = 0
      return [printedLine(n, text, before, known, widths, goesOn.has(n))]
    })
    return { lines: printed, foot: footOf(printed) }
  })
  return { pages: pages.at(-1)?.lines.length === 0 ? pages.slice(0, -1) : pages, ...widths }
}

interface Known {
  readonly sets: ReadonlyMap<number, PrintedLine['set']>
  readonly joins: ReadonlySet<number>
  readonly raised: ReadonlyMap<number, readonly (readonly [number, number])[]>
}

function knownOf(raw: string, gold: readonly GoldRecord[]): Known {
  const sets = new Map<number, PrintedLine['set']>()
  const joins = new Set<number>()
  const raised = new Map<number, (readonly [number, number])[]>()
  const lines = raw.split('\n')
  const span = (line: number, to: number, set: PrintedLine['set']): void => {
    for (let n = line; n <= to; n++) sets.set(n, set)
  }
  const raise = (line: number, found: readonly [number, number] | undefined): void => {
    if (found) raised.set(line, [...(raised.get(line) ?? []), found])
  }
  for (const one of gold) {
    if (one.kind === 'join') joins.add(one.line)
    if (one.kind === 'heading') span(one.line, one.to, 'heading')
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

function isRule(text: string | undefined): boolean {
  return /^[\f\s]*[_–—―─-]{3,}\s*$/u.test(text ?? '')
}

/** The label of a note, where nothing but a blank parts it from the note. */
function labelSpan(raw: string, label: string): readonly [number, number] | undefined {
  const line = raw.replaceAll('\f', '')
  const from = line.length - line.trimStart().length
  const to = from + label.length
  return line.startsWith(label, from) && /^\s/u.test(line.slice(to)) ? [from, to] : undefined
}

/**
 * Where a call stands on its line, in columns: behind what the record says stands before it, with
 * what encloses it.
 */
export function callSpan(raw: string, note: GoldOf<'note'>): readonly [number, number] | undefined {
  const line = raw.replaceAll('\f', '')
  const indent = line.length - line.trimStart().length
  const before = note.anchor_after ?? ''
  let at = before === '' ? indent : line.indexOf(before)
  while (at >= 0) {
    const from = before === '' ? at : at + before.length
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

function printedLine(
  raw: number,
  text: string,
  gap: number,
  known: Known,
  widths: { readonly measure: number; readonly noteMeasure: number },
  goesOn: boolean,
): PrintedLine {
  const set = known.sets.get(raw) ?? 'text'
  const measure = set === 'note' ? widths.noteMeasure : widths.measure
  const parts = partsOf(text, known.raised.get(raw) ?? [])
  const indent = text.length - text.trimStart().length
  const free = measure - text.trim().length
  const one = parts.length === 1
  const full = one && goesOn && text.length >= measure * 0.85 && set !== 'heading'
  const centred = one && indent > 6 && free > measure * 0.15 && Math.abs(indent - free / 2) <= 2
  return { raw, set, parts, gap, align: full ? 'justified' : centred ? 'centre' : 'left' }
}

/** A line without its indent, parted where two blanks and more stand. */
function partsOf(text: string, raised: readonly (readonly [number, number])[]): readonly Part[] {
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
