import type { Flow, FlowLine } from '../../model/flow.ts'
import { partitionPoint } from '../../model/partition-point.ts'
import type { View } from '../../model/view.ts'

/** A line of a flow with what the eye sees around it. Lengths are in UTF-16 units. */
export interface LaidLine {
  readonly at: FlowLine
  readonly text: string
  /** Blank lines before it on the same page, since the line before in the flow; a page break aside. */
  readonly gap: number
  /** Whether a page begins between it and the line before. */
  readonly pageTop: boolean
  /** Whether the page before it is a short one. */
  readonly afterShortPage: boolean
  /** How far it is indented against the lines of its page. */
  readonly indent: number
  /** The usual length of a full line hereabouts. */
  readonly measure: number
  /** What the hyphen at its end is, if there is one. */
  readonly hyphen: 'soft' | 'hard' | 'ask' | undefined
}

/** How many lines to each side the local measure is taken from. */
const NEIGHBOURS = 24

/** The lines of one or several flows, one after another, as the eye sees them. O(n). */
export function layLines(view: View, flows: readonly Flow[]): readonly (readonly LaidLine[])[] {
  const hyphens = new Map(view.markings.of('hyphen').map((h) => [h.to, h.value]))
  const pages = pageTable(view)
  const texts = flows.map((flow) =>
    flow.lines.map((line) => view.witness.text.slice(line.from, line.to)),
  )
  const measures = localMeasures(texts.flat(), view.survey.measure)
  let index = 0
  return flows.map((flow, f) =>
    flow.lines.map((at, i) => {
      const before = flow.lines[i - 1]
      const page = pages.at(at.from)
      const pageTop = before !== undefined && pages.at(before.from) !== page
      return {
        at,
        text: texts[f]?.[i] ?? '',
        gap: before ? blankLines(view, before.line, at.line) : 0,
        pageTop: pageTop || (before === undefined && flow.note === undefined),
        afterShortPage: pages.isShort(page - 1),
        indent: indentOf(view, at) - pages.margin(page),
        measure: measures[index++] ?? view.survey.measure,
        hyphen: hyphens.get(at.to),
      }
    }),
  )
}

/** Blank raw lines between two lines. */
function blankLines(view: View, from: number, to: number): number {
  const { lines, text } = view.witness
  let blank = 0
  for (let n = from + 1; n < to; n++) {
    if (text.slice(lines.from(n), lines.to(n)).trim() === '') blank++
  }
  return blank
}

function indentOf(view: View, line: FlowLine): number {
  const { text, lines } = view.witness
  let at = line.from
  while (at > lines.from(line.line) && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--
  return line.from - at
}

/** The 80th percentile of the lengths around each line. O(n · NEIGHBOURS log NEIGHBOURS). */
function localMeasures(texts: readonly string[], usual: number): readonly number[] {
  const lengths = texts.map((text) => text.length)
  const measures: number[] = []
  for (let i = 0; i < lengths.length; i += NEIGHBOURS) {
    const near = lengths
      .slice(Math.max(0, i - NEIGHBOURS), i + 2 * NEIGHBOURS)
      .sort((a, b) => a - b)
    const found = near.length < 12 ? usual : (near[Math.floor(near.length * 0.8)] ?? usual)
    for (let j = i; j < Math.min(i + NEIGHBOURS, lengths.length); j++) measures.push(found)
  }
  return measures
}

interface PageTable {
  /** The index of the page that holds an offset, from 0. */
  at(offset: number): number
  isShort(page: number): boolean
  /** The indent of the leftmost column of a page: what most of its lines have. */
  margin(page: number): number
}

function pageTable(view: View): PageTable {
  const starts = view.markings.of('page').map((page) => page.from)
  const at = (offset: number): number => {
    return Math.max(0, partitionPoint(starts, (one) => one <= offset) - 1)
  }
  const sizes: number[] = Array.from({ length: Math.max(1, starts.length) }, () => 0)
  const indents: number[][] = sizes.map(() => [])
  for (const flow of view.flows) {
    for (const line of flow.lines) {
      const page = at(line.from)
      sizes[page] = (sizes[page] ?? 0) + 1
      indents[page]?.push(indentOf(view, line))
    }
  }
  const margins = marginsOf(indents)
  const usual = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length * 0.6)] ?? 0
  return {
    at,
    isShort: (page) => page < 0 || (sizes[page] ?? 0) < usual * 0.8,
    margin: (page) => margins[page] ?? 0,
  }
}

/** Pages of fewer lines than these have no margin of their own: their lines may be centred. */
const FEW = 8

/**
 * The margin of each page: its own, unless all its lines are those that go on in hanging paragraphs,
 * or too few to tell; then that of most pages on the same side of the sheet. O(n log n).
 */
function marginsOf(indents: readonly (readonly number[])[]): readonly number[] {
  const own = indents.map(marginOf)
  const full = indents.flatMap((found, page) => (found.length >= FEW ? [page] : []))
  const hang = median(full.map((page) => modeOf(indents[page] ?? []) - (own[page] ?? 0)))
  const sides = [0, 1].map((side) =>
    median(full.filter((page) => page % 2 === side).map((page) => own[page] ?? 0)),
  )
  return own.map((margin, page) => {
    const usual = sides[page % 2] ?? 0
    const hangs = hang >= 2 && Math.abs(margin - usual - hang) <= 1
    return hangs || (indents[page]?.length ?? 0) < FEW ? usual : margin
  })
}

/** The smallest indent that is no accident. */
function marginOf(indents: readonly number[]): number {
  const enough = Math.max(2, indents.length * 0.05)
  const usual = [...countsOf(indents)].flatMap(([indent, count]) =>
    count >= enough ? [indent] : [],
  )
  return Math.min(...(usual.length > 0 ? usual : indents), Number.MAX_SAFE_INTEGER)
}

/** The indent that most lines have. */
function modeOf(indents: readonly number[]): number {
  const [most] = [...countsOf(indents)].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most?.[0] ?? 0
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
