import { isWithin } from './edit-distance.ts'
import type { SheetLine } from './page-sheet.ts'

/** Forme work on the line below the text: the gathering's signature, the next page's first word. */
export interface DirectionLine {
  readonly signature: Stretch | undefined
  readonly catchword: Stretch | undefined
}

/** A stretch of a line's printed text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A catchword begins behind this share of the column, and ends near its right edge. */
const RIGHT = 0.4
const EDGE = 0.8

/** A signature: a letter or a number, the leaf's number or stars behind it. */
const SIGNATURE = /^(?:\p{Lu}\p{Ll}?|\d{1,3})(?: ?[2-8])?\*{0,3}$/u

/** Whether a line holds, at its right end, the first word of the line that the next page begins with. */
export function catchwordBefore(row: SheetLine, next: string, measure: number): boolean {
  return catchwordOf(row, next, measure) !== undefined
}

/** Reads the last line of a page as a direction line; `next` is the first line of the next page. */
export function directionLine(
  row: SheetLine,
  next: string | undefined,
  measure: number,
): DirectionLine | undefined {
  const catchword = next === undefined ? undefined : catchwordOf(row, next, measure)
  const rest = row.text.slice(0, catchword?.from ?? row.text.length).trimEnd()
  const isSigned = row.indent >= measure * 0.1 && SIGNATURE.test(rest)
  const signature = isSigned ? { from: 0, to: rest.length } : undefined
  return catchword || signature ? { signature, catchword } : undefined
}

function catchwordOf(
  { text, indent }: SheetLine,
  next: string,
  measure: number,
): Stretch | undefined {
  const word = /\S+$/u.exec(text)?.[0] ?? ''
  const from = text.length - word.length
  const before = text.slice(0, from)
  if (before !== '' && !(/\s{2}$/u.test(before) && SIGNATURE.test(before.trimEnd())))
    return undefined
  const isRight = indent + from >= measure * RIGHT || (indent > 1 && word.length > measure * RIGHT)
  if (!isRight || indent + text.length < measure * EDGE) return undefined
  const first = /^\s*(\S+)/u.exec(next)?.[1] ?? ''
  return isSameWord(word, first) ? { from, to: text.length } : undefined
}

/** The same word, but for one damaged letter in a long one. */
function isSameWord(a: string, b: string): boolean {
  return a !== '' && (a === b || (a.length > 4 && isWithin(a, b, 1)))
}
