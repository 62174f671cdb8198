/** A word in small letters with the capitals of the one in whose place it is read. */
export function inShape(word: string, printed: string): string {
  if (printed === printed.toUpperCase() && printed.length > 1) return word.toUpperCase()
  return printed.charAt(0) === printed.charAt(0).toLowerCase()
    ? word
    : word.charAt(0).toUpperCase() + word.slice(1)
}
