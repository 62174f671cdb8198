import { itemLabel } from './item-label.ts'
import type { LaidLine } from './laid-line.ts'
import { endingOf } from './line-shape.ts'

/** A verse line is shorter than this share of the column. */
const VERSE = 0.72
/** So many of them make a poem. */
const LINES = 3

/**
 * The lines that are verse: runs of short lines, none of which fills the column, each beginning with
 * a capital, with no blank line between, some of them ending without a full stop. O(n).
 */
export function verseLines(lines: readonly LaidLine[]): ReadonlySet<LaidLine> {
  const verse = new Set<LaidLine>()
  let run: LaidLine[] = []
  const close = (): void => {
    for (const line of poemIn(run)) verse.add(line)
    run = []
  }
  for (const line of lines) {
    if (!isVerseLike(line)) {
      close()
      continue
    }
    const before = run.at(-1)
    if (line.gap > 0 || (line.pageTop && before && endingOf(before) !== 'open')) close()
    run.push(line)
  }
  close()
  return verse
}

/** The lines of a run that are about as long as one another, if they make a poem. */
function poemIn(run: readonly LaidLine[]): readonly LaidLine[] {
  const lengths = run.map((line) => line.text.length).sort((a, b) => a - b)
  const usual = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
  const even = run.filter((line) => line.text.length <= usual * 1.6)
  const open = even.filter((line) => endingOf(line) === 'open').length
  const listed = even.filter((line) => endingOf(line) === 'semicolon').length
  return even.length >= LINES && open * 3 >= even.length && listed * 2 <= even.length ? even : []
}

function isVerseLike(line: LaidLine): boolean {
  return (
    line.text.length < line.measure * VERSE &&
    /^[«“„"(]?(?:\p{Lu}|…)/u.test(line.text) &&
    /\p{Ll}{2}/u.test(line.text) &&
    !/\d|^\p{Lu}\./u.test(line.text) &&
    line.hyphen === undefined &&
    !itemLabel(line.text)
  )
}
