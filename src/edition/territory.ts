import { partitionPoint } from '../model/partition-point.ts'
import { bySpan, type Span } from '../model/span.ts'

/** The owner of forme work: it belongs to no flow. */
export const FORME_WORK = -1

/** A stretch that a note owns (by the index of its flow) or that is forme work. */
export interface Region extends Span {
  readonly owner: number
}

/**
 * Which flow each character of the witness belongs to: the text of the book (0) is all that no
 * region takes.
 */
export class Territory {
  readonly #regions: readonly Region[]

  /** `regions` must not overlap. O(n log n). */
  constructor(regions: readonly Region[]) {
    this.#regions = [...regions].sort(bySpan)
  }

  /** The owner of the character at `offset`. O(log n). */
  at(offset: number): number {
    const region = this.#regions[this.#firstEndingAfter(offset)]
    return region && region.from <= offset ? region.owner : 0
  }

  /** `span` cut where the owner changes. An empty span is one piece. */
  cut(span: Span): readonly Region[] {
    if (span.from === span.to) return [{ ...span, owner: this.at(span.from) }]
    const pieces: Region[] = []
    let at = span.from
    for (let i = this.#firstEndingAfter(at); at < span.to; i++) {
      const region = this.#regions[i]
      const start = Math.min(region?.from ?? span.to, span.to)
      if (start > at) pieces.push({ from: at, to: start, owner: 0 })
      if (!region || start >= span.to) break
      const from = Math.max(at, start)
      at = Math.min(region.to, span.to)
      pieces.push({ from, to: at, owner: region.owner })
    }
    return pieces
  }

  #firstEndingAfter(offset: number): number {
    return partitionPoint(this.#regions, ({ to }) => to <= offset)
  }
}
