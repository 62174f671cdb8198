const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/
const UNWRITABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Cs}\p{NChar}]/gu

/**
 * A text with U+FFFD in the place of each control character, half of a surrogate pair, and what else is
 * no character to XML, TeX or a terminal. The source layer keeps them all.
 */
export function writable(text: string): string {
  return SUSPECT.test(text) ? text.replace(UNWRITABLE, '\ufffd') : text
}
