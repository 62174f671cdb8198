import type { PlacedDecision } from '../model/decision.ts'
import { partitionPoint } from '../model/partition-point.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { correctionIds, markingIds } from './identify.ts'
import { AROUND } from './quote.ts'
import { candidatesOf, type Place, type Sought, stillThere } from './seek-quotation.ts'

/** A place that agrees so well is the one, wherever it stands: three quarters of the context. */
const SURE = 80

/** A place that agrees so well is the one if it stands where it is expected. */
const LIKELY = 66

/** What must agree on either side: six characters, lest what follows a lost line be taken for it. */
const BOTH_SIDES = 6 / AROUND

/** What it is worth that the target would have the same id there: line, ordinal, offset and edit. */
const SAME_ID = 10

/** How many lines from the expected one count as there, and how far apart equal places may lie. */
const NEAR = 3
const WITHIN_REACH = 200

/**
 * Finds the places of decisions again, also in another extraction of the same book: for each one the
 * spans of its parts in the witness, or undefined where one of them is not found beyond doubt.
 *
 * What stands where it stood, in the same context and with the same id, is there. Anything else is
 * sought by its context in the whole text, white space aside; of several equal places the one with
 * the id is taken, else the one nearest to where its neighbours have gone, if it is within reach.
 *
 * O(n) in the lines when there are decisions, O(n) in the text when anything has moved.
 */
export function reanchor(
  witness: Witness,
  decisions: readonly PlacedDecision[],
): readonly (readonly Span[] | undefined)[] {
  const sought = decisions.map(soughtOf)
  const placed = new Map<Sought, Place>()
  const there = decisions.map((decision, i) => {
    const places = (sought[i] ?? []).map((part) => stillThere(witness, part))
    const spans = together(decision, places)
    return spans ? { decision, parts: sought[i] ?? [], places, spans } : undefined
  })
  const found = there.filter((candidate) => candidate !== undefined)
  const ids = idsAt(witness, found)
  found.forEach(({ decision, parts, places }, i) => {
    // An amended reading may bear the id of the entry that it amends.
    if (decision.act !== 'amend' && ids[i] !== decision.target.id) return
    for (const [j, part] of parts.entries()) setPlace(placed, part, places[j])
  })
  placeMoved(
    witness,
    decisions,
    sought.flat().filter((part) => !placed.has(part)),
    placed,
  )
  return decisions.map((decision, i) => {
    return together(
      decision,
      (sought[i] ?? []).map((part) => placed.get(part)),
    )
  })
}

function soughtOf(decision: PlacedDecision, index: number): readonly Sought[] {
  const strict = decision.target.kind === 'correction'
  return decision.target.parts.map((quotation) => ({ decision: index, quotation, strict }))
}

/** Seeks the quotations in the whole text: first those that are sure, then those near to these. */
function placeMoved(
  witness: Witness,
  decisions: readonly PlacedDecision[],
  moved: readonly Sought[],
  placed: Map<Sought, Place>,
): void {
  const candidates = candidatesOf(witness, moved)
  const contested: Contested[] = []
  for (const part of moved) {
    const places = candidates.get(part) ?? []
    const sure = places.filter((place) => place.score >= SURE)
    if (sure[0] && sure.length === 1) placed.set(part, sure[0])
    else if (places.length > 0) contested.push({ part, places })
  }
  const shift = shiftsOf(placed)
  const ids = idsOfPlaces(witness, decisions, contested)
  for (const { part, places } of contested) {
    const expected = part.quotation.line + shift(part.quotation.line)
    const best = bestOf(places, expected, ids)
    if (best) placed.set(part, best)
  }
}

/** A quotation that may stand in several places, or in one that is not sure. */
interface Contested {
  readonly part: Sought
  readonly places: readonly Place[]
}

/** Something on both sides agrees, and enough in all. */
function isLikely({ score, before, behind }: Place): boolean {
  return score >= LIKELY && before >= BOTH_SIDES && behind >= BOTH_SIDES
}

