/** A word, and the number of its form. */
interface Numbered {
  readonly word: string
  readonly form: number
}

/**
 * A function that gives, of the words given, those that are one letter away from another: left out, put
 * in or replaced. Exact, by what is left of the words when one letter is taken out of them.
 */
export function oneLetterAway(words: readonly Numbered[]): (word: string) => readonly number[] {
  const index = new Map<string, Numbered[]>()
  for (const numbered of words) {
    for (const key of keysOf(numbered.word)) {
      const found = index.get(key)
      if (found) found.push(numbered)
      else index.set(key, [numbered])
    }
  }
  return (word) => {
    const found = new Set<number>()
    for (const key of keysOf(word)) {
      for (const like of index.get(key) ?? []) {
        if (like.word !== word && differByOne(like.word, word)) found.add(like.form)
      }
    }
    return [...found]
  }
}

function keysOf(word: string): ReadonlySet<string> {
  const keys = new Set([word])
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1))
  return keys
}

/** Whether two words differ by one letter alone. */
function differByOne(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  let end = 0
  while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end++
  return long.length - from - end <= 1
}
