import { partitionPoint } from '../../model/partition-point.ts'
import type { CallCandidate } from './note-call.ts'
import { answers, keyOf, type Siglum } from './siglum.ts'

/** An article has at most so many places that look like a call of one siglum. */
const REACH = 500

/** Places that look like calls, found by the siglum that they bear and by where they stand. */
export class CallIndex {
  readonly #byKey = new Map<string, CallCandidate[]>()

  /** The calls in their order. O(n). */
  constructor(calls: readonly CallCandidate[]) {
    for (const call of calls) {
      const key = keyOf(call.siglum)
      const found = this.#byKey.get(key)
      if (found) found.push(call)
      else this.#byKey.set(key, [call])
    }
  }

  /** Whether a call in `[from, to)` bears a siglum and looks like one at least so much. */
  has(siglum: Siglum, from: number, to: number, least: number): boolean {
    return this.#within(keyOf(siglum), from, to).some(
      (call) => call.likeness >= least && answers(siglum, call.siglum),
    )
  }

  /** The calls in `[from, to)` that bear one of the sigla, in order; of each the last ones. */
  between(sigla: readonly Siglum[], from: number, to: number): readonly CallCandidate[] {
    const keys = new Set(sigla.map(keyOf))
    return [...keys].flatMap((key) => this.#within(key, from, to)).sort((a, b) => a.from - b.from)
  }

  #within(key: string, from: number, to: number): readonly CallCandidate[] {
    const calls = this.#byKey.get(key) ?? []
    const first = partitionPoint(calls, (call) => call.from < from)
    const end = partitionPoint(calls, (call) => call.from < to)
    return calls.slice(Math.max(first, end - REACH), end)
  }
}
