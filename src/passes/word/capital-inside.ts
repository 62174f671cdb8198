import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { acquaintance, tell } from './known-word.ts'
import { textOf, wordTrimmer } from './running-word.ts'
import { wordIndex } from './word-index.ts'

const RULE = 'word/capital-inside'

const SHORTEST = 4

/** A small letter, then a capital, then small letters; or the first letter twice, small and capital. */
const INSIDE = /^\p{L}\p{Ll}*\p{Lu}\p{Ll}+$|^\p{Lu}{2}\p{Ll}{2,}$/u

/** Finds capitals inside words that are known without them. */
export const capitalInside: Pass = (view) => {
  const trim = wordTrimmer(view)
  const { words, forms, spelled, capitalInside } = wordIndex(view)
  return capitalInside.flatMap((i): readonly Edit[] => {
    const word = words[i]
    const small = spelled[forms[i] ?? -1]
    if (!word || small === undefined || small.length < SHORTEST) return []
    const text = textOf(view, word)
    if (!INSIDE.test(text) || view.survey.countAsPrinted(text) > 1) return []
    const [first = '', second = ''] = small
    const once = first === second ? text.charAt(1).toUpperCase() + small.slice(2) : undefined
    const lowered = text.charAt(0) + small.slice(1)
    const readings = [once, lowered].filter((one) => one !== undefined)
    const known = readings.filter((one) => isFamiliar(view, one))
    const [best] = known
    const span = trim(word)
    if (best === undefined || !span || span.from !== word.from || span.to !== word.to) return []
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'case',
        from: word.from,
        to: word.to,
        corr: best,
        candidates: known,
        // Names are written so: only a first letter that is printed twice is beyond doubt.
        cert: best === once ? 'high' : 'medium',
        evidence: [`a capital stands inside «${text}»; ${tell(best, acquaintance(view, best))}`],
      },
    ]
  })
}

/** Whether the lexicon knows a word, or the book has it as it would be printed here. */
function isFamiliar(view: View, word: string): boolean {
  return acquaintance(view, word).inLexicon || view.survey.countAsPrinted(word) > 0
}
