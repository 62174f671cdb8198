import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { inflectionIn } from './inflection.ts'
import { oneLetterAway } from './one-letter-away.ts'
import { type WordIndex, wordIndex } from './word-index.ts'

const RULE = 'word/confused-word'

/** A word that a slip may have made stands no more often in the book. */
const RARE = 2
/** The word that it stands for stands so often at least, and so much more often. */
const COMMON = 8
const SHORTEST = 4
/** Beside one neighbour alone a word must stand so often to be expected there. */
const BESIDE_ONE = 4
/** Neighbours that are seen more often than this say no more than that. */
const ENOUGH = 5
/** More forms than a book has: two of their numbers make one. */
const FORMS = 2 ** 26
const NO_PAIR = -1

/**
 * Finds words that exist, but not here: a rare one where a common one, one letter away, is used to
 * stand between the same neighbours. Two inflected forms of a word are none of that. O(words), and for a rare word its letters.
 */
export const confusedWord: Pass = (view) => {
  const index = wordIndex(view)
  const suspects = suspectsIn(view, index)
  const times = timesOfPairs(view, index, suspects)
  const isInflection = inflectionIn(view, index)
  return suspects.flatMap((suspect) => judge(suspect, index, times, isInflection))
}

/** A rare word, and the common ones that are one letter away. */
interface Suspect {
  readonly at: number
  readonly likes: readonly number[]
}

function suspectsIn({ reading }: View, index: WordIndex): readonly Suspect[] {
  const { words, forms, spelled, counts } = index
  const common = oneLetterAway(
    spelled.flatMap((word, form) => ((counts[form] ?? 0) >= COMMON ? [{ word, form }] : [])),
  )
  const suspects: Suspect[] = []
  for (let at = 0; at < words.length; at++) {
    const form = forms[at] ?? -1
    const word = words[at]
    if (!word || form < 0 || (counts[form] ?? 0) > RARE || word.to - word.from < SHORTEST) continue
    const small = spelled[form] ?? ''
    if (reading.text.slice(word.from, word.to) !== small) continue
    const likes = common(small)
    if (likes.length > 0) suspects.push({ at, likes })
  }
  return suspects
}

/** How often the pairs of words that the suspects ask about stand in the book. */
function timesOfPairs(
  { reading: { text } }: View,
  { words, forms }: WordIndex,
  suspects: readonly Suspect[],
): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const { at, likes } of suspects) {
    for (const like of likes) {
      times.set(pair(forms[at - 1], like), 0)
      times.set(pair(like, forms[at + 1]), 0)
    }
  }
  for (let at = 1; at < words.length; at++) {
    const key = pair(forms[at - 1], forms[at])
    const known = times.get(key)
    if (known === undefined || key === NO_PAIR) continue
    const end = words[at - 1]?.to ?? 0
    if (words[at]?.from === end + 1 && text.charAt(end) === ' ') times.set(key, known + 1)
  }
  return times
}

/** A number for two forms beside each other; none for a pair with a word that has no form. */
function pair(left: number | undefined, right: number | undefined): number {
  if (left === undefined || right === undefined || left < 0 || right < 0) return NO_PAIR
  return left * FORMS + right
}

function judge(
  { at, likes }: Suspect,
  { words, forms, spelled, counts, isStrange }: WordIndex,
  times: ReadonlyMap<number, number>,
  isInflection: (one: string, other: string) => boolean,
): readonly Edit[] {
  const word = words[at]
  if (!word) return []
  const form = forms[at] ?? -1
  const own = spelled[form] ?? ''
  const isUnknown = isStrange(form)
  const rated = likes
    .map((like) => {
      const before = times.get(pair(forms[at - 1], like)) ?? 0
      const after = times.get(pair(like, forms[at + 1])) ?? 0
      const both = Math.min(before, ENOUGH) * Math.min(after, ENOUGH)
      return { like, before, after, score: both * 4 + before + after }
    })
    .filter(
      ({ before, after }) =>
        (before > 0 && after > 0) ||
        // A word that exists may well stand beside that neighbour.
        (isUnknown && (before >= BESIDE_ONE || after >= BESIDE_ONE)),
    )
    .filter(({ like }) => isUnknown || !isInflection(own, spelled[like] ?? ''))
    .sort((a, b) => b.score - a.score || a.like - b.like)
  const [best] = rated
  if (!best) return []
  const read = rated.map(({ like }) => spelled[like] ?? '')
  const ownTimes = counts[form] === 1 ? 'only here' : `${counts[form]} times`
  return [
    {
      kind: 'edit',
      rule: RULE,
      error: 'letter',
      from: word.from,
      to: word.to,
      corr: read[0] ?? own,
      candidates: read,
      cert: best.before > 0 && best.after > 0 ? 'medium' : 'low',
      evidence: [
        `«${read[0]}» stands ${counts[best.like] ?? 0} times in the book, ${best.before} times behind the word before it and ${best.after} times before the next one; «${own}» stands in the book ${ownTimes}`,
      ],
    },
  ]
}
