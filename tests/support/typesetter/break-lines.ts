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
  /** What is set behind `to`: a soft hyphen, and a letter before it that stands only at a break. */
  readonly mark: string
}

/** How wide lines are, in characters. */
export interface Measure {
  readonly first: number
  readonly rest: number
  /** A line may stay so many characters short before a word is divided. */
  readonly slack: number
}

/** Where words of a copy may be divided, and the sign that is set there. */
export interface Division {
  readonly breaks: Breaks
  readonly glyph: string
}

/** Where a line may end: `to` characters of it are set, the next one begins at `next`. */
interface Opportunity {
  readonly to: number
  readonly next: number
  readonly hyphen: CastLine['hyphen']
  readonly mark: string
}

/**
 * Breaks a copy into lines, greedily: as much in each as the measure holds. O(n).
 *
 * Without `division` no word is divided.
 */
export function breakLines(
  copy: Copy,
  measure: Measure,
  division: Division | undefined,
): readonly CastLine[] {
  const opportunities = findOpportunities(copy, division)
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
      const length = next.to - from + next.mark.length
      if (length > width && chosen) break
      const divides = next.hyphen === 'soft'
      if (divides && chosen && width - (chosen.to - from) <= measure.slack) continue
      if (length <= width || !divides) chosen = next
      if (length > width) break
    }
    if (!chosen) break
    const { to, hyphen, mark, next } = chosen
    lines.push({ copy, from, to, hyphen, mark })
    from = next
    while (first < opportunities.length && (opportunities[first]?.to ?? 0) <= from) first++
  }
  return lines
}

/** A copy that is one line as it stands. */
export function wholeLine(copy: Copy): CastLine {
  return { copy, from: 0, to: copy.text.length, hyphen: undefined, mark: '' }
}

/** What is never divided: addresses, names of files and programs. */
const ADDRESS = /[@/\\_]|\p{L}\.\p{L}/u

/** Every place at which a line may end, in order; the last one is the end of the copy. */
function findOpportunities(copy: Copy, division: Division | undefined): readonly Opportunity[] {
  const { text } = copy
  const calls = copy.annotations.filter(({ what }) => what === 'call')
  const isFree = (offset: number): boolean =>
    !calls.some(({ from, to }) => offset > from - 2 && offset <= to)
  const found: Opportunity[] = []
  for (const { 0: whole, 1: token = '', index } of text.matchAll(/([^ ]+) */gu)) {
    for (const { 0: part, index: at } of token.matchAll(/[^-—]*[-—]?/gu)) {
      if (part === '') continue
      const from = index + at
      const to = from + part.length
      for (const word of division && !ADDRESS.test(token) ? part.matchAll(/\p{L}+/gu) : []) {
        for (const point of division?.breaks(word[0]) ?? []) {
          const offset = from + word.index
          if (!isFree(offset + point.to)) continue
          const mark = point.tail + (division?.glyph ?? '')
          found.push({ to: offset + point.to, next: offset + point.next, hyphen: 'soft', mark })
        }
      }
      const inside = to < index + token.length
      if (inside && /[\p{L}\p{N}][-—]$/u.test(part) && /^[\p{L}\p{N}]/u.test(text.slice(to))) {
        found.push({ to, next: to, hyphen: part.endsWith('-') ? 'hard' : undefined, mark: '' })
      }
    }
    const to = index + token.trimEnd().length
    found.push({ to, next: index + whole.length, hyphen: undefined, mark: '' })
  }
  return found
}
