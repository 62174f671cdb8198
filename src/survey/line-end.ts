/**
 * What OCR leaves of a hyphen: hyphen-minus, the sign of the logicians, the two strokes of black
 * letter, the hyphens of Unicode, and the soft one, which is invisible elsewhere.
 */
const HYPHENS: ReadonlySet<number> = units('-\u00ac=\u2e17\u2010\u2011\u00ad\u2e40\ufe63\uff0d')

/** Dashes and the minus sign, which OCR confuses with hyphens. */
const DASHES: ReadonlySet<number> = units('\u2012\u2013\u2014\u2212')

/** Whether a UTF-16 unit is a hyphen in one of the shapes that OCR leaves. Dashes are none. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || HYPHENS.has(unit)
}

/** Whether a UTF-16 unit is a dash, or a minus sign, which looks like one. */
export function isDash(unit: number): boolean {
  return unit >= 0x2012 && DASHES.has(unit)
}

function units(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)))
}
