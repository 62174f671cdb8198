/** Classes of UTF-16 units, as far as words are concerned. Seams join the members of a word. */
const OTHER = 1
const SEAM = 2
const DIGIT = 3
const LETTER = 4
const CAPITAL = 5
/** An accent or another mark upon the letter before it. */
const MARK = 6

/** The class of each UTF-16 unit, filled in as units are met; 0 is not yet known. */
const classes = new Uint8Array(0x10000)

/** Hyphens and apostrophes within words, the soft hyphen, and what else nobody sees. */
const SEAMS = "-\u00ad\u2010\u2011'\u2019\u02bc\u200b\u200c\u200d\u2060\ufeff"

/** Letters cast in one. */
const FIRST_LIGATURE = 0xfb00
const LAST_LIGATURE = 0xfb06

/** How often a word stands in a text. It grows in place: cheaper than to put a number anew. */
export interface Tally {
  /** In small letters. */
  small: number
  /** With capitals in it. */
  capital: number
}

/**
 * How often each word stands in a text.
 *
 * A word is a run of letters, with digits, single hyphens and single apostrophes in it. Digits behind
 * it are left off, since they may be a note's call.
 */
export class WordCounts {
  /** In small letters: all words, once `fold` has been called. */
  readonly words = new Map<string, Tally>()
  /** Words with capitals in them, as printed. */
  readonly capital = new Map<string, Tally>()

  /** Counts the words of `text` in `[from, to)`. O(to - from). */
  add(text: string, from: number, to: number): void {
    let at = from
    while (at < to) {
      if (isWordUnit(text.charCodeAt(at))) {
        const end = wordEnd(text, at, to)
        this.#count(text, at, end)
        at = end
      } else {
        at++
      }
    }
  }

  /** Counts the words with capitals among the small ones, too. To be called once, at the end. */
  fold(): void {
    for (const [printed, { capital }] of this.capital) {
      tallyOf(this.words, printed.toLowerCase()).capital += capital
    }
  }

  #count(text: string, from: number, end: number): void {
    let to = end
    while (to > from && classOf(text.charCodeAt(to - 1)) < LETTER) to--
    if (to === from) return
    let unusual = false
    let capitals = false
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at)
      const kind = classOf(unit)
      if (kind === SEAM || kind === MARK || isLigature(unit)) unusual = true
      else if (kind === CAPITAL) capitals = true
    }
    const printed = text.slice(from, to)
    const word = unusual ? normalized(printed) : printed
    if (capitals) tallyOf(this.capital, word).capital++
    else tallyOf(this.words, word).small++
  }
}

function tallyOf(tallies: Map<string, Tally>, word: string): Tally {
  const known = tallies.get(word)
  if (known) return known
  const tally = { small: 0, capital: 0 }
  tallies.set(word, tally)
  return tally
}

/** Where the word that begins at `from` ends, in `[from, to]`. */
export function wordEnd(text: string, from: number, to: number): number {
  let at = from
  while (at < to) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === OTHER) return at
    if (kind === SEAM && (at + 1 >= to || !isWordUnit(text.charCodeAt(at + 1)))) return at
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
    if (kind === SEAM && (at - 1 <= from || !isWordUnit(text.charCodeAt(at - 2)))) return at
    at--
  }
  return from
}

/** Whether a UTF-16 unit is a letter, a mark on one, or a digit. */
export function isWordUnit(unit: number): boolean {
  return classOf(unit) >= DIGIT
}

/** Whether a UTF-16 unit is a letter, or a mark on one. */
export function isLetterUnit(unit: number): boolean {
  return classOf(unit) >= LETTER
}

/**
 * A word with `-` for every hyphen in it and `'` for every apostrophe, what nobody sees left out, each
 * letter composed with its marks, and ligatures as their letters.
 */
export function normalized(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u2019\u02bc]/gu, "'")
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
}

function isLigature(unit: number): boolean {
  return unit >= FIRST_LIGATURE && unit <= LAST_LIGATURE
}

function classOf(unit: number): number {
  const known = classes[unit] ?? OTHER
  if (known !== 0) return known
  const found = classify(unit)
  classes[unit] = found
  return found
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit)
  if (SEAMS.includes(character)) return SEAM
  if (unit >= 0x30 && unit <= 0x39) return DIGIT
  const small = character.toLowerCase()
  if (small !== character.toUpperCase()) return small === character ? LETTER : CAPITAL
  if (isCommonMark(unit)) return OTHER
  if (/\p{M}/u.test(character)) return MARK
  if (/\p{L}/u.test(character)) return LETTER
  return /\p{Nd}/u.test(character) ? DIGIT : OTHER
}

/** Most marks are here; to ask for their properties takes longer than to count a chapter. */
function isCommonMark(unit: number): boolean {
  return unit < 0xc0 || (unit >= 0x2000 && unit < 0x2070) || unit === 0x2116
}
