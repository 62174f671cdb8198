import type { Layout } from './layout.ts'
import { callsOn, type SetBlock, type SetLine } from './set-blocks.ts'
import type { Block, Note } from './truth.ts'

/** A line on its page, with the block it belongs to and the blank lines before it. */
export interface PlacedLine extends SetLine {
  readonly block: Block
  readonly gap: number
  readonly gapMayBeLost: boolean
}

export interface Page {
  /** As it is counted: Roman numerals in the front matter. */
  readonly number: string
  readonly side: 'verso' | 'recto'
  /** Whether a part, an article or a document begins at its head. */
  readonly opens: boolean
  readonly text: readonly PlacedLine[]
  readonly notes: readonly SetLine[]
}

/** A page before it is counted. */
export type MadePage = Omit<Page, 'number' | 'side'>

/** Lines of a note that must stand on the page of its call, and of text under a heading. */
const LEAST = 2

/** Lines of notes that the last page of an article takes where it would have no room. */
const OVER = 20

/**
 * Makes lines up into pages. A note begins on the page of its call and runs on over the page foot
 * where it does not fit; a heading takes two lines of text with it.
 *
 * Throws where a note would run on into another article.
 */
export function makeUp(
  blocks: readonly SetBlock[],
  linesOf: (note: Note) => readonly SetLine[],
  notes: ReadonlyMap<string, Note>,
  layout: Layout,
): readonly MadePage[] {
  const pages: MadePage[] = []
  let text: PlacedLine[] = []
  let pending: SetLine[] = []
  let used = 0
  let opens = false
  const { pageLines, notes: style } = layout
  const below = (lines: number): number => (lines > 0 ? style.separator.length + lines : 0)
  const finish = (last: boolean): void => {
    const free = Math.max(0, pageLines - used - style.separator.length)
    const most = Math.max(free, OVER)
    const room = last ? most : Math.min(free, linesBelow(pending, style.most))
    pages.push({ opens, text, notes: pending.slice(0, room) })
    pending = pending.slice(room)
    text = []
    used = 0
    opens = false
  }
  blocks.forEach((set, nth) => {
    if (set.opener) {
      if (text.length > 0) finish(true)
      if (pending.length > 0) throw new Error('A note runs on into another article')
      opens = true
    }
    set.lines.forEach((line, i) => {
      const called = footnotesOn(line, notes).flatMap((note) => linesOf(note))
      const gap = i === 0 ? set.gap : (line.blankRows ?? 0)
      const cost = 1 + (layout.paragraph.parted || text.length === 0 ? 0 : gap)
      const kept = i === 0 ? linesToKeep(blocks, nth) : 1
      const most = called.length > 0 ? 0 : style.most
      const lines = below(linesBelow([...pending, ...called], most))
      if (used + cost + kept - 1 + lines > pageLines && text.length > 0) finish(false)
      used += text.length === 0 ? 1 : cost
      const { gapMayBeLost, block } = set
      text.push({ ...line, block, gap, gapMayBeLost })
      pending.push(...called)
      if (used + below(linesBelow(pending, style.most)) > pageLines) finish(false)
    })
  })
  if (text.length > 0) finish(true)
  if (pending.length > 0) throw new Error('A note runs on over the end of the book')
  return pages
}

/** The footnotes called on a line, in order. */
export function footnotesOn(line: SetLine, notes: ReadonlyMap<string, Note>): readonly Note[] {
  return callsOn(line).flatMap(({ note: key }) => {
    const note = notes.get(key)
    return note?.place === 'foot' ? [note] : []
  })
}

/**
 * How many lines of notes a page takes: `most`, but all of the notes before the last one, and enough
 * of that.
 */
function linesBelow(pending: readonly SetLine[], most: number): number {
  const last = pending.findIndex((line) => line.note === pending.at(-1)?.note)
  const least = Math.min(pending.length, Math.max(0, last) + LEAST)
  return Math.max(least, Math.min(pending.length, most))
}

/** How many lines from the first one of a block must stand together. */
function linesToKeep(blocks: readonly SetBlock[], from: number): number {
  let kept = 0
  for (let nth = from; nth < blocks.length; nth++) {
    const set = blocks[nth]
    if (!set) break
    const leads = set.block.role === 'heading' || set.block.role === 'salute'
    if (!leads) return nth === from ? 1 : kept + set.gap + Math.min(LEAST, set.lines.length)
    kept += set.lines.length + (nth === from ? 0 : set.gap)
  }
  return Math.max(1, kept)
}
