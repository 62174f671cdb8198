import { overlaps, type Span } from '../model/span.ts'

/**
 * Whether two changes of the witness cannot both be made: they share a character, or one of them is
 * an insertion and they meet, so that nobody could say which comes first.
 */
export function touches(a: Span, b: Span): boolean {
  if (overlaps(a, b)) return true
  const meets = a.from <= b.to && b.from <= a.to
  return meets && (a.from === a.to || b.from === b.to)
}
