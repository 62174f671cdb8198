import type { Breaks } from './hyphenation.ts'
import type { Copy } from './truth.ts'

/** A line as it is cast: a stretch of its copy, and the hyphen at its end, if any. */
export interface CastLine {
  readonly copy: Copy
  readonly from: number
  /** Behind the last character, a hard hyphen included. */
  readonly to: number
  /** A soft hyphen is set behind `to`; a hard one is the last character of the copy's stretch. */
  readonly hyphen: 'soft' | 'hard' | undefined
}

/** How wide lines are, in characters. */
export interface Measure {
  readonly first: number
  readonly rest: number
  /** A line may stay so many characters short before a word is divided. */
  readonly slack: number
}

/** Where a line may end: `to` characters of it are set, the next one begins at `next`. */
interface Opportunity {
  readonly to: number
  readonly next: number
  readonly hyphen: CastLine['hyphen']
}

/**
 * Breaks a copy into lines, greedily: as much in each as the measure holds. O(n).
 *
 * Without `breaks` no word is divided.
 */
export function breakLines(
  copy: Copy,
  measure: Measure,
  breaks: Breaks | undefined,
): readonly CastLine[] {
  const opportunities = findOpportunities(copy, breaks)
  const lines: CastLine[] = []
  let from = 0
  let first = 0
  while (from < copy.text.length) {
    const width = lines.length === 0 ? measure.first : measure.rest
    let chosen: Opportunity | undefined
    let at = first
    for (; at < opportunities.length; at++) {
      const next = opportunities[at]
      if (!next) break
      const length = next.to - from + (next.hyphen === 'soft' ? 1 : 0)
      if (length > width && chosen) break
      const divides = next.hyphen === 'soft'
      if (divides && chosen && width - (chosen.to - from) <= measure.slack) continue
      if (length <= width || !divides) chosen = next
      if (length > width) break
    }
    if (!chosen) break
    lines.push({ copy, from, to: chosen.to, hyphen: chosen.hyphen })
    from = chosen.next
    while (first < opportunities.length && (opportunities[first]?.to ?? 0) <= from) first++
  }
  return lines
}

/** Every place at which a line may end, in order; the last one is the end of the copy. */
function findOpportunities(copy: Copy, breaks: Breaks | undefined): readonly Opportunity[] {
  const { text } = copy
  const found: Opportunity[] = []
  for (const { 0: token, index } of text.matchAll(/[^ ]+/gu)) {
    for (const { 0: part, index: at } of token.matchAll(/[^-—]*[-—]?/gu)) {
      if (part === '') continue
      const from = index + at
      const to = from + part.length
      for (const word of breaks ? part.matchAll(/\p{L}+/gu) : []) {
        for (const point of breaks?.(word[0]) ?? []) {
          const offset = from + word.index + point
          if (isFree(copy, offset)) found.push({ to: offset, next: offset, hyphen: 'soft' })
        }
      }
      const inside = to < index + token.length
      if (inside && /[\p{L}\p{N}][-—]$/u.test(part) && /^[\p{L}\p{N}]/u.test(text.slice(to))) {
        found.push({ to, next: to, hyphen: part.endsWith('-') ? 'hard' : undefined })
      }
    }
    const end = index + token.length
    const to = text.slice(0, end).trimEnd().length
    found.push({ to, next: Math.min(end + 1, text.length), hyphen: undefined })
  }
  return found
}

/** Whether a word may be divided here: not beside the mark of a note. */
function isFree(copy: Copy, offset: number): boolean {
  return !copy.annotations.some(
    ({ what, from, to }) => what === 'call' && offset > from - 2 && offset <= to,
  )
}
