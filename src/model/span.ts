/**
 * A stretch of a text.
 *
 * Unless said otherwise a span is in witness coordinates: UTF-16 offsets into `Witness.text`,
 * half-open, `from <= to`.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Whether two spans share at least one character. Empty spans share none. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** Orders spans by their beginning, the longer one first where two begin together. */
export function bySpan(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to
}

/**
 * What `whole` has besides `taken`: the gaps, in order.
 *
 * `taken` may overlap and need not be sorted. O(n log n) in the number of spans taken.
 */
export function complement(whole: Span, taken: readonly Span[]): readonly Span[] {
  const gaps: Span[] = []
  let at = whole.from
  for (const span of [...taken].sort(bySpan)) {
    if (span.from > at) gaps.push({ from: at, to: Math.min(span.from, whole.to) })
    at = Math.max(at, span.to)
    if (at >= whole.to) break
  }
  if (at < whole.to) gaps.push({ from: at, to: whole.to })
  return gaps
}
