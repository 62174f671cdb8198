import { byCertainty } from '../model/certainty.ts'
import { type Correction, isInForce } from '../model/correction.ts'
import type { EmendedPart } from '../model/emendation.ts'
import type { Span } from '../model/span.ts'

/** An entry of the apparatus, with what the settling of a later layer has to know of it. */
export interface Entry extends Correction {
  /** Whether one of its rules may be applied unasked. */
  readonly unasked: boolean
  /** The index of the last layer that proposes it. */
  readonly layer: number
  /** The ids of the entries that it takes over and takes the place of. */
  readonly supersedes: readonly string[]
  /** Its own parts, and those of what it supersedes: where no other entry can be in force. */
  readonly ground: readonly Span[]
  /** Of a person's decision: 0 for the newest. */
  readonly age: number | undefined
}

/** Names an edit of the witness: two entries with the same key are one. */
export function keyOf(parts: readonly EmendedPart[]): string {
  return JSON.stringify(parts.map(({ from, to, corr }) => [from, to, corr]))
}

/** Whether an entry would be in force if it had its place for itself. */
export function mayBeInForce({ state }: Entry): boolean {
  return state === 'applied' || state === 'accepted' || state === 'amended'
}

/**
 * Orders entries, the one that prevails first: a person's decision, the newest first; one that is
 * applied before one that asks; one of a later layer over what it supersedes; certainty; the
 * narrower span; the id. A total order, so that the order in which rules ran cannot matter.
 */
export function byRank(a: Entry, b: Entry): number {
  return (
    (a.age ?? Number.MAX_SAFE_INTEGER) - (b.age ?? Number.MAX_SAFE_INTEGER) ||
    Number(mayBeInForce(b)) - Number(mayBeInForce(a)) ||
    supersedingLayer(b) - supersedingLayer(a) ||
    byCertainty(a.cert, b.cert) ||
    a.to - a.from - (b.to - b.from) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

function supersedingLayer({ supersedes, layer }: Entry): number {
  return supersedes.length > 0 ? layer : -1
}

/** Orders entries as they are listed: by place, and of those that begin together first the one in force. */
export function byPlace(a: Entry, b: Entry): number {
  return (
    a.from - b.from || Number(isInForce(b)) - Number(isInForce(a)) || a.to - b.to || byRank(a, b)
  )
}
