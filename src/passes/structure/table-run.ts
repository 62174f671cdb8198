import { itemLabel } from './item-label.ts'
import type { LaidLine } from './laid-line.ts'
import type { LineRun, RunPlace } from './line-run.ts'

/** So many rows with gaps, one below the other, make a table. */
const ROWS = 3

/** A gap of so many blanks parts two cells. */
const GAP = / {3,}|\t/u

/** What programs, commands and paths are written with, and prose is not. */
const CODE =
  /[{}<>=|\\~^`$#@]|\w\(\)|(?:^|\s)--?[a-z]|(?:^|\s)[/.]\w+\/|\w_\w|::|\w:\/\/|\.(?:conf|sh|txt|xml|deb)\b/gu

/** A command behind the sign that asks for one. */
const PROMPT = /^[$#%>] \S/u

/** Of the lines of a listing, so many have such signs. */
const CODED = 0.5

/** A line of prose has so many words that are nothing else. */
const WORDS = 6

/** A line shorter than this share of the column does not fill it. */
const SHORT = 0.93

/** Tables and listings among the lines, those left out that stand elsewhere. O(n). */
export function tableRuns(
  lines: readonly LaidLine[],
  taken: ReadonlyMap<LaidLine, RunPlace>,
): readonly LineRun[] {
  const runs: LineRun[] = []
  let i = 0
  while (i < lines.length) {
    const end = Math.max(endOfTable(lines, i, taken), endOfListing(lines, i, taken))
    if (end > i) {
      const blocks = lines.slice(i, end).map((line) => [line])
      runs.push({ role: 'table', blocks, why: 'a row among others like it' })
    }
    i = Math.max(end, i + 1)
  }
  return runs
}

/** The index behind the last row of the table that begins at a line; 0 where none does. */
function endOfTable(
  lines: readonly LaidLine[],
  from: number,
  taken: ReadonlyMap<LaidLine, RunPlace>,
): number {
  let end = from
  let rows = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line || taken.has(line) || (i > from && line.gap > 1)) break
    if (hasCells(line)) {
      rows++
      end = i + 1
    } else if (rows === 0 || line.gap > 0 || !isLowerCell(lines[i - 1], line, lines[i + 1])) {
      break
    }
  }
  return rows >= ROWS ? end : 0
}

/** Whether a line has cells: wide gaps, but not those of a justified line. */
function hasCells(line: LaidLine): boolean {
  if (!GAP.test(line.text)) return false
  if (line.text.length < line.measure * SHORT) return true
  const gaps = line.text.match(/ {2,}|\t/gu) ?? []
  const blanks = line.text.match(/\s+/gu)?.length ?? 0
  const stretched = gaps.length >= 3 && gaps.length * 2 > blanks
  const loose = blanks >= WORDS && gaps.every((gap) => gap.length <= 4)
  return !stretched && !loose
}

/** Whether a line without a gap goes on with a cell of the row above, with a row below. */
function isLowerCell(
  above: LaidLine | undefined,
  line: LaidLine,
  below: LaidLine | undefined,
): boolean {
  if (!above || !below || !hasCells(below) || below.gap > 0) return false
  return line.indent > above.indent + 3 && line.text.length < line.measure * 0.7
}

/** The index behind the last line of the listing that begins at a line; 0 where none does. */
function endOfListing(
  lines: readonly LaidLine[],
  from: number,
  taken: ReadonlyMap<LaidLine, RunPlace>,
): number {
  const first = lines[from]
  if (!first || (first.gap === 0 && !first.pageTop) || signsIn(first) === 0) return 0
  let end = from
  let coded = 0
  let signs = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line || taken.has(line) || !isListed(line)) break
    if (i > from && (line.gap > 1 || (line.gap === 1 && signsIn(line) === 0))) break
    signs += signsIn(line)
    if (signsIn(line) > 0) coded++
    if (signsIn(line) > 0 || lines[i + 1]?.gap !== 0) end = i + 1
  }
  const next = lines[end]
  const parted = next === undefined || next.gap > 0 || next.pageTop
  const enough = coded >= 2 || PROMPT.test(first.text) || signs >= 3
  return parted && enough && coded >= (end - from) * CODED ? end : 0
}

/** How many signs of programs a line has. */
function signsIn(line: LaidLine): number {
  return line.text.match(CODE)?.length ?? 0
}

/** Whether a line may stand in a listing: it is no item and no prose, and does not fill the column. */
function isListed(line: LaidLine): boolean {
  if (itemLabel(line.text) || line.text.length >= line.measure * SHORT) return false
  const words = line.text.match(/(?<=^|\s|["“„«(])\p{L}{2,}(?=$|\s|[,.;:!?)"”“»])/gu)?.length ?? 0
  return words < WORDS || signsIn(line) * 2 >= words
}
