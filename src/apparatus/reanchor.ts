import type { Decision } from '../model/decision.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { correctionIds, markingIds } from './identify.ts'
import { candidatesOf, type Place, type Sought, stillThere } from './seek-quotation.ts'

/** A place that agrees so well is the one, wherever it stands: three quarters of the context. */
const SURE = 80

/** A place that agrees so well is the one if it stands where it is expected. */
const LIKELY = 66

/** How many lines from the expected one count as there, and how far apart equal places may lie. */
const NEAR = 20
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
  decisions: readonly Decision[],
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
    // An amended reading has no id of its own to compare.
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

function soughtOf(decision: Decision, index: number): readonly Sought[] {
  const strict = decision.target.kind === 'correction'
  return decision.target.parts.map((quotation) => ({ decision: index, quotation, strict }))
}

/** Seeks the quotations in the whole text: first those that are sure, then those near to these. */
function placeMoved(
  witness: Witness,
  decisions: readonly Decision[],
  moved: readonly Sought[],
  placed: Map<Sought, Place>,
): void {
  const candidates = candidatesOf(witness, moved)
  for (const part of moved) {
    const sure = (candidates.get(part) ?? []).filter((place) => place.score >= SURE)
    if (sure.length === 1) setPlace(placed, part, sure[0])
  }
  const shift = shiftsOf(placed)
  for (const part of moved) {
    if (placed.has(part)) continue
    const places = candidates.get(part) ?? []
    const decision = decisions[part.decision]
    const expected = part.quotation.line + shift(part.quotation.line)
    const best = withId(witness, decision, part, places) ?? nearest(places, expected)
    setPlace(placed, part, best)
  }
}

/** Of several sure places the one that bears the id of the target. */
function withId(
  witness: Witness,
  decision: Decision | undefined,
  part: Sought,
  places: readonly Place[],
): Place | undefined {
  const sure = places.filter((place) => place.score >= SURE)
  if (!decision || decision.target.parts[0] !== part.quotation || sure.length < 2) return undefined
  if (decision.target.kind === 'correction' && decision.target.parts.length > 1) return undefined
  const ids = idsAt(
    witness,
    sure.map((place) => ({ decision, spans: [place.span] })),
  )
  return sure[ids.indexOf(decision.target.id)]
}

/** The best place near the expected line, if there is one and no other is as good and as near. */
function nearest(places: readonly Place[], expected: number): Place | undefined {
  const distance = (place: Place): number => Math.abs(place.line - expected)
  const inReach = places.filter(
    (place) =>
      (place.score >= SURE && distance(place) <= WITHIN_REACH) ||
      (place.score >= LIKELY && distance(place) <= NEAR),
  )
  const ranked = inReach.sort(
    (a, b) => b.score - a.score || distance(a) - distance(b) || a.span.from - b.span.from,
  )
  const [best, next] = ranked
  const tied = best && next && next.score === best.score && distance(next) === distance(best)
  return tied ? undefined : best
}

/** How far the lines around a line have moved: as far as the nearest placed quotation. */
function shiftsOf(placed: ReadonlyMap<Sought, Place>): (line: number) => number {
  const known = [...placed]
    .map(([part, place]) => ({ line: part.quotation.line, by: place.line - part.quotation.line }))
    .sort((a, b) => a.line - b.line)
  return (line) => {
    let low = 0
    let high = known.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((known[middle]?.line ?? 0) < line) low = middle + 1
      else high = middle
    }
    const before = known[low - 1]
    const after = known[low]
    if (!before || !after) return (before ?? after)?.by ?? 0
    return line - before.line <= after.line - line ? before.by : after.by
  }
}

/** The ids that the targets of decisions would have at these places. */
function idsAt(
  witness: Witness,
  found: readonly { readonly decision: Decision; readonly spans: readonly Span[] }[],
): readonly string[] {
  const corrections = found.filter(({ decision }) => decision.target.kind === 'correction')
  const markings = found.filter(({ decision }) => decision.target.kind === 'marking')
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
    return target.kind === 'marking' ? [{ role: target.role, from: spans[0]?.from ?? 0 }] : []
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
  { target }: Decision,
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
