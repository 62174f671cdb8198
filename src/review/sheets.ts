import type { Edition } from '../model/edition.ts'
import type { PageBeginning } from '../model/marking.ts'
import type { ImagedPage } from '../model/page-image.ts'
import { shownNumber } from '../model/page-key.ts'
import { partitionPoint } from '../model/partition-point.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'

/** How many lines a stretch has where the book has no pages. */
const LINES = 50

/** A stretch of the witness that is looked at as a whole: a printed page, or some lines. */
export interface Stretch extends Span {
  readonly name: string
  /** Its first raw line, from 1. */
  readonly line: number
  /** Where the page begins that it is; undefined where it is none. */
  readonly page?: number
  /** The page, as the names of images know it. */
  readonly imaged?: ImagedPage
}

/** The stretches of a book, which tile it: its pages, or its lines by fifties. Linear. */
export function stretchesOf({ witness, markings }: Edition): readonly Stretch[] {
  const pages = markings
    .filter((marking): marking is PageBeginning => marking.role === 'page')
    .sort((a, b) => a.from - b.from)
  const first = pages[0]?.from ?? witness.text.length
  const led = witness.text.slice(0, first).trim() !== ''
  const loose = led || pages.length === 0 ? linesOf(witness, { from: 0, to: first }) : []
  return [...loose, ...pages.map((page, i) => stretchOf(witness, pages, page, i, loose.length > 0))]
}

function stretchOf(
  { text, lines }: Witness,
  pages: readonly PageBeginning[],
  page: PageBeginning,
  i: number,
  led: boolean,
): Stretch {
  const from = i === 0 && !led ? 0 : page.from
  const name = shownNumber(page)
  return {
    from,
    to: pages[i + 1]?.from ?? text.length,
    name: name === '' ? `[page ${i + 1}]` : name,
    line: lines.at(page.from),
    page: page.from,
    imaged: { number: name, leaf: i + 1 },
  }
}

function linesOf({ text, lines }: Witness, { from, to }: Span): readonly Stretch[] {
  const found: Stretch[] = []
  const last = to >= text.length ? lines.count : lines.at(Math.max(from, to - 1))
  for (let line = lines.at(from); line <= last; line += LINES) {
    const end = Math.min(line + LINES - 1, last)
    const start = lines.from(line)
    found.push({
      from: start,
      to: Math.min(lines.next(end), to),
      name: `lines ${line}–${end}`,
      line,
    })
  }
  return found
}

/** The index of the stretch that holds an offset. O(log n). */
export function sheetAt(stretches: readonly Stretch[], offset: number): number {
  return Math.max(0, partitionPoint(stretches, ({ from }) => from <= offset) - 1)
}
