import type { Block, NoteBody } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { type Boundary, boundariesOf } from './block-boundary.ts'
import { groupsOf } from './block-group.ts'
import { type BlockKind, isCapital, kindOf, type Surroundings } from './block-kind.ts'
import { blockMarking, groupMarking, type PageIndex, pageIndex } from './block-marking.ts'
import { contentsRuns } from './contents-run.ts'
import { type KnownBlock, rankHeadings } from './heading-level.ts'
import { blocksOf, type LaidBlock } from './laid-block.ts'
import { type LaidLine, layLines } from './laid-line.ts'
import { placesIn, withRuns } from './line-run.ts'
import { numberedSections } from './numbered-section.ts'
import { habitOf } from './paragraph-habit.ts'
import { tableRuns } from './table-run.ts'
import { verseLines } from './verse-run.ts'

/** Finds the blocks of the text and of the notes, and what each of them is. */
export const block: Pass = (view) => {
  const [text, ...notes] = view.flows
  if (!text) return []
  const [lines = []] = layLines(view, [text])
  const pages = pageIndex(view)
  const findings = [...textBlocks(view, lines, pages)]
  const laidNotes = layLines(view, notes)
  const own = habitOf(laidNotes.flat())
  // A note has seldom several paragraphs: the room behind a line alone does not make two of it.
  const habit = { ...own, marked: Math.max(own.marked, 0.9) }
  laidNotes.forEach((laid, i) => {
    const bounds = belowLabel(laid, notes[i]?.note, boundariesOf(laid, habit, new Set()))
    for (const paragraph of blocksOf(laid, bounds)) {
      findings.push(blockMarking({ block: paragraph, kind: 'text' }, undefined, pages))
    }
  })
  return findings
}

/** A note goes on below its label, though that stands alone on its line. */
function belowLabel(
  lines: readonly LaidLine[],
  note: NoteBody | undefined,
  boundaries: readonly Boundary[],
): readonly Boundary[] {
  const [first] = lines
  const alone = first !== undefined && note !== undefined && note.label.to >= first.at.to
  if (!alone) return boundaries
  return boundaries.map((boundary, i) =>
    i === 1 ? { begins: false, why: 'the label of the note stands above it' } : boundary,
  )
}

/** The blocks of the text of the book, and their groups. */
function textBlocks(view: View, lines: readonly LaidLine[], pages: PageIndex): readonly Finding[] {
  const contents = contentsRuns(lines, view.language)
  const runs = [...contents, ...tableRuns(lines, placesIn(contents))]
  const places = placesIn(runs)
  const free = lines.filter((line) => !places.has(line))
  const verse = verseLines(free)
  const sections = numberedSections(free, view.language)
  const bounds = withVerse(lines, boundariesOf(lines, habitOf(free), sections), verse)
  const blocks = know(view, blocksOf(lines, withRuns(lines, bounds, places)), (line) => {
    if (verse.has(line)) return 'verse-line'
    if (sections.has(line)) return 'heading'
    const role = places.get(line)?.run.role
    return role && (role === 'table' ? 'row' : 'entry')
  })
  const ranks = rankHeadings(blocks, notesBefore(view), view.language)
  const findings: Finding[] = []
  for (const known of blocks) {
    const marking = blockMarking(known, ranks.get(known.block), pages)
    findings.push(marking)
    if (marking.locator && marking.locator.page === undefined) findings.push(noPage(view, marking))
  }
  for (const group of groupsOf(blocks)) findings.push(groupMarking(group))
  return findings
}

/** An entry of a table of contents names a page that is not there. */
function noPage(view: View, { from, locator }: Block): Notice {
  const number = view.witness.text.slice(locator?.from, locator?.to)
  return {
    kind: 'notice',
    code: 'contents-page-missing',
    line: view.witness.lines.at(from),
    message: `Unexpected page ${number} in the contents, expected one of the pages of the book.`,
  }
}

/** Each line of a poem is a block of its own, and what follows a poem begins one. */
function withVerse(
  lines: readonly LaidLine[],
  boundaries: readonly Boundary[],
  verse: ReadonlySet<LaidLine>,
): readonly Boundary[] {
  return boundaries.map((boundary, i) => {
    const line = lines[i]
    const before = lines[i - 1]
    if (line && verse.has(line)) {
      return { begins: true, why: 'one of several short lines that begin with a capital' }
    }
    return before && verse.has(before) ? { begins: true, why: 'the poem before it ends' } : boundary
  })
}

/**
 * What every block is, in order: `told` says what is known of its first line, else a block's kind may
 * hang on that of the one before. O(n).
 */
function know(
  view: View,
  blocks: readonly LaidBlock[],
  told: (line: LaidLine) => KnownBlock['kind'] | undefined,
): readonly KnownBlock[] {
  const known: KnownBlock[] = []
  blocks.forEach((one, i) => {
    const first = one.lines[0]
    const kind = first && told(first)
    if (kind && (kind !== 'heading' || isSectionTitle(one))) {
      known.push({ block: one, kind })
      return
    }
    const around: Surroundings = {
      before: blocks[i - 1],
      after: blocks[i + 1],
      kindBefore: plainKind(known.at(-1)?.kind),
      last: i === blocks.length - 1,
    }
    known.push({ block: one, kind: kindOf(one, around, view.language) })
  })
  return known.map((one, i) => (isSignature(known, i) ? { ...one, kind: 'signed' } : one))
}

/** Lines that are kept as they are say no more of what follows than text does. */
function plainKind(kind: KnownBlock['kind'] | undefined): BlockKind | undefined {
  return kind === 'verse-line' || kind === 'row' || kind === 'entry' ? 'text' : kind
}

/** Whether a block that begins with the number of a section is no more than its title. */
function isSectionTitle(block: LaidBlock): boolean {
  return block.lines.length <= 5 && block.text.length < 300
}

/** A plain title right above one in capitals signs what goes before rather than heads what comes. */
function isSignature(known: readonly KnownBlock[], i: number): boolean {
  const [before, one, after] = [known[i - 1], known[i], known[i + 1]]
  if (one?.kind !== 'heading' || after?.kind !== 'heading' || before?.kind !== 'text') return false
  return !isCapital(one.block.text) && isCapital(after.block.text) && after.block.gap > 1
}

/** Whether endnotes stand between a block and the text before it. */
function notesBefore(view: View): (one: LaidBlock) => boolean {
  const ends = new Set(
    view.markings
      .of('note')
      .filter((note) => note.place === 'end')
      .map((note) => view.witness.lines.at(note.to - 1)),
  )
  return (one) => {
    const first = one.lines[0]?.at.line ?? 0
    for (let line = first - 1; line >= first - 6; line--) if (ends.has(line)) return true
    return false
  }
}
