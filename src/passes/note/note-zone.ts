import { type FlowLine, isBlank } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import type { CallCandidate } from './note-call.ts'
import { labelOf, type Siglum } from './siglum.ts'

/** A page as the note passes see it: its printed lines, forme work left out. */
export interface PageLines {
  /** Index of the page in the book, from 0. */
  readonly index: number
  /** The witness offset at which the page begins. */
  readonly from: number
  readonly lines: readonly FlowLine[]
}

/** The lines of a page, or of several, that hold notes. */
export interface NoteZone {
  readonly lines: readonly FlowLine[]
  /** Index of the page on which the zone begins. */
  readonly page: number
  /** What parts it from the text. */
  readonly by: 'separator' | 'heading' | 'label'
  /** A printed rule that opens the zone. */
  readonly rule: Span | undefined
}

/** No title over notes is longer. */
const TITLE = 40
/** A blank line with so many blanks is the trace of a rule over the notes. */
const RULE_BLANKS = 20
/** A printed rule over the notes. Three asterisks are a divider of the text. */
const RULE_LINE = /^(?:[_─━═]{4,}|[\p{Pd}]{8,})$/u

/** The pages of the book's text, in order. O(n) in the lines. */
export function pagesOf(view: View): readonly PageLines[] {
  const starts = view.markings.of('page').map((page) => page.from)
  const pages: { index: number; from: number; lines: FlowLine[] }[] = [
    { index: 0, from: 0, lines: [] },
  ]
  for (const line of view.flows[0]?.lines ?? []) {
    while (pages.length < starts.length && line.from >= (starts[pages.length] ?? Infinity)) {
      pages.push({ index: pages.length, from: starts[pages.length] ?? 0, lines: [] })
    }
    pages.at(-1)?.lines.push(line)
  }
  return pages
}

/** Finds where notes stand: at the foot of pages, and under headings or separators after articles. */
export function findZones(
  view: View,
  pages: readonly PageLines[],
  calls: readonly CallCandidate[],
): readonly NoteZone[] {
  const zones: NoteZone[] = []
  const callsOnPage = groupByPage(pages, calls)
  let open: OpenZone | undefined
  const take = (lines: readonly FlowLine[]): number => {
    if (!open) return 0
    const taken = takeOn(view, open, lines)
    const ended = taken < lines.length || lines.length === 0
    if (ended && open.lines.length > 0) zones.push(open)
    if (ended) open = undefined
    return taken
  }
  for (const page of pages) {
    const from = take(page.lines)
    if (open) continue
    const heading = headingAt(view, page.lines, from)
    if (heading !== undefined) {
      const rule = page.lines[heading + 1]
      const printed = rule && RULE_LINE.test(textOf(view, rule)) ? rule : undefined
      open = { page: page.index, by: 'heading', rule: printed, lines: [], expected: undefined }
      take(page.lines.slice(heading + (printed ? 2 : 1)))
      continue
    }
    const start =
      separatorAt(view, page.lines, from) ??
      labelStart(view, page.lines, from, callsOnPage[page.index] ?? [])
    const lines = page.lines.slice(start?.first)
    if (!start || lines.length === 0) continue
    const zone: NoteZone = { lines, page: page.index, by: start.by, rule: start.rule }
    if (start.by === 'separator' && isEndZone(view, zone, callsOnPage, pages)) {
      open = { ...zone, lines: [], expected: undefined }
      for (const line of lines) push(view, open, line)
    } else zones.push(zone)
  }
  if (open && open.lines.length > 0) zones.push(open)
  return zones
}

/** A zone that the next page may carry on. */
interface OpenZone extends NoteZone {
  readonly lines: FlowLine[]
  /** The last label that came in sequence. */
  expected: Siglum | undefined
}

interface ZoneStart {
  readonly first: number
  readonly by: 'separator' | 'label'
  readonly rule: Span | undefined
}

/** The line after a heading of the language's own for notes, or undefined. */
function headingAt(view: View, lines: readonly FlowLine[], from: number): number | undefined {
  const titles = new Set(view.language.headings.notes)
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    if (line.to - line.from > TITLE) continue
    const title = textOf(view, line)
      .toLowerCase()
      .replace(/[.:*\s]+$/u, '')
    if (titles.has(title)) return i
  }
  return undefined
}

/** The first line after a separator on the page: a rule, or the blanks that a rule left. */
function separatorAt(view: View, lines: readonly FlowLine[], from: number): ZoneStart | undefined {
  const { witness } = view
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const next = lines[i + 1]
    if (RULE_LINE.test(textOf(view, line)) && next) {
      return { first: i + 1, by: 'separator', rule: { from: line.from, to: line.to } }
    }
    const before = lines[i - 1]?.line ?? line.line
    for (let n = line.line - 1; n > before; n--) {
      if (isRuleOfBlanks(witness.text, witness.lines.from(n), witness.lines.to(n))) {
        return { first: i, by: 'separator', rule: undefined }
      }
    }
  }
  return undefined
}

