import { isHyphen } from './line-end.ts'

/** Classes of UTF-16 units, as far as words are concerned. */
const OTHER = 1
const LETTER = 2
const DIGIT = 3
const HYPHEN = 4
const APOSTROPHE = 5

/** The class of each UTF-16 unit, filled in as units are met; 0 is not yet known. */
const classes = new Uint8Array(0x10000)

/**
 * How often each word stands in a text, as printed.
 *
 * A word is a run of letters, with digits, single hyphens and single apostrophes in it. Digits behind
 * it are left off, since they may be a note's call.
 */
export class WordCounts {
  readonly asPrinted = new Map<string, number>()

  /** Counts the words of `text` in `[from, to)`. O(to - from). */
  add(text: string, from: number, to: number): void {
    let at = from
    while (at < to) {
      const kind = classOf(text.charCodeAt(at))
      if (kind === LETTER || kind === DIGIT) {
        const end = wordEnd(text, at, to)
        this.#count(text, at, end)
        at = end
      } else {
        at++
      }
    }
  }

  #count(text: string, from: number, end: number): void {
    let to = end
    while (to > from && classOf(text.charCodeAt(to - 1)) !== LETTER) to--
    if (to === from) return
    const word = normalized(text.slice(from, to))
    this.asPrinted.set(word, (this.asPrinted.get(word) ?? 0) + 1)
  }
}

/** Where the word that begins at `from` ends, in `[from, to]`. */
export function wordEnd(text: string, from: number, to: number): number {
  let at = from
  while (at < to) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === OTHER) return at
    if (kind >= HYPHEN && (at + 1 >= to || !isWordUnit(text.charCodeAt(at + 1)))) return at
    at++
  }
  return to
}

/** Where the word that ends at `to` begins, in `[from, to]`. */
export function wordStart(text: string, from: number, to: number): number {
  let at = to
  while (at > from) {
    const kind = classOf(text.charCodeAt(at - 1))
    if (kind === OTHER) return at
    if (kind >= HYPHEN && (at - 1 <= from || !isWordUnit(text.charCodeAt(at - 2)))) return at
    at--
  }
  return from
}

/** Whether a UTF-16 unit is a letter, a mark on one, or a digit. */
export function isWordUnit(unit: number): boolean {
  const kind = classOf(unit)
  return kind === LETTER || kind === DIGIT
}

/** A word with `-` for every hyphen in it and `'` for every apostrophe; soft hyphens left out. */
export function normalized(word: string): string {
  return /^[\p{L}\p{Nd}'-]*$/u.test(word)
    ? word
    : word
        .replaceAll('\u00ad', '')
        .replace(/[\u2010\u2011]/gu, '-')
        .replace(/[\u2019\u02bc]/gu, "'")
}

function classOf(unit: number): number {
  const known = classes[unit] ?? OTHER
  if (known !== 0) return known
  const found = classify(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

function classify(character: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (character !== '=' && character !== '\u00ac' && isHyphen(character)) return HYPHEN
  return character === "'" || character === '\u2019' || character === '\u02bc' ? APOSTROPHE : OTHER
}
