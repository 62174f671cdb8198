import type { Notice } from '../../model/notice.ts'
import type { SheetLine } from './page-sheet.ts'
import { isTwoColumns } from './two-columns.ts'

/** A page, as a notice names it. */
interface NamedPage {
  readonly number: string
  readonly lines: readonly SheetLine[]
}

/** Pages one after another that hold two columns. */
interface Run {
  readonly from: NamedPage
  readonly to: NamedPage
  /** The index of the last of them. */
  readonly last: number
}

/** A stretch without page beginnings is looked at in pieces of so many printed lines. */
const PIECE = 50
/** Two columns are reported where so many pages have them, or all of a shorter text. */
const ENOUGH = 3
/** So many places are named. */
const SHOWN = 5

/** Says which pages hold two columns side by side, and what to do; one notice for the book. O(n). */
export function columnNotice(pages: readonly NamedPage[]): Notice | undefined {
  const pieces = pages.flatMap(inPieces)
  const found = pieces.flatMap((page, index) => (isTwoColumns(page.lines) ? [{ page, index }] : []))
  const [first] = found
  if (!first || found.length < Math.min(ENOUGH, pieces.length)) return undefined
  const runs: Run[] = []
  for (const { page, index } of found) {
    const run = runs.at(-1)
    const goesOn = run !== undefined && run.last === index - 1
    if (goesOn) runs.pop()
    runs.push({ from: goesOn ? run.from : page, to: page, last: index })
  }
  const places = runs.slice(0, SHOWN).map(({ from, to }) => placeOf(from, to))
  const more = runs.length > SHOWN ? ` and ${runs.length - SHOWN} more places` : ''
  return {
    kind: 'notice',
    code: 'two-columns',
    line: first.page.lines[0]?.line ?? 0,
    message: `Unexpected two columns side by side on ${places.join(', ')}${more}, expected one; extract the text again by pdftotext without -layout, or with -raw`,
  }
}

function inPieces({ number, lines }: NamedPage): readonly NamedPage[] {
  if (lines.length < PIECE * 4) return [{ number, lines }]
  const pieces: NamedPage[] = []
  for (let at = 0; at < lines.length; at += PIECE) {
    pieces.push({ number, lines: lines.slice(at, at + PIECE) })
  }
  return pieces
}

function placeOf(from: NamedPage, to: NamedPage): string {
  const lines = `lines ${from.lines[0]?.line ?? 0}–${to.lines.at(-1)?.line ?? 0}`
  if (from.number === '') return lines
  if (from.number === to.number) return `page ${from.number} (${lines})`
  return `pages ${from.number}–${to.number} (${lines})`
}
