import {
  type CorrectionTarget,
  type Decision,
  isAboutPage,
  isAboutPlace,
  isAboutRule,
  isAboutWord,
  isRemark,
  type PlaceDecision,
  type PlacedDecision,
  type Remark,
} from '../model/decision.ts'
import type { EmendedPart } from '../model/emendation.ts'
import type { Notice } from '../model/notice.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { foldPages } from './fold-pages.ts'
import { classOf } from './marking-class.ts'
import { isEmpty, strip } from './normal-form.ts'
import { reanchor } from './reanchor.ts'
import { sessionsOf } from './sessions.ts'
import { notUndone } from './undone.ts'
import type { CorrectionVerdict, MarkingVerdict, RemarkVerdict, Verdicts } from './verdict.ts'

/** A decision of the log, with its rank among all: the newest is 0. */
interface Logged {
  readonly decision: PlaceDecision
  readonly age: number
  readonly spans: readonly Span[] | undefined
}

/**
 * Folds the logs of all editors to what is in force, in the coordinates of the witness.
 *
 * Of one editor the last word on a place counts; `clear` takes it back. Where editors disagree the
 * last of them prevails (the latest `at`, then the name, then the order of the log), and a notice
 * says so. Decisions whose place is gone are orphans, with a notice each.
 *
 * What was undone was never said.
 *
 * The result is the same for the same logs replayed twice, and for any interleaving of the logs of
 * several editors. O(n log n) in the decisions, O(n) in the text when anything has moved.
 */
export function foldDecisions(witness: Witness, log: readonly Decision[]): Verdicts {
  const { said: standing, settled } = withoutSettling(notUndone([...log].sort(oldestFirst)))
  const latest = latestOfEach(standing.filter(isAboutPlace))
  const remarks = latestOfEach(standing.filter(isRemark))
  const states = latestOfEach(standing.filter(isAboutPage))
  const spans = reanchor(witness, [...latest, ...remarks, ...states])
  const logged = latest.map((decision, i) => {
    return { decision, age: latest.length - 1 - i, spans: spans[i] }
  })
  const notices: Notice[] = []
  const inForce: Logged[] = []
  for (const group of groupsOf(logged)) {
    const own = [...byEditor(group)].flatMap((decisions) => lastWords(decisions))
    const kept: Logged[] = []
    for (const one of own.sort((a, b) => a.age - b.age)) {
      const rival = kept.find((other) => disagree(one, other))
      if (rival) notices.push(disagreement(witness, rival, one))
      else if (!kept.some((other) => same(one, other))) kept.push(one)
    }
    for (const decision of kept) inForce.push(decision)
  }
  inForce.sort((a, b) => a.age - b.age)
  const noted = remarks.map((decision, i) => ({ decision, spans: spans[latest.length + i] }))
  const firstState = latest.length + remarks.length
  const onPages = states.map((decision, i) => ({ decision, spans: spans[firstState + i] }))
  const pages = foldPages(witness, onPages)
  const orphans = [...inForce, ...noted, ...onPages]
    .filter((one) => !one.spans && one.decision.act !== 'clear')
    .map((one) => one.decision)
    .filter((one) => !settled.has(one))
  return {
    corrections: inForce.flatMap((one) => correctionVerdict(witness, one)),
    markings: inForce.flatMap(markingVerdict),
    orphans,
    remarks: [
      ...inForce.flatMap(({ decision, spans }) => remarkOf(witness, decision, spans)),
      ...noted.flatMap(({ decision, spans }) => remarkOf(witness, decision, spans)),
    ],
    pages: pages.pages,
    sessions: sessionsOf(standing),
    words: sortedSet(
      latestOfEach(standing.filter(isAboutWord)).flatMap(({ act, target }) =>
        act === 'accept' ? [target.word] : [],
      ),
    ),
    rulesOff: sortedSet(
      latestOfEach(standing.filter(isAboutRule)).flatMap(({ act, target }) =>
        act === 'reject' ? [target.rule] : [],
      ),
    ),
    notices: [...notices, ...pages.notices, ...orphans.map(orphanNotice)],
  }
}

