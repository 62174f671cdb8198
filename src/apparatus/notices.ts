import type { Markings } from '../model/marking.ts'
import type { Notice } from '../model/notice.ts'
import type { View } from '../model/view.ts'
import { type Entry, mayBeInForce } from './entry.ts'
import type { MarkingVerdict } from './verdict.ts'

/** Notices in the order of the lines, each once. */
export function inOrder(notices: readonly Notice[]): readonly Notice[] {
  const unique = new Map(notices.map((notice) => [keyOf(notice), notice]))
  return [...unique.values()].sort(
    (a, b) => a.line - b.line || (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0),
  )
}

function keyOf({ line, code, message }: Notice): string {
  return `${line} ${code} ${message}`
}

/** The notices that no decision has settled: who decided a hyphen need not be told that it is open. */
export function undecided(
  notices: readonly Notice[],
  verdicts: readonly MarkingVerdict[],
  markings: Markings,
  view: View,
): readonly Notice[] {
  if (verdicts.length === 0) return notices
  const { lines } = view.witness
  const decided = new Set(
    verdicts.flatMap(({ role, spans }) =>
      spans.map((span, i) => `${role} ${i} ${lines.at(span.from)}`),
    ),
  )
  return notices.filter(({ code, line }) => {
    if (code === 'hyphen-undecided') return !decided.has(`hyphen 0 ${line}`)
    if (code === 'call-without-note') return !decided.has(`call 0 ${line}`)
    if (code === 'note-without-call') {
      return !decided.has(`call 1 ${line}`) && !decided.has(`note 0 ${line}`)
    }
    if (code !== 'page-number-out-of-sequence') return true
    const page = markings.of('page').findLast(({ from }) => from <= lines.from(line))
    return !page || !decided.has(`page 0 ${lines.at(page.from)}`)
  })
}

/** That a decision on a marking found nothing to be about. */
export function unplacedNotice({ by, role, value, spans }: MarkingVerdict, view: View): Notice {
  const wanted = value === '' ? role : `${role}, ${value}`
  return {
    kind: 'notice',
    code: 'decision-orphaned',
    line: view.witness.lines.at(spans[0]?.from ?? 0),
    message: `Unexpected text where ${by} decided (${wanted}), expected something that it can be said of; decide again, or clear the decision`,
  }
}

/** What is to be said of the entries in the end: decisions that stand alone, and that beat others. */
export function entryNotices(entries: readonly Entry[]): readonly Notice[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return entries.flatMap((entry) => {
    const { line, by, sic, corr, state } = entry
    if (entry.age === undefined || !mayBeInForce(entry)) return []
    const winner = byId.get(entry.beatenBy ?? '')
    if (winner) return [rivals(entry, winner)]
    if (state !== 'accepted' || entry.rules.length > 0) return []
    const notice: Notice = {
      kind: 'notice',
      code: 'decision-stands-alone',
      line,
      message: `No rule proposes “${sic}” → “${corr}” any more, which ${by} accepted; it stands as the editor’s own emendation`,
    }
    return [notice]
  })
}

function rivals(beaten: Entry, winner: Entry): Notice {
  return {
    kind: 'notice',
    code: 'decisions-disagree',
    line: beaten.line,
    message: `Unexpected reading “${beaten.corr}” of ${beaten.by} where ${winner.by} reads “${winner.corr}”, expected one reading of a place; the later decision stands`,
  }
}
