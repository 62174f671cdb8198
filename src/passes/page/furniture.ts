import { directionLine, type Stretch } from './direction-line.ts'
import type { FolioReading } from './folio-reading.ts'
import type { EdgeLine, EdgeReading, PageEdges } from './page-edge.ts'
import type { SheetLine } from './page-sheet.ts'
import { PrintedTitles } from './printed-titles.ts'
import { type HeadLine, headLine, lettersOf, type Recurrence, recurrence } from './running-head.ts'

/** Forme work on one line. Offsets are within `SheetLine.text`. */
export interface Furniture {
  readonly line: SheetLine
  readonly place: 'top' | 'bottom'
  /** The number of the page, true or not. */
  readonly number: FolioReading | undefined
  readonly head: Stretch | undefined
  readonly signature: Stretch | undefined
  readonly catchword: Stretch | undefined
}

/** What is known of a page when its forme work is looked for. */
export interface SequencedPage extends PageEdges {
  /** The number on it that fits the sequence. */
  readonly confirmed: EdgeReading | undefined
  /** Whether pages nearby bear the numbers that go with it. */
  readonly supported: boolean
  /** Its printed lines. */
  readonly lines: readonly SheetLine[]
}

/** A head recurs when so many other pages nearby bear it. */
const RECURRENT = 2
/** Where so large a share of pages bears a number beside a title, any such line is a head. */
const HEADED = 0.4
/** Where heads have a number, one without stands on so many other pages nearby. */
const FREQUENT = 6
/** A title that a head shortens has so many letters. */
const LONG = 16
/** The head of the book stands on one of so many first pages, */
const OPENING = 8
/** and on more than this share of all. */
const THROUGHOUT = 0.3
/** Where so many pages bear their number beside a title, all heads do. */
const NUMBERED = 0.75
/** Where so many pages bear their number alone, all do. */
const FOLIOED = 0.7
/** Where so many pages begin with a line that recurs, they have heads without numbers. */
const TITLED = 0.3

/**
 * Finds the forme work at the edges of the pages.
 *
 * A number is the page's when it fits the sequence. A line is a running head when it bears that number,
 * or when lines like it (fuzzily: OCR damage) stand at the same edge of other pages nearby. A title of
 * the text itself is not taken for one: where the head bears the page number and the line does not,
 * or where the line is the first of its letters, it is the title that the heads repeat. O(pages).
 */
export function findFurniture(
  pages: readonly SequencedPage[],
  sheet: readonly SheetLine[],
  measure: number,
): readonly (readonly Furniture[])[] {
  const rows = pages.map((page) => headLines(page, page.top, measure))
  const bottoms = pages.map((page) => headLines(page, page.bottom, measure))
  const headed = shareOf(pages, ({ confirmed }) => confirmed && confirmed.reading.shape !== 'alone')
  const book: Book = {
    pages,
    tops: rows,
    bottoms,
    loose: pages.filter(({ confirmed }) => confirmed?.reading.loose).length > 2,
    signed: signedPages(bottoms),
    atEdge: counted([...rows.flat(), ...bottoms.flat()]),
    titles: new PrintedTitles(sheet, measure),
    isHeaded: headed >= HEADED,
    areNumbered: headed >= NUMBERED,
    areTitled: shareOf(pages, (_, i) => isTitled(rows, i)) >= TITLED,
    folioPlace: usualPlace(pages),
    haveFolios: shareOf(pages, ({ confirmed }) => confirmed?.reading.shape === 'alone') > FOLIOED,
    measure,
  }
  const tops = pages.map((_, page) => topOf(book, page))
  return pages.map((_, i) => {
    const top = tops[i] ?? []
    const next = firstText(pages[i + 1], tops[i + 1] ?? [])
    return [...top, ...bottomOf(book, i, next, top)]
  })
}

interface Book {
  readonly pages: readonly SequencedPage[]
  readonly tops: readonly (readonly HeadLine[])[]
  readonly bottoms: readonly (readonly HeadLine[])[]
  readonly titles: PrintedTitles
  /** Whether most pages bear their number beside a title. */
  readonly isHeaded: boolean
  /** Whether nearly all do. */
  readonly areNumbered: boolean
  /** Whether pages begin with heads without a number. */
  readonly areTitled: boolean
  /** Where numbers that stand alone are printed. */
  readonly folioPlace: 'top' | 'bottom' | undefined
  /** Whether nearly all pages have theirs alone. */
  readonly haveFolios: boolean
  /** Whether numbers with a stop behind them, or damaged whole, are usual. */
  readonly loose: boolean
  /** How many pages seem to be signed, by the kind of their signature. */
  readonly signed: ReadonlyMap<SignatureKind, number>
  /** How often each line stands at the edge of a page. */
  readonly atEdge: ReadonlyMap<string, number>
  readonly measure: number
}

