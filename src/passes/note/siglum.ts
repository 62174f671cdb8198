import { romanValue } from '../../model/roman-numeral.ts'

/** How a note is labelled. Labels of different styles count apart. */
export type SiglumStyle = 'arabic' | 'roman' | 'letter' | 'symbol'

/** The siglum of a note or of a call. */
export interface Siglum {
  readonly style: SiglumStyle
  /** Its place in its sequence: 4 for `4`, `iv` and `d`; for a symbol how often it is repeated. */
  readonly value: number
  /** As printed, without the marks around it. */
  readonly text: string
}

/** A siglum at a place: UTF-16 offsets within the text that was looked at. */
export interface PlacedSiglum {
  readonly siglum: Siglum
  readonly from: number
  readonly to: number
}

const SYMBOLS = '*∗⁎＊†‡§¶'
const LABEL = new RegExp(
  [
    `(?<symbol>[${SYMBOLS}]{1,4})\\)?(?=\\s|\\p{L}|[«“"(])`,
    '[[(](?<boxed>\\d{1,3}|[ivxlc]{1,7})[\\])]',
    '(?<arabic>\\d{1,3})(?=\\s*[.)]\\s|\\s)',
    '(?<roman>[ivxlc]{1,7})(?=[.)]?\\s|\\p{Lu}|[«“])',
    '(?<letter>\\p{Ll})\\)(?=\\s)',
  ].join('|'),
  'uy',
)

/** The siglum with which a line begins, or undefined. `to` is behind the marks around it. */
export function labelOf(line: string): PlacedSiglum | undefined {
  LABEL.lastIndex = 0
  const match = LABEL.exec(line)
  if (!match?.groups) return undefined
  const { symbol, boxed, arabic, roman, letter } = match.groups
  const text = symbol ?? boxed ?? arabic ?? roman ?? letter ?? ''
  const siglum = readSiglum(text)
  return siglum && { siglum, from: 0, to: match[0].length }
}

/** Reads a siglum without marks around it, or gives undefined where it is none. */
export function readSiglum(text: string): Siglum | undefined {
  if (/^\d{1,3}$/u.test(text)) {
    return Number(text) > 0 ? { style: 'arabic', value: Number(text), text } : undefined
  }
  if (text !== '' && [...text].every((symbol) => SYMBOLS.includes(symbol))) {
    return { style: 'symbol', value: text.length, text }
  }
  const roman = romanValue(text)
  if (roman !== undefined) return { style: 'roman', value: roman, text }
  if (/^\p{Ll}$/u.test(text)) {
    return { style: 'letter', value: (text.codePointAt(0) ?? 0) - 0x60, text }
  }
  return undefined
}

/** Whether a call by `call` may mean the note labelled `label`. */
export function answers(label: Siglum, call: Siglum): boolean {
  if (label.style !== call.style) return false
  if (label.style !== 'symbol') return label.value === call.value
  // One symbol printed several times over is how extraction often leaves a single one.
  return label.text === call.text || (label.value === 1 && sameSymbol(label.text, call.text))
}

function sameSymbol(one: string, repeated: string): boolean {
  return [...repeated].every((symbol) => symbol === one || (isStar(symbol) && isStar(one)))
}

function isStar(symbol: string): boolean {
  return '*∗⁎＊'.includes(symbol)
}
