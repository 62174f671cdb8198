import type { PageReview, PlacedDecision } from '../model/decision.ts'
import { type Marking, Markings } from '../model/marking.ts'
import type { Notice } from '../model/notice.ts'
import { type Finding, LAYERS, type Layer, type Rule } from '../model/rule.ts'
import type { View } from '../model/view.ts'
import type { Entry } from './entry.ts'
import { LayerMemory, type SettledMarkings } from './memory.ts'
import { entryNotices, inOrder, undecided, unplacedNotice } from './notices.ts'
import { homeOf, overrule } from './overrule.ts'
import { emendationsOf } from './propose.ts'
import { settleCorrections } from './settle-corrections.ts'
import { settleMarkings } from './settle-markings.ts'
import type { MarkingVerdict, Verdicts } from './verdict.ts'

/** What is settled about a book: the roles of its stretches, its corrections, and what was noticed. */
export interface Apparatus {
  readonly markings: Markings
  /** In the order of the witness; those in force do not touch each other. */
  readonly corrections: readonly Entry[]
  /** In the order of the lines. */
  readonly notices: readonly Notice[]
  /** Decisions that could not be placed or carried out. Each has a notice. */
  readonly orphans: readonly PlacedDecision[]
  /** How far the pages are that somebody has looked at, by where they begin. */
  readonly pages: readonly PageReview[]
}

/** What the settling of a layer has to know. */
export interface SettleContext {
  readonly layer: Layer
  /** The view that the rules of the layer saw. */
  readonly view: View
  readonly rules: readonly Rule[]
  readonly verdicts: Verdicts
  /** What is remembered of the layer, where the book is kept open. */
  readonly memory?: LayerMemory
}

const NO_MARKINGS = new Markings([])

/** The apparatus before the first layer: what was noticed about the decisions. */
export function emptyApparatus({ notices, orphans, pages }: Verdicts): Apparatus {
  return { markings: NO_MARKINGS, corrections: [], notices: inOrder(notices), orphans, pages }
}

/**
 * Settles what the rules of one layer found with what is settled already and with what people
 * decided. It must be called for every layer, also for one without rules: decisions are carried out
 * in the layer that they belong to, and those that no rule proposes any more in the last one.
 *
 * The order of the findings cannot matter. O(n log n) in the findings.
 */
export function settle(
  apparatus: Apparatus,
  findings: readonly Finding[],
  { layer, view, rules, verdicts, memory = new LayerMemory() }: SettleContext,
): Apparatus {
  const index = LAYERS.indexOf(layer)
  const isLast = index === LAYERS.length - 1
  const own = verdicts.markings.filter(({ role }) => homeOf(role) === layer)
  const before = verdicts.markings.filter(({ role }) => LAYERS.indexOf(homeOf(role)) < index)
  const { markings, unplaced } = memory.markings.again(
    [apparatus.markings, findings, view, ...[own, before].map(decisionsOf)],
    () => {
      const allowed = withoutRejected(pick(findings, 'marking'), before)
      return settleRoles(apparatus.markings, allowed, own, view)
    },
  )
  const allowed = new Set(rules.filter((rule) => rule.unasked).map((rule) => rule.id))
  const corrections = settleCorrections(
    apparatus.corrections,
    emendationsOf(pick(findings, 'edit'), view, (rule) => allowed.has(rule)),
    verdicts,
    view,
    index,
    isLast,
  )
  return {
    markings,
    corrections,
    notices: inOrder([
      ...apparatus.notices,
      ...undecided(pick(findings, 'notice'), verdicts.markings, markings, view),
      ...unplaced.map((verdict) => unplacedNotice(verdict, view)),
      ...(isLast ? entryNotices(corrections) : []),
    ]),
    pages: apparatus.pages,
    orphans: [...apparatus.orphans, ...unplaced.map((verdict) => verdict.decision)],
  }
}

function decisionsOf(verdicts: readonly MarkingVerdict[]): readonly PlacedDecision[] {
  return verdicts.map(({ decision }) => decision)
}

/** Findings but for those that people rejected when an earlier layer had them: they do not come back. */
function withoutRejected(
  findings: readonly Marking[],
  verdicts: readonly MarkingVerdict[],
): readonly Marking[] {
  const acts = new Map<string, MarkingVerdict['act']>()
  for (const { role, spans, act } of [...verdicts].sort((a, b) => b.age - a.age)) {
    if (spans[0]) acts.set(`${role} ${spans[0].from}`, act)
  }
  if (acts.size === 0) return findings
  return findings.filter(({ role, from }) => acts.get(`${role} ${from}`) !== 'reject')
}

function settleRoles(
  earlier: Markings,
  findings: readonly Marking[],
  own: readonly MarkingVerdict[],
  view: View,
): SettledMarkings {
  const { markings, unplaced } = overrule(settleMarkings(earlier.all, findings), own, view)
  return { markings: markings === earlier.all ? earlier : new Markings(markings), unplaced }
}

/** The findings of one kind. */
function pick<K extends Finding['kind']>(
  findings: readonly Finding[],
  kind: K,
): readonly Extract<Finding, { readonly kind: K }>[] {
  return findings.filter(
    (finding): finding is Extract<Finding, { readonly kind: K }> => finding.kind === kind,
  )
}
