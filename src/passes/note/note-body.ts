import type { FlowLine } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import type { CallCandidate } from './note-call.ts'
import { isNext, type NoteZone, textOf } from './note-zone.ts'
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

/** How many lines ahead a label is looked for that fits better. */
const AHEAD = 40

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
  for (const [i, line] of zone.lines.entries()) {
    const placed = labelOf(textOf(view, line))
    const before = bodies.at(-1)
    if (placed && begins(view, placed, before, last, reach, zone.lines.slice(i, i + AHEAD))) {
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
  // The line itself, and those that follow it.
  fromHere: readonly FlowLine[],
): boolean {
  const { siglum } = placed
  const called = reach.some((call) => answers(siglum, call.siglum))
  if (!before) return called || siglum.value === 1 || last === undefined
  if (!isNext(before.siglum, siglum)) return false
  if (last === undefined || endsSentence(textOf(view, last))) return true
  if (!called || siglum.value !== before.siglum.value + 1) return false
  return !comesLater(view, siglum, fromHere)
}

/** Whether a line further down bears the same label, after one that ended its sentence. */
function comesLater(view: View, siglum: Siglum, lines: readonly FlowLine[]): boolean {
  return lines.some((line, i) => {
    const before = lines[i - 1]
    if (!before || !endsSentence(textOf(view, before))) return false
    const label = labelOf(textOf(view, line))?.siglum
    return label?.style === siglum.style && label.value === siglum.value
  })
}

function endsSentence(text: string): boolean {
  return /[.!?…»”")\]]$/u.test(text)
}
