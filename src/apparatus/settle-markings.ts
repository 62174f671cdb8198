import { byCertainty } from '../model/certainty.ts'
import type { Marking, NoteBody } from '../model/marking.ts'
import { bySpan } from '../model/span.ts'
import { DECISION } from './decided-by.ts'
import { anyOverlap, DisjointSpans } from './disjoint-spans.ts'
import { claimsOf, classOf, flowFinder, mayNest } from './marking-class.ts'

/**
 * Settles the markings of one layer with those of the layers before it. Of markings of one class
 * that overlap in one flow the highest rank stays: set by a person; certainty; the narrower span; the
 * rule. The result does not depend on the order in which they were found.
 *
 * O(n log n) in the markings.
 */
export function settleMarkings(
  earlier: readonly Marking[],
  found: readonly Marking[],
): readonly Marking[] {
  if (found.length === 0) return earlier
  const classes = new Map<string, Marking[]>()
  for (const marking of [...earlier, ...found]) {
    const name = classOf(marking)
    const members = classes.get(name)
    if (members) members.push(marking)
    else classes.set(name, [marking])
  }
  const notes = settleClass(classes.get('note') ?? []).filter((marking) => marking.role === 'note')
  const settled: Marking[] = [...notes]
  for (const [name, members] of classes) {
    if (name === 'note') continue
    const flows = byFlow(members, notes)
    for (const flow of flows.values()) for (const kept of settleClass(flow)) settled.push(kept)
  }
  return settled.sort(byWitness)
}

/** Markings by the flow in which they begin. */
function byFlow(
  markings: readonly Marking[],
  notes: readonly NoteBody[],
): ReadonlyMap<number, readonly Marking[]> {
  const flowOf = flowFinder(notes)
  const flows = new Map<number, Marking[]>()
  for (const marking of markings) {
    const flow = flowOf(marking.from)
    const members = flows.get(flow)
    if (members) members.push(marking)
    else flows.set(flow, [marking])
  }
  return flows
}

function settleClass(markings: readonly Marking[]): readonly Marking[] {
  if (!anyOverlap(markings.flatMap(claimsOf))) return markings
  const ranked = [...markings].sort(byRank)
  return ranked[0] && mayNest(ranked[0]) ? nested(ranked) : apart(ranked)
}

function apart(ranked: readonly Marking[]): readonly Marking[] {
  const taken = new DisjointSpans()
  return ranked.filter((marking) => {
    const claims = claimsOf(marking)
    if (!taken.areFree(claims)) return false
    taken.take(claims)
    return true
  })
}

/** Groups stay that cross none of higher rank and are not the same again. */
function nested(ranked: readonly Marking[]): readonly Marking[] {
  const kept: Marking[] = []
  for (const group of ranked) {
    const isBeaten = kept.some(({ from, to }) => {
      const isSame = from === group.from && to === group.to
      const isApart = to <= group.from || group.to <= from
      const isWithin = from <= group.from && group.to <= to
      const isAround = group.from <= from && to <= group.to
      return isSame || !(isApart || isWithin || isAround)
    })
    if (!isBeaten) kept.push(group)
  }
  return kept
}

function byWitness(a: Marking, b: Marking): number {
  return bySpan(a, b) || (a.role < b.role ? -1 : a.role > b.role ? 1 : 0)
}

function byRank(a: Marking, b: Marking): number {
  return (
    Number(b.rule === DECISION) - Number(a.rule === DECISION) ||
    byCertainty(a.cert, b.cert) ||
    a.to - a.from - (b.to - b.from) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    a.from - b.from ||
    compareJson(a, b)
  )
}

/** Two markings of one rule and place, told apart by all that they say. */
function compareJson(a: Marking, b: Marking): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  return one < other ? -1 : one > other ? 1 : 0
}
