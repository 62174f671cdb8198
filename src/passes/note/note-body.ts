import { type FlowLine, skipBlanks } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import type { CallCandidate } from './note-call.ts'
import { textOf } from './note-page.ts'
import type { NoteZone } from './note-zone.ts'
import {
  answers,
  isFirst,
  isNext,
  keyOf,
  labelAt,
  labelOf,
  type PlacedSiglum,
  type Siglum,
} from './siglum.ts'

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

/** Whether a call in reach bears a siglum. */
export type IsCalled = (siglum: Siglum) => boolean

/** Asks calls whether one of them bears a siglum. O(calls) to build, then O(those of its value). */
export function callsBearing(calls: readonly CallCandidate[]): IsCalled {
  const byValue = new Map<string, CallCandidate[]>()
  for (const call of calls) {
    const key = keyOf(call.siglum)
    const found = byValue.get(key)
    if (found) found.push(call)
    else byValue.set(key, [call])
  }
  return (siglum) => (byValue.get(keyOf(siglum)) ?? []).some((call) => answers(siglum, call.siglum))
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
 * call in reach bears it or the line before it ended its sentence. Short notes may share a line. O(n)
 * in the lines of the zone.
 */
export function bodiesIn(
  view: View,
  zone: NoteZone,
  isCalled: IsCalled,
  pageOf: (line: FlowLine) => number,
): ZoneBodies {
  const carriedOn: FlowLine[] = []
  const bodies: (Body & { readonly lines: FlowLine[] })[] = []
  let last: FlowLine | undefined
  for (const [i, whole] of zone.lines.entries()) {
    let line = whole
    for (;;) {
      const placed = labelOf(textOf(view, line), zone.form)
      const before = bodies.at(-1)
      const opens =
        placed &&
        ((zone.anew.has(line.line) && isFirst(placed.siglum)) ||
          begins(view, zone, placed, before, last, isCalled, zone.lines.slice(i, i + AHEAD)))
      if (opens) {
        bodies.push({
          siglum: placed.siglum,
          label: { from: line.from, to: line.from + placed.to },
          lines: [],
          page: pageOf(line),
          zone,
        })
      }
      const own = bodies.at(-1)
      const inner = own && innerLabel(view, line, own.siglum, zone.form, isCalled)
      const part = inner === undefined ? line : { ...line, to: inner.end }
      if (own) own.lines.push(part)
      else carriedOn.push(part)
      last = part
      if (inner === undefined) break
      line = { ...line, from: inner.from }
    }
  }
  return { carriedOn, bodies }
}

/**
 * Where the next note begins within a line: its label in the form of the zone, behind a sentence that
 * has ended, called, and before a capital.
 */
function innerLabel(
  view: View,
  line: FlowLine,
  before: Siglum,
  form: string | undefined,
  isCalled: IsCalled,
): { readonly from: number; readonly end: number } | undefined {
  const text = textOf(view, line)
  for (const { index, 0: gap } of text.matchAll(
    /(?<=[.!?…»”")])\s+(?=[\d[(*†‡§¶¹²³⁴-⁹\p{Ll}])/gu,
  )) {
    const at = index + gap.length
    const placed = labelAt(text, at, form)
    if (!placed || placed.form !== form || !isNext(before, placed.siglum)) continue
    if (placed.siglum.style !== 'symbol' && placed.siglum.value !== before.value + 1) continue
    if (!isCalled(placed.siglum)) continue
    if (!/^\s*[\p{Lu}\p{N}«„“"(]/u.test(text.slice(placed.to))) continue
    return { from: line.from + at, end: line.from + index }
  }
  return undefined
}

function begins(
  view: View,
  zone: NoteZone,
  placed: PlacedSiglum,
  before: Body | undefined,
  last: FlowLine | undefined,
  isCalled: IsCalled,
  // The line itself, and those that follow it.
  fromHere: readonly FlowLine[],
): boolean {
  const { siglum } = placed
  // A letter by itself is mostly a word; where the notes have letters, all of them have.
  if (siglum.style === 'letter' && placed.form !== zone.form) return false
  const called = isCalled(siglum)
  if (!before) return called || isFirst(siglum) || last === undefined
  if (!isNext(before.siglum, siglum)) return false
  if (last === undefined || endsSentence(textOf(view, last))) {
    // Labels of another form that nobody calls may be those of a list within a note.
    return placed.form === zone.form || called || siglum.style === 'symbol'
  }
  if (!called) return false
  // Marks around a label, and symbols, tell it from a number of the text.
  if (placed.form === zone.form && placed.form !== 'arabic') return true
  if (siglum.style === 'symbol' || siglum.value !== before.siglum.value + 1) return false
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

export function endsSentence(text: string): boolean {
  return /[.!?…»”")\]]$/u.test(text)
}

/** Where the next character stands behind a line, or a part of it, of a note. */
export function endOf(view: View, line: FlowLine): number {
  const { text, lines } = view.witness
  const next = skipBlanks(text, line.to, lines.to(line.line))
  return next < lines.to(line.line) ? next : lines.next(line.line)
}