/** The places at which the target of the decision would have the id that it had. */
function idsOfPlaces(
  witness: Witness,
  decisions: readonly PlacedDecision[],
  contested: readonly Contested[],
): ReadonlySet<Place> {
  const pairs = contested.flatMap(({ part, places }) => {
    const decision = decisions[part.decision]
    const isWhole = decision?.target.parts[0] === part.quotation
    const isOne = decision?.target.kind !== 'correction' || decision.target.parts.length === 1
    return decision && isWhole && isOne
      ? places.map((place) => ({ decision, place, spans: [place.span] }))
      : []
  })
  const ids = idsAt(witness, pairs)
  return new Set(
    pairs.filter(({ decision }, i) => ids[i] === decision.target.id).map(({ place }) => place),
  )
}

/**
 * The best of several places, if it is within reach and no other is as good and as near. A place that
 * is not sure must be where it is expected, and have enough of the context or the id.
 */
function bestOf(
  places: readonly Place[],
  expected: number,
  withId: ReadonlySet<Place>,
): Place | undefined {
  const distance = (place: Place): number => Math.abs(place.line - expected)
  const worth = (place: Place): number => place.score + (withId.has(place) ? SAME_ID : 0)
  const [best, next] = places
    .filter((place) => {
      if (place.score >= SURE) return distance(place) <= WITHIN_REACH
      return distance(place) <= NEAR && (isLikely(place) || withId.has(place))
    })
    .sort((a, b) => worth(b) - worth(a) || distance(a) - distance(b) || a.span.from - b.span.from)
  const isTied = best && next && worth(next) === worth(best) && distance(next) === distance(best)
  return isTied ? undefined : best
}

/** How far the lines around a line have moved: as far as the nearest placed quotation. */
function shiftsOf(placed: ReadonlyMap<Sought, Place>): (line: number) => number {
  const known = [...placed]
    .map(([part, place]) => ({ line: part.quotation.line, by: place.line - part.quotation.line }))
    .sort((a, b) => a.line - b.line)
  return (line) => {
    const next = partitionPoint(known, (one) => one.line < line)
    const before = known[next - 1]
    const after = known[next]
    if (!before || !after) return (before ?? after)?.by ?? 0
    return line - before.line <= after.line - line ? before.by : after.by
  }
}

/** The ids that the targets of decisions would have at these places. */
function idsAt(
  witness: Witness,
  found: readonly { readonly decision: PlacedDecision; readonly spans: readonly Span[] }[],
): readonly string[] {
  const corrections = found.filter(({ decision }) => decision.target.kind === 'correction')
  const markings = found.filter(({ decision }) => decision.target.kind !== 'correction')
  const ids = new Map<object, string>()
  const edits = corrections.map(({ decision: { target }, spans }) =>
    spans.map(({ from, to }, i) => {
      return { from, to, corr: target.kind === 'correction' ? (target.parts[i]?.corr ?? '') : '' }
    }),
  )
  correctionIds(witness, edits).forEach((id, i) => {
    setId(corrections[i], id)
  })
  const beginnings = markings.flatMap(({ decision: { target }, spans }) => {
    if (target.kind === 'correction') return []
    const role = target.kind === 'marking' ? target.role : 'page'
    return [{ role, from: spans[0]?.from ?? 0 }]
  })
  markingIds(witness, beginnings).forEach((id, i) => {
    setId(markings[i], id)
  })
  return found.map((one) => ids.get(one) ?? '')

  function setId(one: object | undefined, id: string): void {
    if (one) ids.set(one, id)
  }
}

function setPlace(placed: Map<Sought, Place>, part: Sought, place: Place | undefined): void {
  if (place) placed.set(part, place)
}

/** The spans of all parts, if all are there; those of a correction one behind the other. */
function together(
  { target }: PlacedDecision,
  places: readonly (Place | undefined)[],
): readonly Span[] | undefined {
  const spans: Span[] = []
  for (const place of places) {
    const last = spans.at(-1)
    if (!place) return undefined
    if (target.kind === 'correction' && last && place.span.from < last.to) return undefined
    spans.push(place.span)
  }
  return spans.length > 0 ? spans : undefined
}
