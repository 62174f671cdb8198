import { type FlowLine, isBlank } from '../../model/flow.ts'
import { partitionPoint } from '../../model/partition-point.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { CallIndex } from './call-index.ts'
import { countRuns, lettersIn } from './glued-letter.ts'
import { interruptions, isWithoutWord } from './interruption.ts'
import { type Body, bodiesIn, callsBearing, type IsCalled } from './note-body.ts'
import { type CallCandidate, callsIn } from './note-call.ts'
import {
  callMarking,
  footMarking,
  noteMarking,
  ruleMarking,
  unlabelledMarking,
  withoutCall,
  withoutNote,
} from './note-marking.ts'
import { matchNotes } from './note-match.ts'
import { groupByPage, type PageLines, pagesOf, textOf } from './note-page.ts'
import type { NoteZone } from './note-zone.ts'
import { besideName, numberedNames } from './numbered-name.ts'
import { answers, type Siglum } from './siglum.ts'
import { findZones } from './zone-finder.ts'

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
  // Before all others: it adds to the notes.
  const interrupting = interruptionsAsFound(view, pages, inZone, grown)
  const findings: Finding[] = []
  for (const zone of zones) if (zone.rule) findings.push(ruleMarking(zone.rule))
  grown.forEach(({ body, more }, i) => {
    const call = links[i]
    findings.push(noteMarking(view, body, more, call !== undefined, isFoot(body, call, pages)))
    if (call)
      findings.push(callMarking(call, body.label.from, call.likeness >= 0.9 ? 'high' : 'medium'))
    else findings.push(withoutCall(view, body.siglum.text, body.label))
  })
  findings.push(...interrupting, ...furtherCalls(view, onPage, new Set(links), grown))
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
  const runs = countRuns(text, lines)
  const words = { isKnown, count: (run: string): number => runs.get(run) ?? 0 }
  return lines.flatMap((line, i) =>
    [...marksIn(line), ...lettersIn(text, line, lines[i - 1], words)].sort(
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
  const assign = (members: readonly number[], pool: readonly CallCandidate[], page = 0): void => {
    const free = pool.filter((call) => !taken.has(call))
    const notes = members.flatMap((i) => grown[i]?.body ?? [])
    matchNotes(notes, free, (call) => fitOf(call, notes[0], page)).forEach((at, nth) => {
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
    const own = (onPage[zone.page] ?? []).filter((call) => call.from < first)
    const begins = own[0]?.from ?? first
    // The notes of an article may be called from all of it: only what is near is looked at yet.
    const before = zone.scope === 'page' ? (onPage[zone.page - 1] ?? []) : []
    assign(members, [...before, ...own], begins)
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

/** A call on the page before, and one without the brackets of the labels, is the less likely one. */
const UNFIT = 0.7

/** By how much the likeness of a call counts for the notes of a zone whose page begins at an offset. */
function fitOf(call: CallCandidate, note: Body | undefined, page: number): number {
  const bracket = /[)\]]$/u.test(note?.zone.form ?? '')
  const own = call.to - call.from > call.siglum.text.length
  return (call.from < page ? UNFIT : 1) * (bracket === own ? 1 : UNFIT)
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

/**
 * What interrupts the text at the foot of pages. Lines without a label carry on the last note of the
 * page before, and are added to it; those with one that nobody can read are a note of their own.
 */
function interruptionsAsFound(
  view: View,
  pages: readonly PageLines[],
  inZone: ReadonlySet<number>,
  grown: readonly Growing[],
): readonly Finding[] {
  const unlabelled = new Map<number, FlowLine[]>()
  const findings: (() => readonly Finding[])[] = []
  for (const { page, of, label, lines } of interruptions(view, pages, inZone)) {
    const [first] = lines
    if (!first) continue
    const nth = partitionPoint(grown, ({ body }) => body.page < page)
    const last = grown[nth - 1]
    const before = last && last.until >= page - 1 ? last : undefined
    const carried = unlabelled.get(page - 1)
    if (lines.length === 1 && isWithoutWord(textOf(view, first))) {
      findings.push(() => [footMarking(first)])
    } else if (carried && (of === 'noteWord' || label === 0)) {
      carried.push(...lines)
      unlabelled.set(page, carried)
    } else if (before && !isLabelled(view, first, label)) {
      before.more.push([...lines])
      before.until = Math.max(before.until, page)
    } else if (of === 'word' || isLabelled(view, first, label)) {
      const all = [...lines]
      const end = first.from + label
      unlabelled.set(page, all)
      findings.push(() => unlabelledMarking(view, { from: first.from, to: end }, all))
    }
  }
  return findings.flatMap((found) => found())
}

/** Whether what stands at the beginning of a line stands apart, as a label does. */
function isLabelled({ witness: { text } }: View, { from }: Span, label: number): boolean {
  return label > 0 && isBlank(text.charCodeAt(from + label))
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

function isUnmistakable(view: View, call: CallCandidate): boolean {
  const before = view.witness.text.slice(Math.max(0, call.from - 2), call.from)
  if (call.siglum.style === 'roman') return /\p{Script=Cyrillic}[»”"’.,;:!?…)]?$/u.test(before)
  return call.siglum.style === 'arabic' && /[\p{L}»”][.,]?$/u.test(before) && call.likeness === 1
}
