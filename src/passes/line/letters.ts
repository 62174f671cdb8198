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

/** Whether a character is a digit of any script. */
export function isDigit(character: string): boolean {
  if (character >= '0' && character <= '9') return true
  return character > '~' && /^\p{Nd}$/u.test(character)
}
