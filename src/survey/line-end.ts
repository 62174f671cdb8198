/**
 * What OCR leaves of a hyphen: hyphen-minus, the sign of the logicians, the two strokes of black
 * letter, the hyphens of Unicode, and the soft one, which is invisible elsewhere.
 */
const HYPHENS = '-\u00ac=\u2e17\u2010\u2011\u00ad\u2e40\ufe63\uff0d'

/** Dashes, which OCR confuses with hyphens. */
const DASHES = '\u2012\u2013\u2014\u2212'

/** Whether a character is a hyphen in one of the shapes that OCR leaves. Dashes are none. */
export function isHyphen(character: string): boolean {
  return character !== '' && HYPHENS.includes(character)
}

/** Whether a character is a dash, or a minus sign, which looks like one. */
export function isDash(character: string): boolean {
  return character !== '' && DASHES.includes(character)
}
