import { romanValue } from '../../model/roman-numeral.ts'

/** A page number as printed: its value, and whether it is written in Roman numerals. */
export interface PrintedNumber {
  readonly value: number
  readonly roman: boolean
}

/** A number between two dashes, dots or brackets. */
const PAIRED = /^([\p{Pd}·•*[(])\s*([^\s]+?)\s*[\p{Pd}·•*\])]$/u

/** Letters that an OCR engine leaves for digits in a number that stands alone. */
const DAMAGE: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0', З: '3', О: '0' }

/** The number without the pair of marks around it. */
export function bareNumber(text: string): string {
  return PAIRED.exec(text)?.[2] ?? text
}

/**
 * Reads the number of a page, or undefined where the text is none.
 *
 * A pair of marks around it (`— 7 —`, `[7]`, `· 7 ·`) is passed over; one mark alone is not, since
 * `73).` ends a sentence. A damaged digit is read as what it was when a sound one stands beside it.
 */
export function readPageNumber(text: string): PrintedNumber | undefined {
  const bare = bareNumber(text)
  if (/^\d{1,4}$/u.test(bare)) return { value: Number(bare), roman: false }
  if (/^[\dlIOoЗО]{2,4}$/u.test(bare) && /\d/u.test(bare)) {
    return {
      value: Number(bare.replace(/\D/gu, (letter) => DAMAGE[letter] ?? letter)),
      roman: false,
    }
  }
  const roman = bare.toLowerCase()
  const oneCase = bare === roman || bare === bare.toUpperCase()
  const value = oneCase ? romanValue(roman) : undefined
  return value === undefined ? undefined : { value, roman: true }
}

/** What OCR leaves of the marks around a number, and of its figures. */
const MARKS = /^[\p{Pd}=_~·•*.\s]+|[\p{Pd}=_~·•*.\s]+$/gu
const FIGURES = /^[\dlIOoЗО|[\]]{1,4}$/u

/**
 * Reads a number that a stop follows (`12.`), or whose marks or figures are damaged (`= 1[ —`, `ll`):
 * one that is believed only where it fits the numbers of the other pages.
 */
export function looseNumber(text: string): PrintedNumber | undefined {
  if (text.length > 12) return undefined
  const bare = text.replace(MARKS, '')
  if (!FIGURES.test(bare)) return undefined
  const value = Number(bare.replace(/\D/gu, (letter) => DAMAGE[letter] ?? '1'))
  return value > 0 ? { value, roman: false } : undefined
}
