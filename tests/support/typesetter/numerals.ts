const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
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

/** A number from 1 in Roman numerals, lower case. */
export function roman(value: number): string {
  let rest = value
  let numeral = ''
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) numeral += sign
  }
  return numeral
}

/** A number from 1 as a letter: a to z, then aa, bb, … */
export function letter(value: number): string {
  const sign = String.fromCharCode(97 + ((value - 1) % 26))
  return sign.repeat(Math.ceil(value / 26))
}
