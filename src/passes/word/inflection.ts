import type { View } from '../../model/view.ts'
import { changeBetween } from './edit-weight.ts'
import type { WordIndex } from './word-index.ts'

/** Longer endings are no inflection. */
const LONGEST = 3
/** Of so many stems must a book have both endings. */
const STEMS = 4

/**
 * A function that says whether two forms differ as those of other words do in this book: by endings that
 * several stems have both (*силу* and *сила*), so that one is as good as the other. O(forms) for each
 * pair of endings, asked once.
 */
export function inflectionIn(
  { survey }: View,
  { spelled }: WordIndex,
): (one: string, other: string) => boolean {
  const known = new Map<string, boolean>()
  return (one, other) => {
    // A letter once for twice is a slip wherever it stands.
    if (changeBetween(one, other).what.endsWith('doubled')) return false
    let stem = 0
    while (stem < one.length && one[stem] === other[stem]) stem++
    const [own, due] = [one.slice(stem), other.slice(stem)]
    if (Math.max(own.length, due.length) > LONGEST) return false
    const key = `${own} ${due}`
    const answer = known.get(key) ?? alternate(own, due)
    known.set(key, answer)
    return answer
  }

  function alternate(own: string, due: string): boolean {
    let stems = 0
    for (const word of spelled) {
      if (word.length < own.length + LONGEST || !word.endsWith(own)) continue
      if (survey.count(word.slice(0, word.length - own.length) + due) > 0) stems++
      if (stems >= STEMS) return true
    }
    return false
  }
}