/**
 * What editors said of the book, and which of it somebody put back or gave up after it had lost its
 * place. `standing` is sorted, the oldest first.
 */
function withoutSettling(standing: readonly Decision[]): {
  readonly said: readonly Decision[]
  readonly settled: ReadonlySet<Decision>
} {
  const settlings = new Set<string>()
  const settled = new Set<Decision>()
  const said = standing.toReversed().filter((one) => {
    const { act, by, of, target } = one
    const isSettling = act === 'clear' && of !== undefined
    if (isSettling) settlings.add(JSON.stringify([of, target.id]))
    else if (settlings.has(JSON.stringify([by, target.id]))) settled.add(one)
    return !isSettling
  })
  return { said: said.reverse(), settled }
}

/** What an editor noted, with a decision or without one. An empty note takes the last one back. */
function remarkOf(
  witness: Witness,
  { by, note, target }: PlaceDecision | Remark,
  spans: readonly Span[] | undefined,
): readonly RemarkVerdict[] {
  if (!spans || note === undefined || note.trim() === '') return []
  const edited = target.kind === 'correction' ? partsAt(witness, target, spans) : spans
  return [{ by, text: note, id: target.id, spans, edited }]
}

function sortedSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}

function oldestFirst(a: Decision, b: Decision): number {
  return instant(a.at) - instant(b.at) || (a.by < b.by ? 1 : a.by > b.by ? -1 : 0)
}

/** Milliseconds of a point in time; one without a zone is taken for UTC, whatever the machine says. */
function instant(at: string): number {
  const parsed = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$|^[\d-]+$/u.test(at) ? at : `${at}Z`)
  return Number.isNaN(parsed) ? 0 : parsed
}

/** The last decision of each editor on each id, in the order given. */
function latestOfEach<T extends Decision>(sorted: readonly T[]): readonly T[] {
  const latest = new Map<string, T>()
  for (const decision of sorted) {
    const key = JSON.stringify([decision.by, decision.target.id])
    latest.delete(key)
    latest.set(key, decision)
  }
  return [...latest.values()]
}

/** Decisions about one thing: those that share an id or a place, directly or through others. */
function groupsOf(logged: readonly Logged[]): Iterable<readonly Logged[]> {
  const groupOf = new Map<string, Logged[]>()
  for (const one of logged) {
    const keys = [one.decision.target.id, ...(one.spans ? [placeOf(one)] : [])]
    const known = new Set(keys.flatMap((key) => groupOf.get(key) ?? []))
    const group = [...known, one]
    for (const member of group) {
      groupOf.set(member.decision.target.id, group)
      if (member.spans) groupOf.set(placeOf(member), group)
    }
  }
  return new Set(groupOf.values())
}

function byEditor(group: readonly Logged[]): Iterable<readonly Logged[]> {
  const editors = new Map<string, Logged[]>()
  for (const one of group) {
    const own = editors.get(one.decision.by)
    if (own) own.push(one)
    else editors.set(one.decision.by, [one])
  }
  return editors.values()
}

/** What stands of the decisions of one editor on one thing. */
function lastWords(decisions: readonly Logged[]): readonly Logged[] {
  let standing: Logged[] = []
  for (const one of [...decisions].sort((a, b) => b.age - a.age)) {
    standing = standing.filter((older) => !replaces(one, older))
    standing.push(one)
  }
  return standing.filter((one) => one.decision.act !== 'clear')
}

/** Whether a decision takes the place of an older one of the same editor. */
function replaces(newer: Logged, older: Logged): boolean {
  if (newer.decision.target.id === older.decision.target.id) return true
  if (!newer.spans || !older.spans || placeOf(newer) !== placeOf(older)) return false
  if (newer.decision.act === 'clear' && older.decision.act === 'amend') return true
  return same(newer, older) || disagree(newer, older) || readingOf(newer) === readingOf(older)
}

