import { type Correction, isInForce } from '../model/correction.ts'
import type { Replacement } from '../model/reading.ts'

/** What the corrections in force put in the place of what is printed, in the order of the witness. */
export function replacementsOf(corrections: readonly Correction[]): readonly Replacement[] {
  return corrections
    .filter(isInForce)
    .flatMap(({ id, parts }) =>
      parts.map(({ from, to, corr }) => ({ from, to, text: corr, correction: id })),
    )
    .sort((a, b) => a.from - b.from || a.to - b.to)
}