function headLines(
  page: SequencedPage,
  lines: readonly EdgeLine[],
  measure: number,
): readonly HeadLine[] {
  return lines.map((edge) => {
    return headLine(
      edge,
      page.confirmed?.edge.row === edge.row ? page.confirmed.reading : undefined,
      measure,
    )
  })
}

function counted(lines: readonly HeadLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { whole } of lines) counts.set(whole, (counts.get(whole) ?? 0) + 1)
  return counts
}

/** Whether the first line of a page recurs without a number. */
function isTitled(rows: readonly (readonly HeadLine[])[], page: number): boolean {
  const line = rows[page]?.[0]
  if (!line || line.number || line.letters.length < 3) return false
  return recurrence(line, page, rows).twins >= RECURRENT
}

function shareOf(
  pages: readonly SequencedPage[],
  holds: (page: SequencedPage, index: number) => boolean | undefined,
): number {
  return pages.length === 0 ? 0 : pages.filter(holds).length / pages.length
}

function usualPlace(pages: readonly SequencedPage[]): Book['folioPlace'] {
  const alone = pages.flatMap(({ confirmed }) =>
    confirmed?.reading.shape === 'alone' ? [confirmed.edge.place] : [],
  )
  if (alone.length === 0) return undefined
  return alone.filter((place) => place === 'top').length * 2 > alone.length ? 'top' : 'bottom'
}

function topOf(book: Book, page: number): readonly Furniture[] {
  const found: Furniture[] = []
  for (const line of book.tops[page] ?? []) {
    const furniture = judge(book, page, line, book.tops, hasHead(found))
    if (!furniture) break
    found.push(furniture)
  }
  return found
}

function bottomOf(
  book: Book,
  index: number,
  next: string | undefined,
  top: readonly Furniture[],
): readonly Furniture[] {
  const page = book.pages[index]
  const hasNumber = top.some(({ number }) => number !== undefined)
  const found: Furniture[] = []
  for (const line of book.bottoms[index] ?? []) {
    if (top.some((other) => other.line === line.edge.row)) break
    const direction =
      page?.confirmed?.edge.row === line.edge.row
        ? undefined
        : directionLine(line.edge.row, next, book.measure)
    const isDirection =
      direction && (direction.catchword !== undefined || isSignature(book, line, hasNumber))
    const furniture = isDirection
      ? { ...plain(line), ...direction }
      : judge(book, index, line, book.bottoms, hasHead(found))
    if (!furniture) break
    found.push(furniture)
  }
  return found
}

/** Whether a letter or figure at the foot signs a gathering: others of its kind stand at other feet. */
function isSignature(book: Book, line: HeadLine, hasNumber: boolean): boolean {
  const kind = signatureKind(line.edge.row.text)
  if (kind === 'figure' && !hasNumber && book.folioPlace !== 'top') return false
  const own = mayBeSigned(line) ? 1 : 0
  return kind !== undefined && (book.signed.get(kind) ?? 0) > own
}

