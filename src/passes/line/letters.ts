/** What a single character shows, without the regular expressions that are slow to begin. */

/** Whether the first character of a word is a capital. */
export function beginsWithCapital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

/** Whether the first character of a word is a small letter. */
export function beginsSmall(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toUpperCase()
}

/** Whether every letter of a word is a capital, and one is. */
export function isInCapitals(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase()
}

/** Whether the first character of a word is a digit of any script. */
export function beginsWithDigit(word: string): boolean {
  return isDigit(word.charCodeAt(0))
}

/** Whether its last one is. */
export function endsWithDigit(word: string): boolean {
  return isDigit(word.charCodeAt(word.length - 1))
}

function isDigit(unit: number): boolean {
  if (!(unit >= 0x660)) return unit >= 0x30 && unit <= 0x39
  return /^\p{Nd}$/u.test(String.fromCharCode(unit))
}
