import type { Certainty } from '../../model/certainty.ts'
import type { FlowLine } from '../../model/flow.ts'
import type { FormeWork, NoteBody, NoteCall } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import { partitionPoint } from '../../model/partition-point.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { CallIndex } from './call-index.ts'
import { type Body, bodiesIn, callsBearing, endOf, type IsCalled } from './note-body.ts'
import { type CallCandidate, callsIn, lettersIn } from './note-call.ts'
import { matchNotes } from './note-match.ts'
import { groupByPage, type PageLines, pagesOf, textOf } from './note-page.ts'
import type { NoteZone } from './note-zone.ts'
import { besideName, numberedNames } from './numbered-name.ts'
import { answers, type Siglum } from './siglum.ts'
import { findZones } from './zone-finder.ts'

const RULE = 'note/note'

/** A note's text so far: its own lines, and those that a later page carries on. */
interface Growing {
  readonly body: Body
  readonly more: FlowLine[][]
  /** Index of the page on which its last zone begins: it may be carried on over several. */
  until: number
}

/** Finds footnotes and endnotes, their reference marks, and which belongs to which. */
export const note: Pass = (view) => {
  const pages = pagesOf(view)
  const all = allCalls(view)
  const zones = findZones(view, pages, all)
  const inZone = new Set(zones.flatMap((zone) => zone.lines.map((line) => line.line)))
  const calls = all.filter((call) => !inZone.has(call.line))
  const onPage = groupByPage(pages, calls)
  const index = new CallIndex(calls)
  const grown = growNotes(view, zones, pages, index, onPage)
  const links = link(grown, index, onPage)
  const findings: Finding[] = []
  for (const zone of zones) if (zone.rule) findings.push(ruleMarking(zone.rule))
  grown.forEach(({ body, more }, i) => {
    const call = links[i]
    findings.push(noteMarking(view, body, more, call !== undefined, isFoot(body, call, pages)))
    if (call)
      findings.push(callMarking(call, body.label.from, call.likeness >= 0.9 ? 'high' : 'medium'))
    else findings.push(withoutCall(view, body))
  })
  for (const found of furtherCalls(view, onPage, new Set(links), grown)) findings.push(found)
  return findings
}

