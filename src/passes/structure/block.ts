import type { Block, Group } from '../../model/marking.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { type Boundary, boundariesOf } from './block-boundary.ts'
import { groupsOf } from './block-group.ts'
import { isCapital, kindOf, type Surroundings } from './block-kind.ts'
import { type HeadingRank, type KnownBlock, rankHeadings } from './heading-level.ts'
import { itemLabel } from './item-label.ts'
import { blocksOf, type LaidBlock } from './laid-block.ts'
import { type LaidLine, layLines } from './laid-line.ts'
import { numberedSections } from './numbered-section.ts'
import { habitOf } from './paragraph-habit.ts'
import { verseLines } from './verse-run.ts'

const RULE = 'structure/block'

/** Finds the blocks of the text and of the notes, and what each of them is. */
export const block: Pass = (view) => {
  const [text, ...notes] = view.flows
  if (!text) return []
  const [lines = []] = layLines(view, [text])
  const habit = habitOf(lines)
  const sections = numberedSections(lines, view.language)
  const verse = verseLines(lines)
  const blocks = know(
    view,
    blocksOf(lines, withVerse(lines, boundariesOf(lines, habit, sections), verse)),
    verse,
    sections,
  )
  const ranks = rankHeadings(blocks, notesBefore(view), view.language)
  const findings: Finding[] = blocks.map((known) => blockMarking(known, ranks.get(known.block)))
  for (const group of groupsOf(blocks)) findings.push(groupMarking(group))
  const laidNotes = layLines(view, notes)
  const noteHabit = habitOf(laidNotes.flat())
  for (const laid of laidNotes) {
    for (const paragraph of blocksOf(laid, boundariesOf(laid, noteHabit, new Set()))) {
      findings.push(blockMarking({ block: paragraph, kind: 'text' }, undefined))
    }
  }
  return findings
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

/** What every block is, in order: a block's kind may hang on that of the one before. O(n). */
function know(
  view: View,
  blocks: readonly LaidBlock[],
  verse: ReadonlySet<LaidLine>,
  sections: ReadonlySet<LaidLine>,
): readonly KnownBlock[] {
  const known: KnownBlock[] = []
  blocks.forEach((one, i) => {
    const first = one.lines[0]
    if (first && verse.has(first)) {
      known.push({ block: one, kind: 'verse-line' })
      return
    }
    if (first && sections.has(first) && isSectionTitle(one)) {
      known.push({ block: one, kind: 'heading' })
      return
    }
    const kindBefore = known.at(-1)?.kind
    const around: Surroundings = {
      before: blocks[i - 1],
      after: blocks[i + 1],
      kindBefore: kindBefore === 'verse-line' ? 'text' : kindBefore,
      last: i === blocks.length - 1,
    }
    known.push({ block: one, kind: kindOf(one, around, view.language) })
  })
  return known.map((one, i) => (isSignature(known, i) ? { ...one, kind: 'signed' } : one))
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

function blockMarking({ block: one, kind }: KnownBlock, rank: HeadingRank | undefined): Block {
  const from = one.lines[0]?.at.from ?? 0
  const shape = {
    kind: 'marking',
    rule: RULE,
    from,
    to: one.lines.at(-1)?.at.to ?? from,
    cert: 'high',
  } as const
  const { why } = one.boundary
  if (kind === 'heading' && rank) {
    const { level, division } = rank
    return { ...shape, role: 'heading', level, division, evidence: [why, rank.why] }
  }
  if (kind === 'item') {
    const length = itemLabel(one.text)?.length ?? 0
    return { ...shape, role: 'item', label: { from, to: from + length }, evidence: [why] }
  }
  const role = kind === 'text' || kind === 'heading' ? 'paragraph' : kind
  return { ...shape, role, evidence: [why] }
}

function groupMarking(group: ReturnType<typeof groupsOf>[number]): Group {
  return {
    kind: 'marking',
    rule: RULE,
    role: group.role,
    from: group.blocks[0]?.lines[0]?.at.from ?? 0,
    to: group.blocks.at(-1)?.lines.at(-1)?.at.to ?? 0,
    cert: 'high',
    evidence: [group.why],
  }
}
