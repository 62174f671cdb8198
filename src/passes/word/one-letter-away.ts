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
  const index = new Map<number, Numbered[]>()
  for (const numbered of words) {
    for (const key of keysOf(numbered.word)) {
      const found = index.get(key)
      if (!found) index.set(key, [numbered])
      else if (found.at(-1) !== numbered) found.push(numbered)
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

/** How much more a letter weighs than the one behind it. */
const BASE = 0x01000193

/**
 * A number for a word, and one for what is left of it without each of its letters: the same for the
 * same letters, and hardly ever for others. O(its length).
 */
function keysOf(word: string): readonly number[] {
  const before = [0]
  let whole = 0
  for (let at = 0; at < word.length; at++) {
    whole = (Math.imul(whole, BASE) + word.charCodeAt(at)) | 0
    before.push(whole)
  }
  const keys = [whole]
  let behind = 0
  let weight = 1
  for (let at = word.length - 1; at >= 0; at--) {
    keys.push((Math.imul(before[at] ?? 0, weight) + behind) | 0)
    behind = (behind + Math.imul(word.charCodeAt(at), weight)) | 0
    weight = Math.imul(weight, BASE)
  }
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
