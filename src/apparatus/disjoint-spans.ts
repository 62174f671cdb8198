import { partitionPoint } from '../model/partition-point.ts'
import type { Span } from '../model/span.ts'

/** Spans that do not overlap, in order. */
export class DisjointSpans {
  readonly #spans: Span[] = []

  /** Whether none of the spans is overlapped by one that was taken. O(log n) each. */
  areFree(spans: readonly Span[]): boolean {
    return spans.every((span) => {
      const index = this.#firstBehind(span.from)
      return (this.#spans[index]?.from ?? Number.POSITIVE_INFINITY) >= span.to
    })
  }

  take(spans: readonly Span[]): void {
    for (const span of spans) this.#spans.splice(this.#firstBehind(span.from), 0, span)
  }

  /** The index of the first span that ends behind `at`. */
  #firstBehind(at: number): number {
    return partitionPoint(this.#spans, ({ to }) => to <= at)
  }
}

/** Whether any two of the spans overlap. O(n log n). */
export function anyOverlap(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from || a.to - b.to)
  return sorted.some((span, i) => i > 0 && (sorted[i - 1]?.to ?? 0) > span.from)
}
