import { type FolioReading, folioReadings } from './folio-reading.ts'
import type { SheetLine } from './page-sheet.ts'

/** A line that bears the number of a page, in a text without form feeds. */
export interface Folio extends FolioReading {
  /** The raw line, from 1. */
  readonly line: number
  /** How many printed lines stand before it. */
  readonly depth: number
  /** How much speaks for it before the sequence is known. */
  readonly weight: number
}

/** Pages hold so many printed lines. */
const FEWEST = 8
const MOST = 160
/** So many numbers may be missing between two of a chain. */
const LEAP = 4
/** What speaks against numbers that begin anew: a second volume has enough of them to outweigh it. */
const ANEW = 6
/** What a number weighs whose form other things have, too: a catchword `1.`, a list's `3.`. */
const LOOSE = 0.5
/** A text with one blank line in so many, or fewer, has lost them. */
const CLOSE = 50
/** How many lines with the same value are remembered. */
const REMEMBERED = 6
/** A chain is one of pages when it has so many links, and when so large a share of numbers is printed. */
const LINKS = 4
const DENSE = 0.6

/**
 * The numbers of the pages of a text without form feeds: the best chain of lines at whose ends, or on
 * which alone, stand numbers that count on, about a page apart. None where too few pages bear one.
 *
 * A line of text that ends with a figure fits such a chain only by the rarest accident. O(n).
 */
export function folioChain(sheet: readonly SheetLine[]): readonly Folio[] {
  const folios = foliosOf(sheet)
  const usual = usualDistance(folios)
  if (usual === undefined) return []
  const chain = bestChain(folios, usual)
  const first = chain[0]
  const last = chain.at(-1)
  if (!first || !last || chain.length < LINKS) return []
  const isDense = chain.length >= DENSE * ((last.depth - first.depth) / usual)
  return isDense && (last.line - first.line) * 2 > sheet.length ? chain : []
}

function foliosOf(sheet: readonly SheetLine[]): readonly Folio[] {
  let depth = 0
  const blank = sheet.filter(({ text }) => text === '').length
  const isClose = blank * CLOSE < sheet.length
  return sheet.flatMap((row, i) => {
    if (row.text !== '') depth++
    if (row.text === '' || row.text.length > 120) return []
    const before = sheet[i - 1]?.text === '' || i === 0
    const after = sheet[i + 1]?.text === '' || i + 1 === sheet.length
    return folioReadings(row.text).flatMap((reading) => {
      const form = reading.loose ? LOOSE : 1
      const weight = form * weightOf(reading, row, before, after, isClose)
      return weight > 0 ? [{ ...reading, line: row.line, depth, weight }] : []
    })
  })
}

/** What speaks for a number: that it stands alone, that blank lines part it, that capitals follow. */
function weightOf(
  { shape }: FolioReading,
  { text, indent }: SheetLine,
  before: boolean,
  after: boolean,
  isClose: boolean,
): number {
  const blanks = (before ? 1 : 0) + (after ? 1 : 0)
  if (shape === 'alone') return blanks > 0 ? 1 + blanks : isClose || indent > 8 ? 1 : 0
  if (shape === 'apart') return blanks === 0 ? (isClose ? 0.6 : 0) : 0.6 + blanks / 2
  const capitals = text === text.toUpperCase() && /\p{L}{3}/u.test(text)
  if (capitals) return 0.6 + blanks / 2
  return blanks > 0 ? 0.4 : isClose ? 0.2 : 0
}

/** The usual distance in raw lines between a number and the next one that counts on. */
function usualDistance(folios: readonly Folio[]): number | undefined {
  const weights = new Float64Array(MOST + 1)
  const counts = new Uint32Array(MOST + 1)
  const seen = new Map<string, number>()
  for (const folio of folios) {
    const before = seen.get(keyOf(folio.roman, folio.value - 1))
    const distance = before === undefined ? 0 : folio.depth - before
    if (distance >= FEWEST && distance <= MOST) {
      weights[distance] = (weights[distance] ?? 0) + folio.weight
      counts[distance] = (counts[distance] ?? 0) + 1
    }
    seen.set(keyOf(folio.roman, folio.value), folio.depth)
  }
  let best = 0
  let usual: number | undefined
  for (let at = FEWEST; at <= MOST; at++) {
    let sum = 0
    let links = 0
    for (let near = at - 2; near <= at + 2; near++) {
      sum += weights[near] ?? 0
      links += counts[near] ?? 0
    }
    // A short book has few links, and they must be plain.
    if ((links >= LINKS || (links > 1 && sum >= LINKS)) && sum > best) {
      best = sum
      usual = at
    }
  }
  return usual
}

/** The heaviest chain of numbers that count on. O(folios). */
function bestChain(folios: readonly Folio[], usual: number): readonly Folio[] {
  const score = new Float64Array(folios.length)
  const from = new Int32Array(folios.length).fill(-1)
  const seen = new Map<string, number[]>()
  let last = -1
  folios.forEach((folio, i) => {
    score[i] = folio.weight
    for (const j of befores(folio, seen, last)) {
      const before = folios[j]
      const gain = before ? linkOf(before, folio, usual) : undefined
      if (gain === undefined) continue
      const sum = (score[j] ?? 0) + folio.weight + gain
      if (sum > (score[i] ?? 0)) {
        score[i] = sum
        from[i] = j
      }
    }
    const key = keyOf(folio.roman, folio.value)
    const same = seen.get(key) ?? []
    same.push(i)
    if (same.length > REMEMBERED) same.shift()
    seen.set(key, same)
    if ((score[i] ?? 0) > (last < 0 ? 0 : (score[last] ?? 0))) last = i
  })
  const chain: Folio[] = []
  for (let at = last; at >= 0; at = from[at] ?? -1) {
    const folio = folios[at]
    if (folio) chain.push(folio)
  }
  return chain.reverse()
}

function keyOf(roman: boolean, value: number): string {
  return `${roman ? 'r' : 'a'}${value}`
}

/** The numbers that a number may come after. */
function befores(
  folio: Folio,
  seen: ReadonlyMap<string, readonly number[]>,
  last: number,
): readonly number[] {
  // A volume may end at the best chain yet, and the next one count from 1.
  const found: number[] = last >= 0 && folio.value < 3 ? [last] : []
  for (let step = 1; step <= LEAP; step++) {
    found.push(...(seen.get(keyOf(folio.roman, folio.value - step)) ?? []))
  }
  if (folio.roman || folio.value > 3) return found
  // Arabic numbers begin anew behind the Roman ones of the front matter.
  for (let value = 2; value <= 40; value++) found.push(...(seen.get(keyOf(true, value)) ?? []))
  return found
}

/** What a link is worth, or undefined where the distance forbids it. */
function linkOf(before: Folio, after: Folio, usual: number): number | undefined {
  const isAnew = before.roman !== after.roman || after.value <= before.value
  const step = isAnew ? after.value : after.value - before.value
  const distance = after.depth - before.depth
  const sameShape = before.shape === after.shape
  if (distance > (step + 0.6) * usual + (sameShape ? 0 : usual)) return undefined
  // At the foot of one page and at the head of the next, two numbers stand side by side.
  if (sameShape && distance < 2) return undefined
  const regular = Math.abs(distance - step * usual) <= 3 + usual * 0.1
  const crowded = sameShape && distance < (step - 0.7) * usual
  const anew = isAnew && before.roman === after.roman ? ANEW : 0
  return 1 - 0.9 * (step - 1) + (regular ? 1 : 0) - (crowded ? 1 : 0) - anew
}
