import { catchwordBefore } from './direction-line.ts'
import type { Folio } from './folio-chain.ts'
import type { PageCandidate } from './page-division.ts'
import type { SheetLine } from './page-sheet.ts'

/** A page holds at most so many times the usual lines. */
const FULLEST = 1.2
/** Pages between two numbers hold so many times the usual lines, one with another. */
const SCANTY = 0.35
/** The fewest lines of a page. */
const FEWEST = 3

/**
 * Divides a text without form feeds by the numbers of its pages: a page begins with the number at its
 * head, or behind that at the foot of the page before. Where the numbers miss a page, it begins at
 * the likeliest line between: behind a catchword, with a title, where the page is full. O(n).
 */
export function divideByFolios(
  sheet: readonly SheetLine[],
  chain: readonly Folio[],
  measure: number,
): readonly PageCandidate[] {
  const usual = usualLines(chain)
  const atFoot = placesOf(sheet, chain)
  const begins: PageCandidate[] = []
  const begin = (line: number, kind: PageCandidate['kind']): void => {
    const printed = nextPrinted(sheet, line)
    const last = begins.at(-1)
    if (printed === undefined || (last && last.printed >= printed)) return
    begins.push({ line, printed, kind, weight: Infinity })
  }
  const between = (from: number, to: number, count: number): void => {
    let start = from
    // A blank page has a number and no lines.
    const most = Math.floor((to - from) / (usual * SCANTY))
    for (let left = Math.min(count, most); left > 0; left--) {
      const line = likeliestBegin(sheet, start, to, left, usual, measure)
      if (line === undefined) return
      begin(line, 'between')
      start = line
    }
  }
  begin(1, 'start')
  chain.forEach((folio, i) => {
    const before = chain[i - 1]
    const foot = atFoot[i] ?? false
    const from = before ? before.line + 1 : 1
    const open = before ? pagesBetween(before, folio, atFoot[i - 1] ?? false, foot) : 0
    const first = before || foot ? 0 : Math.round((folio.line - 1) / usual) - 1
    between(from, folio.line, Math.max(open, Math.min(first, folio.value - 2)))
    if (foot) begin(folio.line + 1, 'folio')
    else begin(blankRun(sheet, folio.line), 'folio')
  })
  const last = chain.at(-1)
  if (last) between(last.line + 1, sheet.length + 1, restPages(sheet, last, usual))
  return begins
}

/** How many pages begin between two numbers, besides those that begin at the numbers themselves. */
function pagesBetween(before: Folio, folio: Folio, wasFoot: boolean, foot: boolean): number {
  const isAnew = before.roman !== folio.roman || folio.value <= before.value
  const step = isAnew ? folio.value : folio.value - before.value
  if (wasFoot === foot) return step - 1
  return foot ? step : step - 2
}

function restPages(sheet: readonly SheetLine[], last: Folio, usual: number): number {
  const rest = (sheet.length - last.line) / usual
  return rest > 1.5 ? Math.round(rest) - 1 : 0
}

/** The median distance of numbers that follow one another. */
function usualLines(chain: readonly Folio[]): number {
  const steps = chain.flatMap((folio, i) => {
    const before = chain[i - 1]
    return before && folio.value === before.value + 1 && folio.shape === before.shape
      ? [folio.line - before.line]
      : []
  })
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 40
}

/**
 * Whether each number stands at the foot of its page.
 *
 * Numbers in running heads stand at the top, those alone beside such heads at the foot. Where all
 * stand alone the blank lines tell: a number stands nearer to its own page than to the other, and one
 * that follows the text at once is the first thing on its page.
 */
function placesOf(sheet: readonly SheetLine[], chain: readonly Folio[]): readonly boolean[] {
  const alone = chain.filter((folio) => folio.shape === 'alone')
  const isMixed = alone.length < chain.length * 0.7
  const foot = isMixed || standAtFoot(sheet, alone)
  return chain.map((folio) => folio.shape === 'alone' && foot)
}

function standAtFoot(sheet: readonly SheetLine[], alone: readonly Folio[]): boolean {
  const before = median(alone.map(({ line }) => line - blankRun(sheet, line)))
  const after = median(
    alone.map(({ line }) => (nextPrinted(sheet, line + 1) ?? line + 1) - line - 1),
  )
  if (before !== after) {
    const open = Math.min(before, after) === 0
    return open ? before > after : after > before
  }
  const last = alone.at(-1)
  const first = alone[0]
  if (!first || !last) return false
  const ends = nextPrinted(sheet, last.line + 1) === undefined
  const opens = (nextPrinted(sheet, 1) ?? 1) >= first.line
  return ends && !opens
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The line in `(from, to)` at which a page most likely begins, `left` pages before `to` all in all. */
function likeliestBegin(
  sheet: readonly SheetLine[],
  from: number,
  to: number,
  left: number,
  usual: number,
  measure: number,
): number | undefined {
  const least = Math.max(from + FEWEST, to - left * usual * FULLEST)
  const most = Math.min(to - FEWEST, from + usual * FULLEST)
  let best: number | undefined
  let chosen = -Infinity
  for (let line = Math.ceil(least); line <= most; line++) {
    if (sheet[line - 1]?.text === '') continue
    const score = beginScore(sheet, line, measure) - Math.abs(line - from - usual) / usual
    if (score <= chosen) continue
    chosen = score
    best = line
  }
  return best
}

function beginScore(sheet: readonly SheetLine[], line: number, measure: number): number {
  const row = sheet[line - 1]
  const before = sheet[line - 2]
  if (!row || !before) return 0
  if (catchwordBefore(before, row.text, measure)) return 10
  const isShort = row.text.length < measure * 0.8 && !/[.,;:\p{Pd}]$/u.test(row.text)
  if (!isShort) return 0
  const next = sheet[(nextPrinted(sheet, line + 1) ?? line + 1) - 1]
  const gap = line - blankRun(sheet, line)
  const last = sheet[line - gap - 2]
  const centred = row.indent - Math.min(next?.indent ?? 0, last?.indent ?? 0) > 4
  const heads = sheet[line]?.text === ''
  const capitals = row.text === row.text.toUpperCase() && /\p{L}{3}/u.test(row.text)
  // Amid the text a title has a blank line before it; at the head of a page nothing does.
  const unparted = heads && gap === 0 ? (centred ? 4 : 2) : 0
  return unparted + (centred ? 1 : 0) + (heads ? 1 : 0) + (capitals ? 2 : 0) + (gap > 1 ? 2 : 0)
}

/** The first of the blank lines right before `line`. */
export function blankRun(sheet: readonly SheetLine[], line: number): number {
  let first = line
  while (first > 1 && sheet[first - 2]?.text === '') first--
  return first
}

/** The first printed line at or after `line`, or undefined. */
export function nextPrinted(sheet: readonly SheetLine[], line: number): number | undefined {
  for (let n = line; n <= sheet.length; n++) if (sheet[n - 1]?.text !== '') return n
  return undefined
}
