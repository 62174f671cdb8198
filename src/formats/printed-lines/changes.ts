import { type Correction, isInForce } from '../../model/correction.ts'

/** One stretch of the raw text that the edition reads otherwise. */
export interface Change {
  /** UTF-16 offsets into the raw text, half-open. */
  readonly from: number
  readonly to: number
  readonly corr: string
  readonly correction: Correction
}

/** What the corrections in force change, in the order of the raw text; no two touch. O(n log n). */
export function changesOf(corrections: readonly Correction[]): readonly Change[] {
  return corrections
    .filter(isInForce)
    .flatMap((correction) =>
      correction.parts.map(({ from, to, corr }) => ({ from, to, corr, correction })),
    )
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/** A text with the changes made in it. O(n). */
export function changed(text: string, changes: readonly Change[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { from, to, corr } of changes) {
    pieces.push(text.slice(at, from), corr)
    at = to
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
