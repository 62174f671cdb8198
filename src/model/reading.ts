import type { Flow } from './flow.ts'
import { isBlank } from './flow.ts'
import type { Markings } from './marking.ts'
import { partitionPoint } from './partition-point.ts'
import type { Span } from './span.ts'
import type { Witness } from './witness.ts'

/** One piece of a reading text: witness characters as they stand, or characters put in for them. */
export interface Piece {
  /** Where the piece begins in the reading text, in UTF-16 units. */
  readonly at: number
  readonly length: number
  /** The witness characters it shows, or those that it stands for. */
  readonly from: number
  readonly to: number
  /** The id of the correction whose reading this is; `layout` for a blank that stands for a line end. */
  readonly source: 'witness' | 'layout' | { readonly correction: string }
}

/** A change that is in force: what a correction or a letter-spaced word puts in the place of a span. */
export interface Replacement extends Span {
  readonly text: string
  readonly correction: string
}

/**
 * The text as one reads it: soft hyphens gone, lines joined, forme work left out, each note by
 * itself, corrections of earlier layers made. One block a line, blocks parted by a line feed.
 */
export interface Reading {
  readonly text: string
  /** In the order of the reading text; they tile it. */
  readonly pieces: readonly Piece[]
}

/**
 * Builds the reading text of all flows. O(n) in the witness, but for the binary search of a line's
 * hyphen.
 *
 * `replacements` must be sorted and must not overlap.
 */
export function readingOf(
  witness: Witness,
  flows: readonly Flow[],
  markings: Markings,
  replacements: readonly Replacement[],
): Reading {
  const hyphens = new Map(markings.of('hyphen').map((hyphen) => [hyphen.from, hyphen]))
  const starts = new Set(markings.blocks.map((block) => block.from))
  const hidden = lettersSpaced(witness, markings)
  const changes = [...replacements, ...hidden].sort((a, b) => a.from - b.from || a.to - b.to)
  const pieces: Piece[] = []
  const chunks: string[] = []
  let at = 0
  const put = (text: string, span: Span, source: Piece['source']): void => {
    if (text === '' && typeof source === 'string') return
    chunks.push(text)
    pieces.push({ at, length: text.length, from: span.from, to: span.to, source })
    at += text.length
  }
  for (const flow of flows) {
    let joined = true
    let last = flow.spans[0]?.from ?? 0
    for (const line of flow.lines) {
      const glued = hyphens.get(line.to - 1)
      const end = glued?.value === 'soft' ? line.to - 1 : line.to
      if (!joined || starts.has(line.from)) {
        putGap(starts.has(line.from), { from: last, to: line.from })
      }
      putStretch(line.from, end)
      joined = glued !== undefined
      last = line.to
    }
    put('\n', { from: last, to: last }, 'layout')
  }
  return { text: chunks.join(''), pieces }

  /** What parts two lines: a blank, the end of a block, or what a correction reads for the line end. */
  function putGap(ends: boolean, gap: Span): void {
    const change = ends ? undefined : changeOfLineEnd(changes, gap)
    if (change) put(change.text, change, sourceOf(change))
    else put(ends ? '\n' : ' ', gap, 'layout')
  }

  function putStretch(from: number, to: number): void {
    let start = from
    for (let i = firstFrom(changes, from); i < changes.length; i++) {
      const change = changes[i]
      if (!change || change.from > to || (change.from === to && change.to > to)) break
      if (change.from < start) continue
      putPlain(start, change.from)
      const inside = Math.min(change.to, to)
      put(change.text, { from: change.from, to: inside }, sourceOf(change))
      start = inside
    }
    putPlain(start, to)
  }

  /** Witness characters, broken where a block begins in the middle of a line. */
  function putPlain(from: number, to: number): void {
    if (from < to) put(witness.text.slice(from, to), { from, to }, 'witness')
  }
}

function sourceOf(change: Replacement): Piece['source'] {
  return change.correction === '' ? 'layout' : { correction: change.correction }
}

/** The blanks within letter-spaced words, as replacements by nothing. */
function lettersSpaced(witness: Witness, markings: Markings): readonly Replacement[] {
  const blanks: Replacement[] = []
  for (const emphasis of markings.of('emphasis')) {
    if (emphasis.as === 'set') continue
    let at = emphasis.from
    while (at < emphasis.to) {
      if (!isBlank(witness.text.charCodeAt(at))) {
        at++
        continue
      }
      const from = at
      while (at < emphasis.to && isBlank(witness.text.charCodeAt(at))) at++
      // A single blank parts letters; a wider gap parts words.
      blanks.push({ from, to: at, text: at - from > 1 ? ' ' : '', correction: '' })
    }
  }
  return blanks
}

/** The change that takes the line end away, or puts something else there. It begins with the gap. */
function changeOfLineEnd(changes: readonly Replacement[], gap: Span): Replacement | undefined {
  for (let i = firstFrom(changes, gap.from); i < changes.length; i++) {
    const change = changes[i]
    if (!change || change.from > gap.from) return undefined
    if (change.to > change.from && change.to <= gap.to) return change
  }
  return undefined
}

/**
 * The index of the piece that shows the character at `offset` of the reading text. Pieces without
 * characters are passed over; behind the end of the text it is the number of the pieces. O(log n).
 */
export function pieceAt(reading: Reading, offset: number): number {
  return partitionPoint(reading.pieces, (piece) => piece.at + piece.length <= offset)
}

/**
 * The witness offset of the character at `offset` of the reading text; for a character that a
 * correction put in, where the correction begins. O(log n).
 */
export function witnessOffset(reading: Reading, offset: number): number {
  const piece = reading.pieces[pieceAt(reading, offset)]
  if (!piece) return reading.pieces.at(-1)?.to ?? 0
  return piece.source === 'witness' ? piece.from + offset - piece.at : piece.from
}

/** The index of the first change that begins at `from` or later. */
function firstFrom(changes: readonly Replacement[], from: number): number {
  return partitionPoint(changes, (one) => one.from < from)
}
