import { romanValue } from '../../model/roman-numeral.ts'

/** The label of an item of a list, or the number of a heading. */
export interface ItemLabel {
  readonly style: 'dash' | 'bullet' | 'arabic' | 'roman' | 'letter'
  /** Its place in the sequence; 0 for dashes and bullets. */
  readonly value: number
  /** UTF-16 units that it takes at the beginning of the line, without the blank behind it. */
  readonly length: number
}

const LABEL =
  /^(?:(?<dash>[-–—])|(?<bullet>[•·▪◦●■])|(?<arabic>\d{1,3})[.)]|\[?(?<roman>[IVXLCІХ]{1,7})\]?[.)]|(?<letter>\p{Ll})\))(?=\s)/u

/** The label with which a line begins, or undefined. */
export function itemLabel(text: string): ItemLabel | undefined {
  const match = LABEL.exec(text)
  if (!match?.groups) return undefined
  const { dash, bullet, arabic, roman } = match.groups
  const length = match[0].length
  if (dash !== undefined) return { style: 'dash', value: 0, length }
  if (bullet !== undefined) return { style: 'bullet', value: 0, length }
  if (arabic !== undefined) return { style: 'arabic', value: Number(arabic), length }
  if (roman !== undefined) {
    // Cyrillic look-alikes stand in for Latin letters in Roman numerals.
    const latin = roman.toLowerCase().replaceAll('х', 'x').replaceAll('і', 'i')
    return { style: 'roman', value: romanValue(latin) ?? 0, length }
  }
  return { style: 'letter', value: 0, length }
}
