import type { Markings, NoteBody } from './marking.ts'
import { complement, type Span } from './span.ts'
import type { Witness } from './witness.ts'

/** The printed stretch of one raw line within a flow: no blanks at its ends. */
export interface FlowLine extends Span {
  /** The raw line, from 1. */
  readonly line: number
}

/**
 * A stream of running text: the text of the book, or one note.
 *
 * The spans of all flows tile the witness. Forme work lies in the spans of the flow of the book but
 * in no line of it.
 */
export interface Flow {
  /** The note, or undefined for the text of the book. */
  readonly note: NoteBody | undefined
  readonly spans: readonly Span[]
  readonly lines: readonly FlowLine[]
}

/**
 * The flows of a witness: first the text of the book, then the notes in the order of their bodies.
 *
 * O(n) in the lines, but for the sorting of the notes.
 */
export function flowsOf(witness: Witness, markings: Markings): readonly Flow[] {
  const notes = markings.of('note')
  const whole = { from: 0, to: witness.text.length }
  const spans = complement(
    whole,
    notes.flatMap((note) => note.parts),
  )
  const work = markings.of('forme-work')
  return [
    { note: undefined, spans, lines: flowLines(witness, withoutWork(spans, work)) },
    ...notes.map((note) => ({
      note,
      spans: note.parts,
      lines: flowLines(witness, note.parts),
    })),
  ]
}

function withoutWork(spans: readonly Span[], work: readonly Span[]): readonly Span[] {
  const free: Span[] = []
  let next = 0
  for (const span of spans) {
    const inside: Span[] = []
    while (next < work.length && (work[next]?.from ?? 0) < span.to) {
      const taken = work[next]
      if (taken) inside.push(taken)
      next++
    }
    for (const gap of complement(span, inside)) free.push(gap)
  }
  return free
}

/** The printed stretches of the raw lines in `spans`, blank ones left out. */
function flowLines(witness: Witness, spans: readonly Span[]): readonly FlowLine[] {
  const { lines, text } = witness
  const found: FlowLine[] = []
  for (const span of spans) {
    if (span.from >= span.to) continue
    for (let line = lines.at(span.from); line <= lines.count; line++) {
      const start = Math.max(span.from, lines.from(line))
      if (start >= span.to) break
      const from = skipBlanks(text, start, Math.min(span.to, lines.to(line)))
      const to = dropBlanks(text, from, Math.min(span.to, lines.to(line)))
      if (from < to) found.push({ line, from, to })
    }
  }
  return found
}

/** The offset of the first character in `[from, to)` that is not a blank, or `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

/** The offset behind the last character in `[from, to)` that is not a blank, or `from`. */
export function dropBlanks(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/**
 * Whether a UTF-16 unit is white space of the layout: blank, tab, line end, form feed and the other
 * separators of Unicode, a byte order mark, and the control characters that no printer prints.
 */
export function isBlank(unit: number): boolean {
  return (
    unit <= 0x20 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x1680 ||
    unit === 0x3000
  )
}