function isRuleOfBlanks(text: string, from: number, to: number): boolean {
  if (to - from < RULE_BLANKS) return false
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false
  return true
}

/**
 * Where no rule parts them, the notes begin at the first line after a blank line that bears the
 * siglum of a call above it on the page, if every note below it does.
 */
function labelStart(
  view: View,
  lines: readonly FlowLine[],
  from: number,
  calls: readonly CallCandidate[],
): ZoneStart | undefined {
  for (let i = Math.max(1, from); i < lines.length; i++) {
    const line = lines[i]
    const before = lines[i - 1]
    if (!line || !before || line.line === before.line + 1) continue
    const label = labelOf(textOf(view, line))?.siglum
    if (!label) continue
    const called = calls.some(
      (c) => c.from < line.from && c.likeness > 0.5 && isSame(label, c.siglum),
    )
    if (called && !isTitleAbove(view, line, lines[i + 1])) {
      return { first: i, by: 'label', rule: undefined }
    }
  }
  return undefined
}

/** Whether a line is a numbered title: short, without a full stop, and the text goes on below white. */
function isTitleAbove(view: View, line: FlowLine, next: FlowLine | undefined): boolean {
  const white = next !== undefined && next.line > line.line + 1
  return white && isTitleLike(textOf(view, line), view.survey.measure)
}

function isSame(a: Siglum, b: Siglum): boolean {
  return a.style === b.style && a.value === b.value
}

/**
 * Whether a zone holds the notes of the article that ends here rather than those of its page: no
 * call on the page answers its first label, and one further up does.
 */
function isEndZone(
  view: View,
  zone: NoteZone,
  calls: readonly (readonly CallCandidate[])[],
  pages: readonly PageLines[],
): boolean {
  const first = zone.lines[0]
  const label = first && labelOf(textOf(view, first))?.siglum
  if (!first || label?.value !== 1) return false
  const near = [...(calls[zone.page] ?? []), ...(calls[zone.page - 1] ?? [])]
  if (near.some((call) => call.from < first.from && isSame(label, call.siglum))) return false
  return pages.length > 1
}

/** Adds those of the first lines that carry on the notes of a zone, and says how many they are. */
function takeOn(view: View, open: OpenZone, lines: readonly FlowLine[]): number {
  let taken = 0
  for (const line of lines) {
    if (!carriesOn(view, open, line, taken === 0)) break
    push(view, open, line)
    taken++
  }
  return taken
}

function carriesOn(view: View, open: OpenZone, line: FlowLine, atTop: boolean): boolean {
  const last = open.lines.at(-1)
  if (last === undefined) return true
  const text = textOf(view, line)
  const label = labelOf(text)?.siglum
  if ((label && isExpected(open, label)) || isOpen(textOf(view, last))) return true
  if (atTop && !/^\p{Ll}/u.test(text)) return false
  return line.line - last.line <= 2 || !isTitleLike(text, view.survey.measure)
}

function push(view: View, open: OpenZone, line: FlowLine): void {
  const label = labelOf(textOf(view, line))?.siglum
  if (label && isExpected(open, label)) open.expected = label
  open.lines.push(line)
}

function isExpected({ expected }: OpenZone, label: Siglum): boolean {
  return expected === undefined || label.value === 1 || isNext(expected, label)
}

/** Whether `label` may come right after `before`; one note may be lost between. */
export function isNext(before: Siglum, label: Siglum): boolean {
  if (before.style !== label.style) return label.value === 1
  const step = label.value - before.value
  return step === 1 || step === 2
}

/** Whether a line leaves its sentence open: it ends in a letter, a comma or a hyphen. */
function isOpen(text: string): boolean {
  return /[\p{L}\p{N},;:\p{Pd}¬(«„]$/u.test(text)
}

function isTitleLike(text: string, measure: number): boolean {
  return text.length < measure * 0.8 && /^[\p{Lu}\p{N}«“"]/u.test(text) && !/[.,;:]$/u.test(text)
}

/** The characters of a line of the witness. */
export function textOf(view: View, line: Span): string {
  return view.witness.text.slice(line.from, line.to)
}

/** The calls on each page, by its index. */
export function groupByPage(
  pages: readonly PageLines[],
  calls: readonly CallCandidate[],
): readonly (readonly CallCandidate[])[] {
  const grouped: CallCandidate[][] = pages.map(() => [])
  let page = 0
  for (const call of calls) {
    while (page + 1 < pages.length && call.from >= (pages[page + 1]?.from ?? Infinity)) page++
    grouped[page]?.push(call)
  }
  return grouped
}
