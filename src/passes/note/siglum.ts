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
  /** Its style and the marks around it, `(arabic)`: the labels of a book are mostly of one form. */
  readonly form: string
}

/** In the order in which printers use them. */
const ORDER = '*†‡§¶'
const STARS = '*∗⁎＊'
const SYMBOLS = `${STARS}†‡§¶`
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LABEL = new RegExp(
  [
    `(?<symbol>[${SYMBOLS}]{1,8})\\)?(?=\\s|\\p{L}|[«“„"(]|$)`,
    '[[(](?<boxed>\\d{1,3}|[ivxlc]{1,7}|\\p{Ll})[\\])]',
    '(?<arabic>\\d{1,3})(?=\\s*[.)](?:\\s|$)|\\s|$)',
    `(?<raised>[${RAISED}]{1,3})(?=\\s|\\p{L}|[«“„"(]|$)`,
    '(?<roman>[ivxlc]{1,7})(?=[.)]?(?:\\s|$)|\\p{Lu}|[«“])',
    '(?<letter>(?<unit>\\p{Ll})\\k<unit>{0,3})(?=\\)\\s|\\.?\\s+[\\p{Lu}\\p{N}«„“"(])',
  ].join('|'),
  'uy',
)

/**
 * The siglum with which a line begins, or undefined. `to` is behind the marks around it. Where the
 * labels are of the form given, an `i` among letters is one.
 */
export function labelOf(line: string, form?: string): PlacedSiglum | undefined {
  return labelAt(line, 0, form)
}

/** The label at an offset of a line, or undefined. */
export function labelAt(line: string, from: number, form?: string): PlacedSiglum | undefined {
  LABEL.lastIndex = from
  const match = LABEL.exec(line)
  if (!match?.groups) return undefined
  const { symbol, boxed, arabic, raised, roman, letter } = match.groups
  const text = symbol ?? boxed ?? arabic ?? raised ?? roman ?? letter ?? ''
  const among = form?.includes('letter') === true && isLettered(text)
  const siglum = among ? letterSiglum(text) : readSiglum(text)
  if (!siglum) return undefined
  const end = from + match[0].length
  const mark = boxed === undefined ? (/^[.)](?=\s|$)/u.exec(line.slice(end))?.[0] ?? '') : ''
  const to = end + mark.length
  const whole = line.slice(from, to)
  return { siglum, from, to, form: whole.replace(text, siglum.style) }
}

/** Reads a siglum without marks around it, or gives undefined where it is none. */
export function readSiglum(text: string): Siglum | undefined {
  if (/^\d{1,3}$/u.test(text)) return arabic(Number(text), text)
  if (text !== '' && [...text].every((digit) => RAISED.includes(digit))) {
    return arabic(Number([...text].map((digit) => RAISED.indexOf(digit)).join('')), text)
  }
  if (text !== '' && [...text].every((symbol) => SYMBOLS.includes(symbol))) {
    return { style: 'symbol', value: text.length, text }
  }
  const roman = romanValue(text)
  if (roman !== undefined) return { style: 'roman', value: roman, text }
  return isLettered(text) ? letterSiglum(text) : undefined
}

function letterSiglum(text: string): Siglum {
  return { style: 'letter', value: letterValue(text), text }
}

function arabic(value: number, text: string): Siglum | undefined {
  return value > 0 ? { style: 'arabic', value, text } : undefined
}

/** Whether a siglum is a letter, or one doubled or tripled. */
function isLettered(text: string): boolean {
  return /^(?<unit>\p{Ll})\k<unit>{0,3}$/u.test(text)
}

/** The place of a letter in its alphabet; behind the last one they come doubled. */
function letterValue(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  const [before, letters] = code >= 0x430 ? [0x42f, 32] : [0x60, 26]
  return code - before + (letter.length - 1) * letters
}

/** Whether a call by `call` may mean the note labelled `label`. */
export function answers(label: Siglum, call: Siglum): boolean {
  if (label.style !== call.style)
    return asLetter(label) !== undefined && asLetter(label) === asLetter(call)
  if (label.style !== 'symbol') return label.value === call.value
  // One symbol printed several times over is how extraction often leaves a single one.
  return label.text === call.text || (label.value === 1 && sameSymbol(label.text, call.text))
}

/** A letter that is a Roman numeral, too: `c`, `i`. */
function asLetter({ text }: Siglum): string | undefined {
  return /^(?<unit>[ivxlc])\k<unit>{0,3}$/u.test(text) ? text : undefined
}

/** Sigla that may answer one another have one key; symbols are told apart by `answers`. */
export function keyOf({ style, value, text }: Siglum): string {
  if (style === 'symbol') return style
  return isLettered(text) ? text : `${style} ${value}`
}

/**
 * Whether `label` may come right after `before`; one note may be lost between. After a symbol comes the
 * next one (`*`, `†`), the same once more (`*`, `**`), or the first one again, doubled.
 */
export function isNext(before: Siglum, label: Siglum): boolean {
  if (before.style === 'symbol' && label.style === 'symbol')
    return isNextSymbol(before.text, label.text)
  if (before.style === label.style) return isStep(label.value - before.value)
  const [one, other] = [asAlphabet(before), asAlphabet(label)]
  if (one !== undefined && other !== undefined) return isStep(other - one)
  return label.value === 1
}

function isStep(step: number): boolean {
  return step === 1 || step === 2
}

/** The value of a letter, be it read as a Roman numeral or not. */
function asAlphabet({ style, text }: Siglum): number | undefined {
  return (style === 'letter' || style === 'roman') && text.length === 1
    ? letterValue(text)
    : undefined
}

function isNextSymbol(before: string, label: string): boolean {
  const [one, other] = [rank(before), rank(label)]
  if (one === undefined || other === undefined) return false
  if (one.order === other.order) return other.times === one.times + 1
  if (one.times === other.times) return isStep(other.order - one.order)
  return other.times === one.times + 1 && other.order === 0
}

/** Which symbol it is, and how often it is repeated. */
function rank(text: string): { readonly order: number; readonly times: number } | undefined {
  const first = text.charAt(0)
  if ([...text].some((symbol) => symbol !== first)) return undefined
  const order = STARS.includes(first) ? 0 : ORDER.indexOf(first)
  return { order, times: text.length }
}

/** Whether a siglum opens a sequence: `1`, `i`, `a`, `*`. */
export function isFirst(siglum: Siglum): boolean {
  return siglum.value === 1 && (siglum.style !== 'symbol' || STARS.includes(siglum.text))
}

function sameSymbol(one: string, repeated: string): boolean {
  return [...repeated].every((symbol) => symbol === one || (isStar(symbol) && isStar(one)))
}

function isStar(symbol: string): boolean {
  return STARS.includes(symbol)
}
