import type { FlowLine } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import type { CallCandidate } from './note-call.ts'

/** A page as the note passes see it: its printed lines, forme work left out. */
export interface PageLines {
  /** Index of the page in the book, from 0. */
  readonly index: number
  /** The witness offset at which the page begins. */
  readonly from: number
  readonly lines: readonly FlowLine[]
}

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

/** The characters of a line of the witness. */
export function textOf(view: View, line: Span): string {
  return view.witness.text.slice(line.from, line.to)
}
