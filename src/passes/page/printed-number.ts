/** A page number as printed: its value, and whether it is written in Roman numerals. */
export interface PrintedNumber {
  readonly value: number
  readonly roman: boolean
}

const ROMAN = /^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** A number between two dashes, dots or brackets. */
const PAIRED = /^([\p{Pd}·•*[(])\s*([^\s]+?)\s*[\p{Pd}·•*\])]$/u

/** Letters that an OCR engine leaves for digits in a number that stands alone. */
const DAMAGE: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0', З: '3', О: '0' }

/**
 * Reads the number of a page, or undefined where the text is none.
 *
 * A pair of marks around it (`— 7 —`, `[7]`, `· 7 ·`) is passed over; one mark alone is not, since
 * `73).` ends a sentence. A damaged digit is read as what it was when a sound one stands beside it.
 */
export function readPageNumber(text: string): PrintedNumber | undefined {
  const bare = PAIRED.exec(text)?.[2] ?? text
  if (/^\d{1,4}$/u.test(bare)) return { value: Number(bare), roman: false }
  if (/^[\dlIOoЗО]{2,4}$/u.test(bare) && /\d/u.test(bare)) {
    return {
      value: Number(bare.replace(/\D/gu, (letter) => DAMAGE[letter] ?? letter)),
      roman: false,
    }
  }
  const roman = bare.toLowerCase()
  const oneCase = bare === roman || bare === bare.toUpperCase()
  if (roman !== '' && oneCase && ROMAN.test(roman)) return { value: romanValue(roman), roman: true }
  return undefined
}

/** The value of a Roman numeral in small letters that is known to be one. */
export function romanValue(numeral: string): number {
  let sum = 0
  for (let i = 0; i < numeral.length; i++) {
    const value = ROMAN_VALUES[numeral[i] ?? ''] ?? 0
    sum += value < (ROMAN_VALUES[numeral[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

/** Writes a number from 1 to 399 as a Roman numeral in small letters. */
export function toRoman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = value
  let numeral = ''
  for (const [step, letters] of steps) {
    while (rest >= step) {
      numeral += letters
      rest -= step
    }
  }
  return numeral
}