/** Whether two decisions cannot both hold. */
function disagree(a: Logged, b: Logged): boolean {
  const samePlace = placeOf(a) === placeOf(b)
  if (a.decision.target.kind === 'marking') return samePlace && !same(a, b)
  if (isPositive(a) && isPositive(b)) return !same(a, b)
  return samePlace && isPositive(a) !== isPositive(b) && readingOf(a) === readingOf(b)
}

/** Whether two decisions say the same. */
function same(a: Logged, b: Logged): boolean {
  if (placeOf(a) !== placeOf(b) || readingOf(a) !== readingOf(b)) return false
  return isPositive(a) === isPositive(b)
}

function isPositive({ decision }: Logged): boolean {
  return decision.act === 'accept' || decision.act === 'amend'
}

/** What a decision wants to be read, or set. */
function readingOf({ decision: { target } }: Logged): string {
  return target.kind === 'correction'
    ? JSON.stringify(target.parts.map((part) => part.corr))
    : JSON.stringify([target.role, target.value])
}

/** Names the place of a decision. Blocks that begin at one place are one thing, whatever their role. */
function placeOf({ decision: { target }, spans }: Logged): string {
  if (!spans) return target.id
  if (target.kind === 'correction') return spans.map(({ from, to }) => `${from}-${to}`).join(' ')
  return `${classOf(target)} ${spans[0]?.from}`
}

function correctionVerdict(witness: Witness, one: Logged): readonly CorrectionVerdict[] {
  const { decision, age, spans } = one
  const { act, by, target } = decision
  if (!spans || target.kind !== 'correction' || act === 'clear') return []
  const parts = partsAt(witness, target, spans)
  // To amend a reading to what is printed is to reject the correction.
  return [{ decision, age, by, act: parts.length === 0 ? 'reject' : act, parts, spans }]
}

/** The edit of a target, in normal form, at the place where it stands now. */
function partsAt(
  { text }: Witness,
  { parts }: CorrectionTarget,
  spans: readonly Span[],
): readonly EmendedPart[] {
  return spans
    .map((span, i) => strip(text, { ...span, corr: parts[i]?.corr ?? '' }))
    .filter((part) => !isEmpty(part))
}

function markingVerdict({ decision, age, spans }: Logged): readonly MarkingVerdict[] {
  const { act, by, target } = decision
  if (!spans || target.kind !== 'marking' || act === 'clear') return []
  return [{ decision, age, by, act, role: target.role, value: target.value, spans }]
}

function disagreement(witness: Witness, kept: Logged, beaten: Logged): Notice {
  const at = kept.spans?.[0]?.from
  const line = at === undefined ? (kept.decision.target.parts[0]?.line ?? 0) : witness.lines.at(at)
  return {
    kind: 'notice',
    code: 'decisions-disagree',
    line,
    message: `Unexpected disagreement of ${beaten.decision.by} with ${kept.decision.by}, expected one decision; that of ${kept.decision.by}, the later one, stands until they agree`,
  }
}

function orphanNotice({ by, act, target }: PlacedDecision): Notice {
  const quoted = target.parts[0]
  const what = subjectOf(target)
  return {
    kind: 'notice',
    code: 'decision-orphaned',
    line: quoted?.line ?? 0,
    message: `Unexpected text where ${by} decided (${act}: ${what}), expected “${quoted?.exact ?? ''}” after “${quoted?.prefix ?? ''}”; decide again, or clear the decision`,
  }
}

function subjectOf(target: PlacedDecision['target']): string {
  if (target.kind === 'correction') return `${target.sic} → ${target.corr}`
  return target.kind === 'marking' ? target.role : `page ${target.value}`
}
