const NUMERAL = /^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u
const STEPS: readonly (readonly [number, string])[] = [
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

/** The value of a Roman numeral in small letters, from 1 to 399, or undefined where it is none. */
export function romanValue(numeral: string): number | undefined {
  if (numeral === '' || !NUMERAL.test(numeral)) return undefined
  let value = 0
  let rest = numeral
  for (const [step, letters] of STEPS) {
    while (rest.startsWith(letters)) {
      value += step
      rest = rest.slice(letters.length)
    }
  }
  return value
}

/** Writes a number from 1 to 399 as a Roman numeral in small letters. */
export function toRoman(value: number): string {
  let rest = value
  let numeral = ''
  for (const [step, letters] of STEPS) {
    while (rest >= step) {
      numeral += letters
      rest -= step
    }
  }
  return numeral
}
