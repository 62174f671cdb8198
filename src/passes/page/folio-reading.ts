import { looseNumber, type PrintedNumber, readPageNumber } from './printed-number.ts'

/** A number on a line that may be that of the page. Offsets are within the line's printed text. */
export interface FolioReading extends PrintedNumber {
  readonly from: number
  readonly to: number
  /** Alone on its line; parted by a wide gap from what else stands there; or one blank off. */
  readonly shape: 'alone' | 'apart' | 'beside'
  /** Whether its form is one that other things have, too: `12.`, `ll`. */
  readonly loose: boolean
}

/** Two blanks or more, or a tab. */
const GAP = /\s{2,}|\t/u

/** What every number has: a figure, a Roman numeral, or what OCR leaves of one. */
const MAYBE = /[\dIVXLCDMivxlcdmOoЗО|]/u

/** No number is longer with the marks around it. */
const LONGEST = 16

/** The numbers on a line that may be the page's: alone, or at either end. O(1), but for blanks. */
export function folioReadings(text: string): readonly FolioReading[] {
  const alone = text.length > LONGEST ? undefined : readAny(text)
  if (alone) return [{ ...alone, from: 0, to: text.length, shape: 'alone' }]
  const first = /^\S+/u.exec(text.slice(0, LONGEST))?.[0] ?? ''
  const last = /(?<=\s)\S+$/u.exec(text.slice(-LONGEST))?.[0] ?? ''
  if (first.length === text.length) return []
  return [
    ...atEnd(first, 0, GAP.test(text.slice(first.length, first.length + 2))),
    ...atEnd(last, text.length - last.length, GAP.test(text.slice(-last.length - 2, -last.length))),
  ]
}

function atEnd(piece: string, from: number, apart: boolean): readonly FolioReading[] {
  if (piece.length > 8 || !MAYBE.test(piece)) return []
  const read = readAny(piece)
  if (!read || (read.loose && !apart)) return []
  // A single Roman letter one blank off is a word or a chapter's number.
  if (read.roman && !apart && piece.length < 2) return []
  return [{ ...read, from, to: from + piece.length, shape: apart ? 'apart' : 'beside' }]
}

function readAny(text: string): (PrintedNumber & { readonly loose: boolean }) | undefined {
  const sound = readPageNumber(text)
  if (sound) return { ...sound, loose: false }
  const loose = looseNumber(text)
  return loose && { ...loose, loose: true }
}
