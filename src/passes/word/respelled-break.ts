import { isCompound } from '../../model/compound.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Respelling } from '../../model/language.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { acquaintance } from './known-word.ts'

const RULE = 'word/respelled-break'

const LETTERS_BEFORE = /\p{L}+$/u
const LETTERS_AFTER = /^\p{L}+/u

/** Words are looked for so many characters before and after a break. */
const LONGEST_HALF = 60

/**
 * Finds the words that the printer spelled otherwise where a line broke them, and gives them the
 * spelling that they have in one: *Zuk⏎ker* is *Zucker*. O(n) in the hyphens at line ends.
 */
export const respelledBreak: Pass = (view) => {
  const respellings = view.language.hyphens.respelled ?? []
  if (respellings.length === 0) return []
  return breaksIn(view).flatMap((at) => {
    const edit = editAt(view, at, respellings)
    return edit ? [edit] : []
  })
}

/** Where soft hyphens were in the reading text. */
function breaksIn({ markings, reading }: View): readonly number[] {
  const soft = new Set<number>()
  for (const { from, value } of markings.of('hyphen')) if (value === 'soft') soft.add(from)
  return reading.pieces.flatMap(({ at, length, to }) => (soft.has(to) ? [at + length] : []))
}

function editAt(view: View, at: number, respellings: readonly Respelling[]): Edit | undefined {
  const { text } = view.reading
  const last = LETTERS_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_HALF), at))?.[0] ?? ''
  const first = LETTERS_AFTER.exec(text.slice(at, at + LONGEST_HALF))?.[0] ?? ''
  for (const { before, after, joined } of respellings) {
    if (!last.endsWith(before) || !first.startsWith(after)) continue
    const word = last.slice(0, last.length - before.length) + joined + first.slice(after.length)
    const why = isRather(view, word, last + first)
    if (why === undefined) continue
    return {
      kind: 'edit',
      rule: RULE,
      error: 'hyphenation',
      from: at - before.length,
      to: at + after.length,
      corr: joined,
      candidates: [joined],
      cert: 'high',
      evidence: [why],
    }
  }
  return undefined
}

/** Why `word` is the word rather than what is printed when the halves are joined, if it is. */
function isRather(view: View, word: string, printed: string): string | undefined {
  const asIs = acquaintance(view, printed)
  const respelled = acquaintance(view, word)
  if (respelled.inBook > asIs.inBook) return `The book has «${word}» elsewhere`
  if (asIs.inBook > 0 || isWord(view, printed, asIs.inLexicon)) return undefined
  return isWord(view, word, respelled.inLexicon)
    ? `«${word}» is a word of the language, «${printed}» is none`
    : undefined
}

function isWord({ language }: View, word: string, inLexicon: boolean): boolean {
  return inLexicon || isCompound(word.toLowerCase(), language)
}
