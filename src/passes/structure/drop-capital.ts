import type { Boundary } from './block-boundary.ts'
import type { LaidLine } from './laid-line.ts'

/** A letter by itself, with a mark that opens before it. */
const INITIAL = /^[«“„"‘]?\p{Lu}$/u

/** A letter that a blank has torn off its word. */
const TORN = /^[«“„"‘]?\p{Lu} \p{L}/u

/** How far lines stand in beside a large initial. */
const BESIDE = 6

/**
 * The boundaries of a text with large initials: a paragraph begins with one that stands alone on a
 * line, and its word is in the next; lines that make room for one are no first lines. O(n).
 */
export function withDropCapitals(
  lines: readonly LaidLine[],
  boundaries: readonly Boundary[],
): readonly Boundary[] {
  return boundaries.map((boundary, i) => {
    const [before, line, next] = [lines[i - 1], lines[i], lines[i + 1]]
    if (line && next && isInitial(line, next)) return { begins: true, why: 'a large initial' }
    if (before && line && isInitial(before, line)) {
      return { begins: false, why: 'a large initial stands above it' }
    }
    return before && line && makesRoom(before, line)
      ? { begins: false, why: 'it makes room for a large initial' }
      : boundary
  })
}

function isInitial(line: LaidLine, next: LaidLine): boolean {
  return INITIAL.test(line.text) && next.gap === 0 && !next.pageTop && /^\p{L}/u.test(next.text)
}

/** Whether a line stands in beside an initial that the line before begins with, below white. */
function makesRoom(before: LaidLine, line: LaidLine): boolean {
  const first = (before.gap > 0 || before.pageTop) && TORN.test(before.text)
  const further = line.indent - before.indent
  return first && line.gap === 0 && !line.pageTop && further > 0 && further <= BESIDE
}
