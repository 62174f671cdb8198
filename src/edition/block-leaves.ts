import type { Leaf } from '../model/edition.ts'
import type { FlowLine } from '../model/flow.ts'
import type { LineEndHyphen } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { BlockPlan } from './block-plan.ts'
import type { FlowCursor } from './flow-cursor.ts'

/** The line-end hyphens of the book, by the offset behind the glyph. */
export type Hyphens = ReadonlyMap<number, LineEndHyphen>

/**
 * The leaves of a block, in order: its lines, and what lies between them. Moves the cursor from the
 * first line to behind the last. Linear.
 */
export function blockLeaves(
  text: string,
  plan: BlockPlan,
  hyphens: Hyphens,
  cursor: FlowCursor,
): Leaf[] {
  const leaves: Leaf[] = []
  const called = new Set(plan.calls.flatMap(({ from, to }) => (from < to ? [to] : [])))
  const spaced = spacedStretches(plan)
  let next = 0
  let before: FlowLine | undefined
  let hyphen: LineEndHyphen | undefined
  plan.lines.forEach((line, i) => {
    if (before) gapLeaves(leaves, cursor, before, line, hyphen !== undefined)
    const last = i === plan.lines.length - 1
    const label = i === 0 ? plan.label : undefined
    hyphen = last || called.has(line.to) ? undefined : hyphenAt(hyphens, line, label)
    while ((spaced[next]?.to ?? line.to) <= line.from) next++
    lineLeaves(leaves, text, line, { label, hyphen, spaced, next })
    cursor.skip(line.to)
    before = line
  })
  return leaves
}

/** The hyphen at the end of a line, unless the label claims the glyph. */
function hyphenAt(
  hyphens: Hyphens,
  line: FlowLine,
  label: Span | undefined,
): LineEndHyphen | undefined {
  const hyphen = hyphens.get(line.to)
  if (!hyphen || hyphen.to - hyphen.from !== 1) return undefined
  return hyphen.from < (label?.to ?? line.from) ? undefined : hyphen
}

/** The letter-spaced stretches of a block, apart from each other. */
function spacedStretches(plan: BlockPlan): readonly Span[] {
  let end = 0
  return plan.frames.filter((frame) => {
    if (frame.role !== 'emphasis' || frame.as === 'set' || frame.from < end) return false
    end = frame.to
    return true
  })
}

/** What lies between two lines of a block; a reader sees one blank of it, or none in a word. */
function gapLeaves(
  leaves: Leaf[],
  cursor: FlowCursor,
  before: FlowLine,
  line: FlowLine,
  joined: boolean,
): void {
  const start = leaves.length
  cursor.advance(leaves, line.from)
  const together = before.line === line.line && leaves.length === start
  if (joined || together) return
  const first = leaves[start]
  if (first?.type === 'layout') leaves[start] = { ...first, value: ' ' }
  else leaves.splice(start, 0, { type: 'layout', value: ' ', from: before.to, to: before.to })
}

interface LineParts {
  readonly label: Span | undefined
  readonly hyphen: LineEndHyphen | undefined
  readonly spaced: readonly Span[]
  /** The index of the first of them that may reach into the line. */
  readonly next: number
}

function lineLeaves(leaves: Leaf[], text: string, line: FlowLine, parts: LineParts): void {
  const { label, hyphen, spaced } = parts
  leaves.push({ type: 'lineBeginning', line: line.line, from: line.from, to: line.from })
  if (label) leaves.push({ type: 'label', value: text.slice(label.from, label.to), ...label })
  let at = label?.to ?? line.from
  const end = hyphen?.from ?? line.to
  for (let i = parts.next; i < spaced.length; i++) {
    const { from, to } = spaced[i] ?? line
    if (from >= end) break
    if (to <= at) continue
    const start = Math.max(at, from)
    textLeaves(leaves, text, at, start, WIDE)
    at = Math.min(end, to)
    textLeaves(leaves, text, start, at, ANY)
  }
  textLeaves(leaves, text, at, end, WIDE)
  if (!hyphen) return
  const { from, to, value: kind } = hyphen
  leaves.push({ type: 'hyphen', value: text.slice(from, to), kind, from, to })
}

const BLANK =
  '[\\0-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]'

/** White space that is layout in running text: more than one blank, or one that is no blank. */
const WIDE = new RegExp(`${BLANK}{2,}|[\\t-\\r\\x85\\u2028\\u2029]`, 'g')

/** White space that is layout in letter-spaced words: all. */
const ANY = new RegExp(`${BLANK}+`, 'g')

const HAS_BLANK = /[\s\x85]/

/** Text, with the white space that is layout taken out. Control characters alone are text. */
function textLeaves(leaves: Leaf[], text: string, from: number, to: number, layout: RegExp): void {
  if (from >= to) return
  const value = text.slice(from, to)
  if (value.search(layout) < 0) {
    leaves.push({ type: 'text', value, from, to })
    return
  }
  let at = 0
  for (const match of value.matchAll(layout)) {
    const [blanks] = match
    if (!HAS_BLANK.test(blanks)) continue
    if (match.index > at) leaves.push(textLeaf(value, from, at, match.index))
    at = match.index + blanks.length
    const seen = layout === WIDE || blanks.length > 1 ? ' ' : ''
    leaves.push({ type: 'layout', value: seen, from: from + match.index, to: from + at })
  }
  if (at < value.length) leaves.push(textLeaf(value, from, at, value.length))
}

function textLeaf(value: string, base: number, from: number, to: number): Leaf {
  return { type: 'text', value: value.slice(from, to), from: base + from, to: base + to }
}
