import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { wordIndex } from './word-index.ts'

const RULE = 'word/torn-word'

/** A part that is a word of the book so often is no piece of another. */
const COMMON = 3
/** Where both words stand so often, in compounds too, nothing is torn. */
const FREQUENT = 12
/** Two words that make a compound have so many letters. */
const SHORTEST = 6

/**
 * Finds words printed in two, by a blank or by a hyphen that is missing: the whole is known, and one of
 * the pieces is not, or the book has the whole with a hyphen. O(words).
 */
export const tornWord: Pass = (view) => {
  const { text } = view.reading
  const { words, forms, spelled, counts, inBook, isStrange } = wordIndex(view)
  const edits: Edit[] = []
  for (let i = 1; i < words.length; i++) {
    const a = forms[i - 1] ?? -1
    const b = forms[i] ?? -1
    if (a < 0 || b < 0) continue
    // Where both are frequent nothing is torn: most pairs need no closer look.
    if ((counts[a] ?? 0) >= FREQUENT && (counts[b] ?? 0) >= FREQUENT) continue
    const one = words[i - 1]
    const two = words[i]
    if (!one || !two || two.from !== one.to + 1 || text.charAt(one.to) !== ' ') continue
    const left = spelled[a] ?? ''
    const right = spelled[b] ?? ''
    const torn = isStrange(a) || isStrange(b)
    // Words that seldom meet otherwise: one of them hardly stands alone.
    const isCompound =
      left.length + right.length >= SHORTEST && Math.min(inBook(a), inBook(b)) < COMMON
    const at = { from: one.to, to: two.from }
    if (torn && isWhole(view, left, right)) {
      const why = `«${left}» or «${right}» is unknown; «${left}${right}» is a word`
      edits.push(edit(at, '', why))
    } else if (isCompound && view.survey.count(`${left}-${right}`) > 0) {
      const times = view.survey.count(`${left}-${right}`)
      const why = `«${left}-${right}» stands ${times === 1 ? 'once' : `${times} times`} in the book with a hyphen`
      edits.push(edit(at, '-', why))
    }
  }
  return edits
}

/** Whether two pieces make a word that is known, and are none by themselves that the book uses. */
function isWhole({ language, survey }: View, left: string, right: string): boolean {
  const whole = left + right
  if (whole.length < 5 || left.length < 2 || right.length < 2) return false
  if (survey.count(left) >= COMMON && survey.count(right) >= COMMON) return false
  return language.lexicon.has(whole) || survey.count(whole) > 1
}

function edit(
  { from, to }: { readonly from: number; readonly to: number },
  corr: string,
  why: string,
): Edit {
  return {
    kind: 'edit',
    rule: RULE,
    error: 'space',
    from,
    to,
    corr,
    candidates: [corr],
    cert: 'medium',
    evidence: [why],
  }
}
