import { folioChain } from './folio-chain.ts'
import { blankRun, divideByFolios, nextPrinted } from './folio-division.ts'
import type { SheetLine } from './page-sheet.ts'
import { readPageNumber } from './printed-number.ts'

/** A line at which a page may begin, and why. */
export interface PageCandidate {
  /** The raw line that begins the page: the first blank line before a number, else the line itself. */
  readonly line: number
  /** The first printed line, forme work included. */
  readonly printed: number
  readonly kind: 'start' | 'form-feed' | 'number' | 'residue' | 'folio' | 'between'
  /** How much it costs to say that no page begins here. */
  readonly weight: number
  /** How many blank pages lie before it. */
  readonly blank?: number
}

/** A page that holds more lines than this times the usual number is crowded: small type, or two pages. */
const CROWDED = 1.1
/** A page with fewer lines than this times the usual number is a short one. */
const SHORT = 0.72
/** A page holds at least so many printed lines, most of them. */
const FEWEST = 8
/** How many candidates back a page may have begun. */
const REACH = 12

/**
 * Where the pages begin.
 *
 * Form feeds decide where there are any; else the numbers of the pages where most bear one. Else the residue of one (a line with exactly one leading
 * blank in a text whose other lines have none) and bare numbers between blank lines are weighed
 * together: pages of a book hold about the same number of lines, and a short one comes before a page
 * that begins with a title. The best division over the whole book is found by dynamic programming.
 * O(n) in the lines.
 */
export function dividePages(
  sheet: readonly SheetLine[],
  measure: number,
): readonly PageCandidate[] {
  const feeds = formFeeds(sheet)
  if (feeds.length > 1) return feeds
  const chain = folioChain(sheet)
  if (chain.length > 0) return divideByFolios(sheet, chain, measure)
  const candidates = residues(sheet, measure)
  if (candidates.length < 2) return candidates
  return bestDivision(sheet, candidates, measure)
}

function formFeeds(sheet: readonly SheetLine[]): readonly PageCandidate[] {
  const first = start(sheet)
  const found: PageCandidate[] = first ? [first] : []
  let sum = 0
  for (const { line, feeds } of sheet) {
    if (feeds === 0) continue
    const printed = nextPrinted(sheet, line)
    const last = found.at(-1)
    if (printed === undefined) break
    const same = last !== undefined && last.printed === printed
    if (same) found.pop()
    sum = same ? sum + feeds : feeds
    const blank = found.length === 0 ? 0 : sum - 1
    found.push({ line, printed, kind: 'form-feed', weight: Infinity, blank })
  }
  // Where most pages have two form feeds, one of them is no blank page.
  const blanks = found.filter(({ blank = 0 }) => blank > 0).length
  return blanks * 3 > found.length ? found.map((page) => ({ ...page, blank: 0 })) : found
}

function start(sheet: readonly SheetLine[]): PageCandidate | undefined {
  const printed = nextPrinted(sheet, 1)
  return printed === undefined ? undefined : { line: 1, printed, kind: 'start', weight: Infinity }
}

function residues(sheet: readonly SheetLine[], measure: number): readonly PageCandidate[] {
  const first = start(sheet)
  if (!first) return []
  const found: PageCandidate[] = [first]
  const printed = sheet.filter((line) => line.text !== '')
  const single = printed.filter((line) => line.indent === 1).length
  const flush = printed.filter((line) => line.indent === 0).length
  // One blank is a residue of a form feed only where lines have none by default.
  const telling = single * 8 < flush
  for (const { line, text, indent } of sheet) {
    if (line <= first.printed || text === '') continue
    const before = sheet[line - 2]?.text === ''
    const after = sheet[line]?.text === ''
    if (before && after && isBareNumber(text)) {
      found.push({ line: blankRun(sheet, line), printed: line, kind: 'number', weight: 6 })
    } else if (telling && indent === 1) {
      const weight = before ? 1 : isTitleLike(sheet, line, measure) ? 6 : 4
      found.push({ line, printed: line, kind: 'residue', weight })
    }
  }
  return found
}

function isBareNumber(text: string): boolean {
  return text.length <= 9 && /\d/u.test(text) && readPageNumber(text) !== undefined
}

function bestDivision(
  sheet: readonly SheetLine[],
  candidates: readonly PageCandidate[],
  measure: number,
): readonly PageCandidate[] {
  const ends = [...candidates.slice(1).map((c) => c.line), sheet.length + 1]
  const printedBefore = cumulated(sheet)
  const linesIn = (from: number, to: number): number =>
    (printedBefore[to - 1] ?? 0) - (printedBefore[from - 1] ?? 0)
  const sizes = candidates.map((c, i) => linesIn(c.line, ends[i] ?? c.line))
  // Numbers a few lines apart count verses or items, not pages.
  const middle = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  if (middle < FEWEST) return candidates.slice(0, 1)
  const usual = localCapacity(sizes)
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }]
  for (let to = 1; to <= candidates.length; to++) {
    let chosen = { cost: Infinity, from: to - 1 }
    let dropped = 0
    for (let from = to - 1; from >= Math.max(0, to - REACH); from--) {
      const begin = candidates[from]
      const end = ends[to - 1] ?? sheet.length + 1
      if (!begin) break
      const ratio = linesIn(begin.line, end) / Math.max(1, usual[from] ?? 1)
      const next = candidates[to]
      const fair = next === undefined || isTitleLike(sheet, next.printed, measure)
      const cost = (best[from]?.cost ?? Infinity) + dropped + pageCost(ratio, fair)
      if (cost < chosen.cost) chosen = { cost, from }
      dropped += begin.weight
    }
    best.push(chosen)
  }
  const kept: PageCandidate[] = []
  for (let at = candidates.length; at > 0; ) {
    at = best[at]?.from ?? 0
    const candidate = candidates[at]
    if (candidate) kept.push(candidate)
  }
  return kept.reverse()
}

/** What it costs to hold a page of `ratio` times the usual lines for one page. */
function pageCost(ratio: number, beforeTitle: boolean): number {
  if (ratio > CROWDED) return 15 * (ratio - CROWDED)
  if (ratio < SHORT) return beforeTitle ? 0.2 : 4.5
  return 0
}

/** How many printed lines stand before each line. */
function cumulated(sheet: readonly SheetLine[]): Uint32Array {
  const sums = new Uint32Array(sheet.length + 1)
  for (let i = 0; i < sheet.length; i++) sums[i + 1] = (sums[i] ?? 0) + (sheet[i]?.text ? 1 : 0)
  return sums
}

/** How many lines pages hold hereabouts: the upper quartile of the stretches nearby. */
function localCapacity(sizes: readonly number[]): readonly number[] {
  return sizes.map((_, i) => {
    const near = sizes.slice(Math.max(0, i - 10), i + 11).sort((a, b) => a - b)
    return near[Math.floor(near.length * 0.75)] ?? 1
  })
}

/** Whether the page that begins at `line` may begin with a title: a short line without a full stop. */
function isTitleLike(sheet: readonly SheetLine[], line: number, measure: number): boolean {
  const text = sheet[line - 1]?.text ?? ''
  return (
    text.length < measure * 0.85 && /^[\p{Lu}\p{N}«“"[(]/u.test(text) && !/[,;:\p{Pd}]$/u.test(text)
  )
}
