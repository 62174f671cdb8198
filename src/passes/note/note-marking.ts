import type { Certainty } from '../../model/certainty.ts'
import type { FlowLine } from '../../model/flow.ts'
import type { FormeWork, NoteBody, NoteCall } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import { partitionPoint } from '../../model/partition-point.ts'
import type { Finding } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { type Body, endOf } from './note-body.ts'
import type { CallCandidate } from './note-call.ts'

export const RULE = 'note/note'

export function noteMarking(
  view: View,
  body: Body,
  more: readonly (readonly FlowLine[])[],
  called: boolean,
  foot: boolean,
): NoteBody {
  const lines = [...body.lines, ...more.flat()].sort((a, b) => a.from - b.from)
  const parts = partsOf(view, lines)
  const where = {
    separator: 'it stands below the rule over the notes',
    heading: 'it stands under the heading of the notes',
    label: 'it stands at the foot of the page',
  }[body.zone.by]
  return {
    kind: 'marking',
    role: 'note',
    rule: RULE,
    from: body.label.from,
    to: parts.at(-1)?.to ?? body.label.to,
    parts,
    label: body.label,
    siglum: body.siglum.text,
    place: foot ? 'foot' : 'end',
    cert: called ? 'high' : 'medium',
    evidence: [where, called ? 'a call bears its label' : 'no call bears its label'],
  }
}

export function unlabelledMarking(
  view: View,
  label: Span,
  lines: readonly FlowLine[],
): readonly Finding[] {
  const parts = partsOf(view, lines)
  const siglum = view.witness.text.slice(label.from, label.to)
  const marking: NoteBody = {
    kind: 'marking',
    role: 'note',
    rule: RULE,
    from: label.from,
    to: parts.at(-1)?.to ?? label.to,
    parts,
    label,
    siglum,
    place: 'foot',
    cert: 'medium',
    evidence: [
      'what stands above it goes on at the head of the next page',
      'no call bears its label',
    ],
  }
  return [marking, withoutCall(view, siglum, label)]
}

/** What lines own: each run of lines that follow one another on a page, line ends included. */
function partsOf(view: View, lines: readonly FlowLine[]): readonly Span[] {
  const pageStarts = view.markings.of('page')
  const work = view.markings.of('forme-work')
  const parts: { from: number; to: number }[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    const to = endOf(view, line)
    const parted =
      last === undefined ||
      hasBetween(pageStarts, last.to, line.from) ||
      hasBetween(work, last.to, line.from)
    if (parted) parts.push({ from: line.from, to })
    else last.to = to
  }
  return parts
}

/** Whether one of the spans, sorted, begins in `[from, to]`. O(log n). */
function hasBetween(spans: readonly Span[], from: number, to: number): boolean {
  const first = partitionPoint(spans, (one) => one.from < from)
  return (spans[first]?.from ?? Infinity) <= to
}

export function callMarking(
  call: CallCandidate,
  noteAt: number | undefined,
  cert: Certainty,
): NoteCall {
  return {
    kind: 'marking',
    role: 'call',
    rule: RULE,
    from: call.from,
    to: call.to,
    siglum: call.siglum.text,
    note: noteAt,
    cert,
    evidence: [
      noteAt === undefined
        ? 'it looks like a reference mark, but no note bears it'
        : 'a note in reach bears it, in order with its neighbours',
    ],
  }
}

export function ruleMarking(rule: Span): FormeWork {
  return {
    kind: 'marking',
    role: 'forme-work',
    rule: RULE,
    work: 'rule',
    place: 'bottom',
    from: rule.from,
    to: rule.to,
    cert: 'high',
    evidence: ['a rule between the text and the notes'],
  }
}

export function footMarking({ from, to }: Span): FormeWork {
  return {
    kind: 'marking',
    role: 'forme-work',
    rule: RULE,
    work: 'page-number',
    place: 'bottom',
    from,
    to,
    cert: 'medium',
    evidence: ['no word, at the foot of a page, between the halves of one'],
  }
}

export function withoutCall(view: View, siglum: string, label: Span): Notice {
  const what = siglum === '' ? 'note without a label' : `note ${siglum} without a call`
  return {
    kind: 'notice',
    code: 'note-without-call',
    line: view.witness.lines.at(label.from),
    message: `Unexpected ${what}, expected a mark in the text; look for one that was lost or misread`,
  }
}

export function withoutNote(call: CallCandidate): readonly Finding[] {
  return [
    callMarking(call, undefined, 'low'),
    {
      kind: 'notice',
      code: 'call-without-note',
      line: call.line,
      message: `Unexpected reference mark ${call.siglum.text} without a note, expected a note labelled so; look at the foot of the page and at the end of the article`,
    },
  ]
}
