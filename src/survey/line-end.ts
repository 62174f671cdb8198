/**
 * Whether a UTF-16 unit is a hyphen in one of the shapes that OCR leaves. Dashes are none.
 *
 * They are the hyphen-minus, the two strokes of black letter and the equals sign that stands for them,
 * the sign of the logicians, the hyphens of Unicode, and the soft one, which is invisible elsewhere.
 */
export function isHyphen(unit: number): boolean {
  switch (unit) {
    case 0x2d:
    case 0x3d:
    case 0xac:
    case 0xad:
    case 0x2010:
    case 0x2011:
    case 0x2e17:
    case 0x2e40:
    case 0xfe63:
    case 0xff0d:
      return true
    default:
      return false
  }
}

/** Whether a UTF-16 unit is a dash, or a minus sign, which looks like one: OCR takes hyphens for them. */
export function isDash(unit: number): boolean {
  return (unit >= 0x2012 && unit <= 0x2014) || unit === 0x2212
}
