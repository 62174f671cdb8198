import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { acquaintance } from './known-word.ts'
import { Lasting } from './lasting.ts'
import { textOf } from './running-word.ts'
import { wordIndex } from './word-index.ts'

const RULE = 'word/glued-words'

/** Each part has so many letters at least, unless the book has it very often. */
const PART = 3
const COMMON = 40
/** A shorter word is hardly two. */
const SHORTEST = 5

const JOINER = /[-‐@/_\\]/u

const splitsOnce = new Lasting<readonly Split[]>()

/** Finds two words printed as one. */
export const gluedWords: Pass = (view) => {
  const { text: reading } = view.reading
  const { words, forms, spelled, strangeWords } = wordIndex(view)
  return strangeWords().flatMap((i): readonly Edit[] => {
    const word = words[i]
    if (!word || word.to - word.from < SHORTEST) return []
    const text = textOf(view, word)
    // Names and abbreviations are no words that are glued; nor is a part of a compound or a path.
    if (text !== spelled[forms[i] ?? -1]) return []
    if (JOINER.test(reading.charAt(word.to)) || JOINER.test(reading.charAt(word.from - 1)))
      return []
    const splits = splitsOnce.about(view, text, () => splitsOf(view, text))
    const [best, second] = splits
    if (!best) return []
    const corr = `${best.left} ${best.right}`
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'space',
        from: word.from,
        to: word.to,
        corr,
        candidates: splits.slice(0, 4).map(({ left, right }) => `${left} ${right}`),
        cert: !second || best.score > second.score + 3 ? 'medium' : 'low',
        evidence: [
          `«${text}» is unknown; «${best.left}» stands ${best.times[0]} times in the book and «${best.right}» ${best.times[1]} times`,
        ],
      },
    ]
  })
}

interface Split {
  readonly left: string
  readonly right: string
  readonly times: readonly [number, number]
  readonly score: number
}

function splitsOf(view: View, text: string): readonly Split[] {
  const splits: Split[] = []
  for (let at = 1; at < text.length; at++) {
    const left = text.slice(0, at)
    const right = text.slice(at)
    const one = acquaintance(view, left)
    const other = acquaintance(view, right)
    if (isMember(view, left) || !fits(left, one) || !fits(right, other)) continue
    const times = [one.inBook, other.inBook] as const
    splits.push({
      left,
      right,
      times,
      score: Math.log(1 + one.inBook) + Math.log(1 + other.inBook),
    })
  }
  return splits.sort((a, b) => b.score - a.score)
}

/** Prefixes and first members of compounds are none of their own. */
function isMember(view: View, left: string): boolean {
  const { joinedMembers, firstMembers, prefixes, linkingVowels } = view.language.hyphens
  return (
    joinedMembers.includes(left) ||
    firstMembers.includes(left) ||
    prefixes.includes(left) ||
    (left.length > 2 && linkingVowels.includes(left.at(-1) ?? ''))
  )
}

/** Both parts must stand in the book by themselves, short ones often. */
function fits(
  part: string,
  { inBook, inLexicon }: { readonly inBook: number; readonly inLexicon: boolean },
): boolean {
  return inLexicon && inBook >= (part.length < PART ? COMMON : part.length === PART ? 5 : 1)
}
