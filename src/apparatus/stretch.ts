import type { Piece, Reading } from '../model/reading.ts'
import { pieceAt } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { View } from '../model/view.ts'
import type { Guard } from './guard.ts'

/** A run of witness characters that an edit of the reading falls on, with nothing hidden in it. */
export interface Stretch extends Span {
  /** What the reading shows of it. */
  readonly text: string
  /** Whether it must stay as it is: a reference mark, an editorial mark, the end of a block. */
  readonly fixed: boolean
  /** Whether it is white space of the layout, for which the reading has a blank by itself. */
  readonly layout: boolean
  /** How far left a pure insertion or deletion in it may slide. */
  limit(part: Span): number
}

interface Run extends Span {
  readonly text: string
  readonly fixed: boolean
  readonly layout: boolean
  /** The index of its first piece, and whether it may grow to the right. */
  readonly piece: number
  readonly open: boolean
}

/**
 * The stretches of the witness under `edit`, in the order of the reading. Of the corrections in the
 * reading only those in `swallowed` are taken along; those lie wholly within the edit.
 */
export function stretchesOf(
  view: View,
  guard: Guard,
  edit: Span,
  swallowed: ReadonlySet<string>,
): readonly Stretch[] {
  const { reading } = view
  const runs: Run[] = []
  const first = firstPiece(reading, edit.from)
  for (let i = first; i < reading.pieces.length; i++) {
    const piece = reading.pieces[i]
    if (!piece || piece.at > edit.to) break
    for (const run of runsOf(view, guard, piece, i, edit, swallowed)) append(runs, run)
  }
  if (runs.length === 0 && edit.from === edit.to) {
    const point = insertionPoint(reading, guard, first, edit.from)
    if (point) runs.push(point)
  }
  return runs.map((run) => ({ ...run, limit: (part) => slideLimit(reading, guard, run, part) }))
}

/** The first piece that ends at `offset` or behind it. */
function firstPiece(reading: Reading, offset: number): number {
  let index = pieceAt(reading, offset)
  while (index > 0) {
    const before = reading.pieces[index - 1]
    if (!before || before.at + before.length < offset) break
    index--
  }
  return index
}

/** What an edit takes of a piece. */
function runsOf(
  { reading, witness: { lines } }: View,
  guard: Guard,
  piece: Piece,
  index: number,
  edit: Span,
  swallowed: ReadonlySet<string>,
): readonly Run[] {
  const from = Math.max(edit.from, piece.at)
  const to = Math.min(edit.to, piece.at + piece.length)
  if (typeof piece.source === 'object') {
    if (!swallowed.has(piece.source.correction)) return []
    const text = reading.text.slice(piece.at, piece.at + piece.length)
    // What was put in for a line end stays by itself, as the line end would.
    const layout = piece.to > lines.to(lines.at(piece.from))
    return [
      { from: piece.from, to: piece.to, text, fixed: false, layout, piece: index, open: !layout },
    ]
  }
  if (from >= to) return []
  if (piece.source === 'layout') return [layoutRun(reading, guard, piece, index)]
  const start = piece.from + from - piece.at
  return witnessRuns(reading, guard, { from: start, to: start + to - from }, piece, index)
}

/** A blank for a line end stands for the line end alone; the end of a block cannot be changed. */
function layoutRun(reading: Reading, guard: Guard, piece: Piece, index: number): Run {
  const text = reading.text.slice(piece.at, piece.at + piece.length)
  const to = guard.endOfBlanks(piece.from, piece.to)
  const fixed = text === '\n' || to === piece.from
  return { from: piece.from, to, text, fixed, layout: true, piece: index, open: false }
}

/** Characters as printed, cut where something begins or ends that must stay. */
function witnessRuns(
  reading: Reading,
  guard: Guard,
  span: Span,
  piece: Piece,
  index: number,
): readonly Run[] {
  const runs: Run[] = []
  let at = span.from
  while (at < span.to) {
    const kept = guard.next(at)
    const fixed = kept !== undefined && kept.from <= at
    const to = Math.min(span.to, (fixed ? kept.to : kept?.from) ?? span.to)
    const text = reading.text.slice(piece.at + at - piece.from, piece.at + to - piece.from)
    runs.push({ from: at, to, text, fixed, layout: false, piece: index, open: !fixed })
    at = to
  }
  return runs
}

/** Adds a run, or lets the last one grow by it where nothing lies between. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last?.open && run.open && last.to === run.from) {
    runs[runs.length - 1] = { ...last, to: run.to, text: last.text + run.text }
  } else {
    runs.push(run)
  }
}

/** Where an insertion goes: behind what is printed before it, else before what is printed after it. */
function insertionPoint(
  reading: Reading,
  guard: Guard,
  first: number,
  offset: number,
): Run | undefined {
  let before: Run | undefined
  let behind: Run | undefined
  for (let i = first; i < reading.pieces.length; i++) {
    const piece = reading.pieces[i]
    if (!piece || piece.at > offset) break
    if (piece.source !== 'witness') continue
    const at = piece.from + offset - piece.at
    const kept = guard.next(at)
    const fixed = kept !== undefined && kept.from < at
    const run = { from: at, to: at, text: '', fixed, layout: false, piece: i, open: false }
    if (piece.at < offset && !guard.isBehindHyphen(at)) return run
    if (piece.at < offset) before = run
    else behind ??= run
  }
  return behind ?? before
}

function slideLimit(reading: Reading, guard: Guard, run: Run, part: Span): number {
  let index = run.piece
  let limit = run.from
  const own = reading.pieces[index]
  if (own?.source === 'witness') limit = own.from
  for (;;) {
    const before = reading.pieces[index - 1]
    if (before?.to !== limit || before.source !== 'witness') break
    limit = before.from
    index--
  }
  const kept = lastKept(guard, limit, part.from)
  if (kept > limit) return kept
  // An insertion right behind another correction could not be told from one before it.
  const neighbour = reading.pieces[index - 1]
  const meets = typeof neighbour?.source === 'object' && neighbour.to === limit
  return meets && part.from === part.to ? Math.min(part.from, limit + 1) : limit
}

/** Where the last guarded stretch before `to` ends, or `from` where there is none. */
function lastKept(guard: Guard, from: number, to: number): number {
  let end = from
  for (let kept = guard.next(from); kept && kept.to <= to; kept = guard.next(end)) end = kept.to
  return end
}
