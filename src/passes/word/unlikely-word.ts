import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { wordIndex } from './word-index.ts'

const RULE = 'word/unlikely-word'

/** So many letters at the end of a word tell its form. */
const ENDING = 3
/** How often another word must go before a form to be expected there. */
const EXPECTED = 25

/**
 * Finds words of one letter, prepositions mostly, before a form of a word that they go before nowhere
 * else in the book, where another one often does. O(words).
 */
export const unlikelyWord: Pass = (view) => {
  const uses = usesOf(view)
  const before = new Map<string, Map<string, number>>()
  const all = new Map<string, number>()
  for (const { small, form } of uses) {
    const counts = before.get(form) ?? new Map<string, number>()
    counts.set(small, (counts.get(small) ?? 0) + 1)
    before.set(form, counts)
    all.set(small, (all.get(small) ?? 0) + 1)
  }
  return uses.flatMap(({ from, small, form }): readonly Edit[] => {
    const counts = before.get(form)
    if (counts?.get(small) !== 1 || (all.get(small) ?? 0) < EXPECTED) return []
    const others = [...counts].filter(([other]) => other !== small).sort((a, b) => b[1] - a[1])
    const [best, times] = others[0] ?? ['', 0]
    if (times < EXPECTED) return []
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'letter',
        from,
        to: from + 1,
        corr: best,
        candidates: others.slice(0, 5).map(([other]) => other),
        cert: 'low',
        evidence: [
          `before words in «-${form}» the book has «${best}» ${times} times and «${small}» only here`,
        ],
      },
    ]
  })
}

/** A word of one letter, in small letters, and the end of the word behind it. */
interface Use {
  readonly from: number
  readonly small: string
  readonly form: string
}

function usesOf(view: View): readonly Use[] {
  const { text } = view.reading
  const { words, forms, spelled } = wordIndex(view)
  const uses: Use[] = []
  for (let at = 1; at < words.length; at++) {
    const word = words[at - 1]
    if (!word || word.to - word.from !== 1) continue
    const small = spelled[forms[at - 1] ?? -1]
    const behind = spelled[forms[at] ?? -1] ?? ''
    if (small?.length !== 1 || behind.length <= ENDING + 1) continue
    if (words[at]?.from !== word.to + 1 || text.charAt(word.to) !== ' ') continue
    if (text.charAt(word.from) !== small) continue
    uses.push({ from: word.from, small, form: behind.slice(-ENDING) })
  }
  return uses
}
