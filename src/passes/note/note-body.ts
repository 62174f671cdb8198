import type { FlowLine } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import type { CallCandidate } from './note-call.ts'
import { isNext, type NoteZone } from './note-zone.ts'
import { answers, labelOf, type PlacedSiglum, type Siglum } from './siglum.ts'

/** A note as its zone shows it, before it is linked to a call. */
export interface Body {
  readonly siglum: Siglum
  /** The label as printed, marks around it included. */
  readonly label: Span
  readonly lines: readonly FlowLine[]
  /** Index of the page on which it begins. */
  readonly page: number
  readonly zone: NoteZone
}

/** A zone cut into notes, and the lines at its head that carry on a note of the page before. */
export interface ZoneBodies {
  readonly carriedOn: readonly FlowLine[]
  readonly bodies: readonly Body[]
}

/**
 * Cuts a zone into its notes.
 *
 * A line begins a note when its label comes next in the sequence, or opens one, and when either a
 * call in reach bears it or the line before it ended its sentence. O(n) in the lines of the zone.
 */
export function bodiesIn(
  view: View,
  zone: NoteZone,
  reach: readonly CallCandidate[],
  pageOf: (line: FlowLine) => number,
): ZoneBodies {
  const carriedOn: FlowLine[] = []
  const bodies: (Body & { readonly lines: FlowLine[] })[] = []
  let last: FlowLine | undefined
  for (const line of zone.lines) {
    const placed = labelOf(view.witness.text.slice(line.from, line.to))
    const before = bodies.at(-1)
    if (placed && begins(view, placed, before, last, reach)) {
      bodies.push({
        siglum: placed.siglum,
        label: { from: line.from, to: line.from + placed.to },
        lines: [line],
        page: pageOf(line),
        zone,
      })
    } else if (before) before.lines.push(line)
    else carriedOn.push(line)
    last = line
  }
  return { carriedOn, bodies }
}

function begins(
  view: View,
  placed: PlacedSiglum,
  before: Body | undefined,
  last: FlowLine | undefined,
  reach: readonly CallCandidate[],
): boolean {
  const { siglum } = placed
  const called = reach.some((call) => answers(siglum, call.siglum))
  if (!before) return called || siglum.value === 1 || last === undefined
  if (!isNext(before.siglum, siglum)) return false
  const ended = last === undefined || endsSentence(view.witness.text.slice(last.from, last.to))
  return ended || (called && siglum.value === before.siglum.value + 1)
}

function endsSentence(text: string): boolean {
  return /[.!?…»”")\]]$/u.test(text)
}
