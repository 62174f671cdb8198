import { itemLabel } from './item-label.ts'
import type { LaidLine } from './laid-line.ts'
import { endingOf, fill } from './line-shape.ts'

/** A verse line is shorter than this share of the column. */
const VERSE = 0.72
/** A line indented by so many blanks is set in from the text. */
const INSET = 8
/** What a verse line that is set in may fill of the column. */
const INDENTED = 0.86
/** Verses have seldom so many UTF-16 units. */
const LONG = 45
/** So many of them make a poem. */
const LINES = 3

/** A first word that would have fitted within this share of the column: the line was broken on purpose. */
const ROOM = 0.9

/**
 * The lines that are verse: runs of short lines of about one length, each broken although the next
 * word would have fitted, with no blank line between, some of them in the middle of a sentence. O(n).
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
    if (before && !goesOnFrom(before, line)) close()
    run.push(line)
  }
  close()
  return verse
}

function goesOnFrom(before: LaidLine, line: LaidLine): boolean {
  if (line.gap > 0) return false
  const inset = line.indent >= INSET && line.indent === before.indent
  if (!inset && fill(before, line) >= ROOM) return false
  return !line.pageTop || (endingOf(before) !== 'sentence' && !line.afterShortPage)
}

/** The lines of a run that are about as long as one another, if they make a poem. */
function poemIn(run: readonly LaidLine[]): readonly LaidLine[] {
  const lengths = run.map((line) => line.text.length).sort((a, b) => a - b)
  const usual = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
  const even = run.filter((line) => line.text.length <= usual * 1.6)
  const endings = even.map(endingOf)
  const open = endings.slice(0, -1).filter((ending) => ending === 'open').length
  const listed = endings.filter((ending) => ending === 'semicolon').length
  if (even.length < LINES || listed * 2 > even.length || isProse(even, usual)) return []
  return open * 3 >= even.length && /^[«“„"(’'…]*\p{Lu}/u.test(even[0]?.text ?? '') ? even : []
}

/** Whether long lines are mostly as full as the longest of them allows: prose in a narrow column. */
function isProse(lines: readonly LaidLine[], usual: number): boolean {
  if (usual < LONG) return false
  const longest = Math.max(...lines.map((line) => line.text.length))
  const full = lines.filter((line, i) => {
    const word = /^\S+/u.exec(lines[i + 1]?.text ?? '')?.[0].length ?? 0
    return word > 0 && line.text.length + 1 + word > longest
  })
  return full.length * 3 > (lines.length - 1) * 2
}

function isVerseLike(line: LaidLine): boolean {
  return (
    line.text.length < line.measure * (line.indent >= INSET ? INDENTED : VERSE) &&
    /^[«“„"(’'…–—]*\s?\p{L}/u.test(line.text) &&
    /\p{Ll}{2}/u.test(line.text) &&
    !/\d|^\p{Lu}\./u.test(line.text) &&
    line.hyphen === undefined &&
    !itemLabel(line.text)
  )
}
