import type { Lines } from '../../model/lines.ts'
import type { Span } from '../../model/span.ts'

/** A stretch of a raw line: the line, from 1, and UTF-16 offsets in it, from 0, half-open. */
export interface Place {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Where a span of the witness is. `to` counts from the line in which the span begins. */
export function placeOf(lines: Lines, { from, to }: Span): Place {
  const line = lines.at(from)
  const start = lines.from(line)
  return { line, from: from - start, to: to - start }
}
