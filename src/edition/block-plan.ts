import type { Correction } from '../model/correction.ts'
import { dropBlanks, type Flow, type FlowLine, skipBlanks } from '../model/flow.ts'
import type { Block, EditorialMark, Emphasis, NoteCall } from '../model/marking.ts'
import { bySpan, type Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'

/** One place where a correction is in force: what is read for the characters of the span. */
export interface Mend extends Span {
  readonly corr: string
  readonly correction: Correction
}

/** Inline markings that frame other text. */
export type Frame = Emphasis | EditorialMark

/** A block of a flow, and all that shall stand in it. */
export interface BlockPlan {
  /** Undefined for text that no marking claims: it makes a paragraph of its own. */
  readonly marking: Block | undefined
  /** Never empty; each trimmed of the blanks at its ends. */
  readonly lines: readonly FlowLine[]
  label: Span | undefined
  mends: readonly Mend[]
  calls: readonly NoteCall[]
  frames: readonly Frame[]
}

const NONE: readonly never[] = []

/**
 * Cuts the lines of a flow into blocks. Where blocks overlap, the later one ends the one before;
 * printed text outside all blocks makes blocks without a marking. Linear.
 */
export function planBlocks(
  witness: Witness,
  flow: Flow,
  blocks: readonly Block[],
): readonly BlockPlan[] {
  const plans: BlockPlan[] = []
  let lines: FlowLine[] = []
  let current: Block | undefined
  let next = 0
  for (const line of flow.lines) {
    let at = line.from
    while (at < line.to) {
      while (next < blocks.length && endOf(blocks, next) <= at) next++
      const block = blocks[next]
      const inside = block !== undefined && block.from <= at
      const end = inside ? endOf(blocks, next) : (block?.from ?? line.to)
      add(inside ? block : undefined, line, at, Math.min(end, line.to))
      at = Math.min(end, line.to)
    }
  }
  return plans

  function add(marking: Block | undefined, line: FlowLine, start: number, end: number): void {
    const piece = pieceOf(witness, line, start, end)
    if (piece.from === piece.to) return
    const last = lines.at(-1)
    const goesOn = marking === current && (marking || !last || !isParted(witness, last, piece))
    if (last && goesOn) {
      lines.push(piece)
      return
    }
    lines = [piece]
    current = marking
    plans.push({ marking, lines, label: undefined, mends: NONE, calls: NONE, frames: NONE })
  }
}

/** The stretch of a line from `start` to `end`, without the blanks at its ends. */
function pieceOf(witness: Witness, line: FlowLine, start: number, end: number): FlowLine {
  if (start === line.from && end === line.to) return line
  const from = skipBlanks(witness.text, start, end)
  return { line: line.line, from, to: dropBlanks(witness.text, from, end) }
}

/** Where a block ends for us: where the next one begins, at the latest. */
function endOf(blocks: readonly Block[], index: number): number {
  const own = blocks[index]?.to ?? 0
  return Math.min(own, blocks[index + 1]?.from ?? own)
}

/** Whether a blank line, and nothing else, stands between two lines. */
function isParted(witness: Witness, a: FlowLine, b: FlowLine): boolean {
  return b.line - a.line > 1 && skipBlanks(witness.text, a.to, b.from) === b.from
}

/** What a block may hold, of one flow, in any order. */
export interface Contents {
  readonly mends: readonly Mend[]
  readonly calls: readonly NoteCall[]
  readonly frames: readonly Frame[]
  /** Of the flow's own note. */
  readonly label: Span | undefined
}

/**
 * Puts everything into its block. O(n log n).
 *
 * A mend always finds a place, the end of the block before it if it must; what reaches beyond its
 * block goes on in the next. A call must lie within a line and share no character with a mend or
 * label, else it stays text.
 */
export function furnish(plans: readonly BlockPlan[], contents: Contents): void {
  const mends = [...contents.mends].sort((a, b) => a.from - b.from || a.to - b.to)
  const calls = [...contents.calls].sort(bySpan)
  const frames = [...contents.frames].sort(bySpan)
  let mend = 0
  let call = 0
  let frame = 0
  let rest: Mend | undefined
  plans.forEach((plan, i) => {
    const from = plan.lines[0]?.from ?? 0
    const to = plan.lines.at(-1)?.to ?? from
    const limit = plans[i + 1]?.lines[0]?.from ?? Number.POSITIVE_INFINITY
    const own: Mend[] = []
    for (;;) {
      const found: Mend | undefined = rest ?? mends[mend]
      if (!found || (found.from >= limit && !(found.from === to && found.to === to))) break
      if (!rest) mend++
      rest = found.to > limit ? { ...found, from: limit, corr: '' } : undefined
      own.push(clamped(found, Math.max(from, own.at(-1)?.to ?? from), to))
      if (rest) break
    }
    if (own.length > 0) plan.mends = own
    plan.label = labelOf(plan, i === 0 ? contents.label : undefined)
    const first = call
    while ((calls[call]?.from ?? limit) < limit) call++
    if (call > first) plan.calls = soundCalls(plan, calls.slice(first, call))
    const start = frame
    while ((frames[frame]?.from ?? limit) < limit) frame++
    if (frame > start) plan.frames = frames.slice(start, frame).filter((f) => f.from < f.to)
  })
}

function clamped(mend: Mend, from: number, to: number): Mend {
  if (mend.from >= from && mend.to <= to) return mend
  const start = Math.min(Math.max(mend.from, from), to)
  return { ...mend, from: start, to: Math.min(Math.max(mend.to, start), to) }
}

/** The label of an item or note, if it is what its block begins with. */
function labelOf(plan: BlockPlan, ofNote: Span | undefined): Span | undefined {
  const label = ofNote ?? (plan.marking?.role === 'item' ? plan.marking.label : undefined)
  const line = plan.lines[0]
  if (!label || !line || label.from !== line.from || label.to > line.to) return undefined
  if (label.from >= label.to || plan.mends.some((mend) => mend.from < label.to)) return undefined
  return { from: label.from, to: label.to }
}

function soundCalls(plan: BlockPlan, calls: readonly NoteCall[]): readonly NoteCall[] {
  const sound: NoteCall[] = []
  let line = 0
  let mend = 0
  let end = plan.label?.to ?? 0
  for (const call of calls) {
    if (call.from < end || call.from > call.to) continue
    // An empty call may stand at the very end of a line.
    const least = call.from === call.to ? call.from : call.from + 1
    while ((plan.lines[line]?.to ?? Number.POSITIVE_INFINITY) < least) line++
    while ((plan.mends[mend]?.to ?? Number.POSITIVE_INFINITY) <= call.from) mend++
    const host = plan.lines[line]
    const inLine = host !== undefined && host.from <= call.from && call.to <= host.to
    const mended = (plan.mends[mend]?.from ?? Number.POSITIVE_INFINITY) < call.to
    if (!inLine || mended) continue
    sound.push(call)
    end = call.to
  }
  return sound
}
