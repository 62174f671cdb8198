/**
 * Whether a full stop belongs to an abbreviation: one of the language, a letter by itself, or a short word
 * with a capital.
 */
export function isAbbreviated(
  text: string,
  stop: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const word = /\p{L}+$/u.exec(text.slice(Math.max(0, stop - 24), stop))?.[0]
  if (word === undefined) return false
  return (
    word.length === 1 ||
    (word !== word.toLowerCase() && word.length <= 3) ||
    abbreviations.has(word.toLowerCase())
  )
}
