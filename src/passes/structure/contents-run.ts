import type { Language } from '../../model/language.ts'
import type { LaidLine } from './laid-line.ts'
import type { LineRun } from './line-run.ts'
import { beginsInside } from './line-shape.ts'

const NUMBER = '(\\d{1,4}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})'

/** Dots that lead to the number of a page at the end of the line. */
const LEADER = new RegExp(`(?:\\s?[.…·_]){4,}\\s*${NUMBER}$`, 'u')

/** A gap before the number. */
const WIDE = new RegExp(`\\p{L}.*\\S(?: {3,}|\\t+)${NUMBER}$`, 'u')

/** A number at the end: enough below the title of a table of contents. */
const PLAIN = new RegExp(`\\p{L}.*\\S[\\s,]+${NUMBER}$`, 'u')

/** So many entries with leaders, one after another, are contents without a title. */
const UNTITLED = 3

/** Below a title two are enough. */
const TITLED = 2

/** An entry has so many lines at most. */
const LINES = 4

/** How long the line of an entry without a number is that goes on in the next, as a share of the column. */
const LONG = 0.6

/** The tables of contents among the lines. O(n). */
export function contentsRuns(lines: readonly LaidLine[], language: Language): readonly LineRun[] {
  const runs: LineRun[] = []
  for (let i = 0; i < lines.length; i++) {
    const titled = isContentsTitle(lines[i]?.text ?? '', language)
    const from = titled ? i + 1 : i
    const first = lines[from]
    if (!first || !(titled || isLed(first) || goesOn(lines, from, false))) continue
    const blocks = entriesFrom(lines, from, titled)
    const count = blocks.filter(
      (entry) => numberAt(entry.at(-1)?.text ?? '', titled) !== undefined,
    ).length
    if (count < (titled ? TITLED : UNTITLED)) continue
    const why = titled
      ? 'it stands below the title of contents'
      : 'dots lead to the number of a page'
    runs.push({ role: 'contents', blocks, why })
    i = from + blocks.reduce((sum, { length }) => sum + length, 0) - 1
  }
  return runs
}

/** Whether a line is the title of a table of contents. */
export function isContentsTitle(text: string, language: Language): boolean {
  if (text.length > 60) return false
  const bare = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
  return (language.headings.contents ?? []).includes(bare)
}

/** The number with which an entry ends. Below a title, a blank before it is enough. */
export function numberAt(text: string, titled: boolean): string | undefined {
  // Most lines end with no number, and need no closer look.
  if (!/[\divxlcdmIVXLCDM]$/u.test(text)) return undefined
  return (LEADER.exec(text) ?? WIDE.exec(text) ?? (titled ? PLAIN.exec(text) : null))?.[1]
}

/** The entries from a line on, as long as numbers come. */
function entriesFrom(
  lines: readonly LaidLine[],
  from: number,
  titled: boolean,
): readonly (readonly LaidLine[])[] {
  const entries: (readonly LaidLine[])[] = []
  let open: LaidLine[] = []
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const ends = numberAt(line.text, titled) !== undefined
    if (!ends && !goesOn(lines, i, titled)) break
    open.push(line)
    const next = lines[i + 1]
    const isLong = line.text.length >= line.measure * LONG
    if (!ends && (isLong || (next && beginsInside(next.text)))) continue
    entries.push(open)
    open = []
  }
  return open.length > 0 ? [...entries, open] : entries
}

/** Whether a line without a number is followed by one with a number soon. */
function goesOn(lines: readonly LaidLine[], i: number, titled: boolean): boolean {
  const line = lines[i]
  if (!line || /[.!?:;]$/u.test(line.text)) return false
  for (let at = i + 1; at < i + LINES; at++) {
    const next = lines[at]
    if (!next || (next.gap > 0 && !titled)) return false
    if (isLed(next) || (titled && numberAt(next.text, titled) !== undefined)) return true
  }
  return false
}

/** Whether dots lead to a number at the end of a line. */
function isLed({ text }: LaidLine): boolean {
  return /[.…·_]\s*\w+$/u.test(text) && LEADER.test(text)
}