/** How many pages seem to be signed by letters and by figures. */
function signedPages(bottoms: Book['bottoms']): Book['signed'] {
  const counts = new Map<SignatureKind, number>()
  for (const lines of bottoms) {
    const kinds = new Set(
      lines.flatMap((line) => (mayBeSigned(line) ? (signatureKind(line.edge.row.text) ?? []) : [])),
    )
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

function mayBeSigned({ edge, number }: HeadLine): boolean {
  return edge.nth < 2 && !number && edge.row.indent > 4
}

type SignatureKind = 'letter' | 'figure'

function signatureKind(text: string): SignatureKind | undefined {
  const first = /^(\S+(?: \d)?)(?:\s{2,}\S+)?$/u.exec(text)?.[1] ?? ''
  if (/^\p{Lu}\p{Ll}?(?: ?[2-8])?\*{0,3}$/u.test(first)) return 'letter'
  return /^\d{1,3}\*{0,3}$/u.test(first) ? 'figure' : undefined
}

function plain(line: HeadLine): Furniture {
  return {
    line: line.edge.row,
    place: line.edge.place,
    number: undefined,
    head: undefined,
    signature: undefined,
    catchword: undefined,
  }
}

function judge(
  book: Book,
  index: number,
  line: HeadLine,
  rows: readonly (readonly HeadLine[])[],
  isHeaded: boolean,
): Furniture | undefined {
  const page = book.pages[index]
  if (!page) return undefined
  const { edge, number } = line
  const { text } = edge.row
  const alone = edge.readings.find(({ shape }) => shape === 'alone')
  if (alone) {
    const usually = !book.areNumbered && book.folioPlace === edge.place && page.supported
    const form = number?.loose
      ? book.loose || (usually && edge.isolated)
      : edge.isolated || page.supported
    const own = number !== undefined && form
    const lone = !page.confirmed && !alone.loose && edge.isolated && edge.nth === 0
    const usual = book.folioPlace === undefined || book.folioPlace === edge.place
    return own || (lone && usual) ? { ...plain(line), number: alone } : undefined
  }
  if (isUnreadable(book, page, edge)) {
    const whole = { from: 0, to: text.length, shape: 'alone', loose: true } as const
    return { ...plain(line), number: { ...whole, value: 0, roman: false } }
  }
  const recurs = recurrence(line, index, rows)
  if (number) {
    const apart = number.shape === 'apart' && page.supported && edge.nth === 0
    const beside =
      page.supported &&
      book.isHeaded &&
      edge.place === 'top' &&
      edge.nth === 0 &&
      text.length < book.measure * (edge.isolated ? 1 : 0.9)
    if (recurs.twins < RECURRENT && !apart && !beside) return undefined
    return { ...plain(line), number, head: besides(text, number) }
  }
  if (!isHead(book, index, line, recurs, isHeaded)) return undefined
  const wrong =
    page.confirmed || !line.inner.some((figures) => figures !== line.figures)
      ? undefined
      : edge.readings[0]
  const head = wrong ? besides(text, wrong) : { from: 0, to: text.length }
  return { ...plain(line), number: wrong, head }
}

/** Whether a few signs stand alone where nearly all other pages have their number. */
function isUnreadable(
  book: Book,
  page: SequencedPage,
  { row, isolated, nth, place }: EdgeLine,
): boolean {
  if (page.confirmed || !isolated || nth > 0 || place !== book.folioPlace) return false
  if (!book.haveFolios || page.lines.length < 5) return false
  return row.text.length <= 7 && !/\p{L}{3}/u.test(row.text)
}

function hasHead(found: readonly Furniture[]): boolean {
  return found.some(({ head }) => head !== undefined)
}

/**
 * Whether a line without the page's number is a running head, and no title of the text. A page that
 * `isHeaded` already has another only where both recur.
 */
function isHead(
  book: Book,
  index: number,
  line: HeadLine,
  recurs: Recurrence,
  isHeaded: boolean,
): boolean {
  const { edge, letters, whole } = line
  if (letters.length < 3) return false
  const twin = recurs.before ?? recurs.behind
  const damaged = twin?.number !== undefined && line.figures !== twin.figures
  if (book.areNumbered || recurs.numbered * 2 > recurs.twins + 1) return damaged
  const isRepeated = isRepeatedTitle(book, index, line)
  if (recurs.twins < RECURRENT || (!book.areTitled && recurs.twins < FREQUENT)) {
    const isFirst = edge.place === 'top' && !isHeaded
    return book.areTitled && isFirst && isRepeated && isCentred(book, edge)
  }
  const atEdge = book.atEdge.get(whole) ?? 1
  if (recurs.set * 2 < recurs.twins || book.titles.count(whole) > 2 * atEdge + 1) return false
  if (recurs.before || isRepeated) return true
  // The first of its letters is the title that the others repeat, unless it is that of the book.
  const opens = index > 0 && index < OPENING
  return opens && !recurs.bothSides && atEdge > book.pages.length * THROUGHOUT
}

/** Whether a line repeats one of the two pages before it, or of its own page. */
function isRepeatedTitle(book: Book, index: number, { whole, edge }: HeadLine): boolean {
  const from = book.pages[Math.max(0, index - 2)]?.lines[0]?.line ?? 1
  if (book.titles.isBetween(whole, from, edge.row.line)) return true
  if (!book.areTitled || whole.length < LONG) return false
  // A title that is too long for its line loses its end in the head.
  const near = book.pages.slice(Math.max(0, index - 2), index).flatMap(({ lines }) => lines)
  return near.some(({ text }, i) => {
    const first = lettersOf(text)
    if (first.length < LONG / 2 || !(first.startsWith(whole) || whole.startsWith(first)))
      return false
    return (first + lettersOf(near[i + 1]?.text ?? '')).startsWith(whole)
  })
}

/** Whether a line stands in the middle of the column, as heads without a number do. */
function isCentred({ measure }: Book, { indent, row }: EdgeLine): boolean {
  return indent > 0 && Math.abs(indent + row.text.length / 2 - measure / 2) < measure * 0.15
}

/** What stands beside the number, without the blanks between. */
function besides(text: string, { from, to }: Stretch): Stretch | undefined {
  if (from === 0) {
    const rest = text.slice(to).trimStart()
    return rest === '' ? undefined : { from: text.length - rest.length, to: text.length }
  }
  return { from: 0, to: text.slice(0, from).trimEnd().length }
}

/** The first line of text of a page, behind its forme work. */
function firstText(page: SequencedPage | undefined, top: readonly Furniture[]): string | undefined {
  return page?.lines[top.length]?.text
}