/** Lines that begin with an `a` and a `b` before a capital: notes may have letters for labels. */
const LETTERED = /^(?<letter>[ab])[.)]?\s+[\p{Lu}«„“"]/u

/** All places that may be reference marks, in order. */
function allCalls(view: View): readonly CallCandidate[] {
  const { text } = view.witness
  const lines = view.flows[0]?.lines ?? []
  const letters = new Set(
    lines.flatMap((line) => LETTERED.exec(textOf(view, line))?.groups?.letter ?? []),
  )
  const names = numberedNames(text, lines, (word) => view.survey.count(word))
  const marksIn = (line: FlowLine): readonly CallCandidate[] =>
    callsIn(text, line).flatMap((call) => besideName(text, call, names))
  if (letters.size < 2) return lines.flatMap(marksIn)
  const isKnown = (word: string): boolean => {
    const small = word.toLowerCase()
    const { lexicon } = view.language
    return lexicon.has(small) || lexicon.has(word) || view.survey.count(small) > 1
  }
  return lines.flatMap((line, i) =>
    [...marksIn(line), ...lettersIn(text, line, lines[i - 1], isKnown)].sort(
      (a, b) => a.from - b.from,
    ),
  )
}

/** The notes of all zones, continuations joined to what they continue. */
function growNotes(
  view: View,
  zones: readonly NoteZone[],
  pages: readonly PageLines[],
  calls: CallIndex,
  onPage: readonly (readonly CallCandidate[])[],
): readonly Growing[] {
  const grown: Growing[] = []
  const pageOf = pageFinder(pages)
  let since = 0
  for (const zone of zones) {
    const first = zone.lines[0]?.from ?? 0
    const from = since
    const reach = [...(onPage[zone.page - 1] ?? []), ...(onPage[zone.page] ?? [])]
    const isCalled: IsCalled =
      zone.scope === 'article' ? (one) => calls.has(one, from, first, 0) : callsBearing(reach)
    if (zone.scope === 'article') since = first
    const { carriedOn, bodies } = bodiesIn(view, zone, isCalled, pageOf)
    const before = grown.at(-1)
    if (carriedOn.length > 0 && before && before.until >= zone.page - 1) {
      before.more.push([...carriedOn])
      before.until = zone.page
    }
    for (const body of bodies) grown.push({ body, more: [], until: zone.page })
  }
  return grown
}

function pageFinder(pages: readonly PageLines[]): (line: FlowLine) => number {
  const byLine = new Map<number, number>()
  for (const page of pages) for (const line of page.lines) byLine.set(line.line, page.index)
  return (line) => byLine.get(line.line) ?? 0
}

/** For each note its call: footnotes on their page, then all others from article to article. */
function link(
  grown: readonly Growing[],
  calls: CallIndex,
  onPage: readonly (readonly CallCandidate[])[],
): readonly (CallCandidate | undefined)[] {
  const links: (CallCandidate | undefined)[] = grown.map(() => undefined)
  const taken = new Set<CallCandidate>()
  const assign = (members: readonly number[], pool: readonly CallCandidate[]): void => {
    const free = pool.filter((call) => !taken.has(call))
    const notes = members.flatMap((i) => grown[i]?.body ?? [])
    matchNotes(notes, free).forEach((at, nth) => {
      const call = free[at]
      const member = members[nth]
      if (!call || member === undefined) return
      links[member] = call
      taken.add(call)
    })
  }
  const zones = byZone(grown)
  for (const members of zones) {
    const zone = grown[members[0] ?? -1]?.body.zone
    if (!zone || zone.by === 'heading') continue
    const first = zone.lines[0]?.from ?? 0
    assign(
      members,
      (onPage[zone.page] ?? []).filter((call) => call.from < first),
    )
  }
  let from = 0
  for (const members of zones) {
    const body = grown[members[0] ?? -1]?.body
    if (!body) continue
    const first = body.zone.lines[0]?.from ?? 0
    const open = members.filter((i) => links[i] === undefined)
    const endnotes = open.length === members.length && members.length > 0
    const pool = endnotes
      ? calls.between(siglaOf(grown, members), from, first)
      : [...(onPage[body.zone.page - 1] ?? []), ...(onPage[body.zone.page] ?? [])]
    assign(open, pool)
    // The notes of an article end its numbering; those of a page do not.
    if (endnotes && body.siglum.value === 1) from = first
  }
  return links
}

function siglaOf(grown: readonly Growing[], members: readonly number[]): readonly Siglum[] {
  return members.flatMap((i) => grown[i]?.body.siglum ?? [])
}

function byZone(grown: readonly Growing[]): readonly (readonly number[])[] {
  const groups = new Map<NoteZone, number[]>()
  grown.forEach(({ body }, i) => {
    const group = groups.get(body.zone)
    if (group) group.push(i)
    else groups.set(body.zone, [i])
  })
  return [...groups.values()]
}

function isFoot(body: Body, call: CallCandidate | undefined, pages: readonly PageLines[]): boolean {
  if (body.zone.by === 'heading') return false
  const begins = pages[body.page - 1]?.from ?? 0
  return call === undefined ? body.siglum.style === 'arabic' : call.from >= begins
}

function noteMarking(
  view: View,
  body: Body,
  more: readonly (readonly FlowLine[])[],
  called: boolean,
  foot: boolean,
): NoteBody {
  const parts = [body.lines, ...more].flatMap((lines) => partsOf(view, lines))
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

function callMarking(call: CallCandidate, noteAt: number | undefined, cert: Certainty): NoteCall {
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

function ruleMarking(rule: Span): FormeWork {
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

function withoutCall(view: View, body: Body): Notice {
  return {
    kind: 'notice',
    code: 'note-without-call',
    line: view.witness.lines.at(body.label.from),
    message: `Unexpected note ${body.siglum.text} without a call, expected a mark in the text; look for one that was lost or misread`,
  }
}

/**
 * Marks that look like calls beyond doubt and are linked to no note: symbols and Roman numerals glued
 * to a word of another script, digits after a sentence. A digit glued to a word may be noise of the
 * extraction. One that bears the siglum of a note at the foot of its page or of the next calls that
 * note a second time; the others have lost theirs.
 */
function furtherCalls(
  view: View,
  onPage: readonly (readonly CallCandidate[])[],
  linked: ReadonlySet<CallCandidate | undefined>,
  grown: readonly Growing[],
): readonly Finding[] {
  if (grown.length === 0) return []
  const bodies = new Map<number, Growing[]>()
  for (const one of grown) {
    const found = bodies.get(one.body.page)
    if (found) found.push(one)
    else bodies.set(one.body.page, [one])
  }
  return onPage.flatMap((calls, page) => furtherOnPage(calls, page))

  function furtherOnPage(calls: readonly CallCandidate[], page: number): readonly Finding[] {
    const near = [...(bodies.get(page) ?? []), ...(bodies.get(page + 1) ?? [])]
    return calls
      .filter((call) => !linked.has(call) && call.likeness >= 0.9 && isUnmistakable(view, call))
      .flatMap((call) => {
        const again = near.find(
          ({ body }) => body.label.from > call.from && answers(body.siglum, call.siglum),
        )
        return again ? [callMarking(call, again.body.label.from, 'medium')] : withoutNote(call)
      })
  }
}

function withoutNote(call: CallCandidate): readonly Finding[] {
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

function isUnmistakable(view: View, call: CallCandidate): boolean {
  const before = view.witness.text.slice(Math.max(0, call.from - 2), call.from)
  if (call.siglum.style === 'roman') return /\p{Script=Cyrillic}[»”"’.,;:!?…)]?$/u.test(before)
  return call.siglum.style === 'arabic' && /[\p{L}»”][.,]?$/u.test(before) && call.likeness === 1
}
