import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { beginsSentence, isAmongStrange, isPart, isSpaced } from './beside-word.ts'
import { changeBetween, type LetterChange } from './edit-weight.ts'
import { inShape } from './in-shape.ts'
import { acquaintance } from './known-word.ts'
import { Lasting } from './lasting.ts'
import { type RunningWord, textOf, wordTrimmer } from './running-word.ts'
import { wordIndex } from './word-index.ts'

const RULE = 'word/misspelling'

/** Shorter words have too many neighbours. */
const SHORTEST = 4
/** A shorter word has neighbours that no lexicon has; the candidate stands so often in the book. */
const LONG = 8
const OFTEN = 3
/** A shorter one may be sure, too, when the candidate stands so often in the book. */
const RATHER_LONG = 7
const VERY_OFTEN = 8
/** A candidate must be so much more likely than the next to be sure of, in natural logarithms. */
const MARGIN = 2

const near = new Lasting<readonly Candidate[]>()

/** Finds words that nobody knows and that are one letter away from one that is known. */
export const misspelling: Pass = (view) => {
  // Old spelling is a variant: the lexicon of today cannot tell it from an error.
  if (view.language.orthography !== undefined) return []
  const trim = wordTrimmer(view)
  const index = wordIndex(view)
  const { words, strangeWords } = index
  return strangeWords().flatMap((i) => {
    const word = words[i]
    if (!word || word.to - word.from < SHORTEST) return []
    const text = textOf(view, word)
    // What an apostrophe joins is two words, and an accent may be put on for once; some words are
    // known by their capitals alone.
    if (/['’]|\p{M}/u.test(text) || view.language.lexicon.has(text)) return []
    const span = trim(word)
    if (!span || span.from !== word.from || span.to !== word.to) return []
    if (isPart(view, word) || isSpaced(words, i)) return []
    const edit = judge(view, word, text)
    if (!edit) return []
    // Among other strange words it may be of another language.
    const isForeign = edit.cert === 'high' && isAmongStrange(view, index, i)
    return [isForeign ? { ...edit, cert: 'medium' } : edit]
  })
}

interface Candidate {
  readonly word: string
  readonly change: LetterChange
  readonly inBook: number
  readonly score: number
}

function judge(view: View, { from, to }: RunningWord, text: string): Edit | undefined {
  const small = text.toLowerCase()
  const capital = text !== small
  const allCapital = text === text.toUpperCase()
  if (capital && !allCapital && text.slice(1) !== small.slice(1)) return undefined
  const isName = capital && !allCapital && !beginsSentence(view.reading.text, from)
  const candidates = near
    .about(view, small, () => candidatesFor(view, small))
    .filter(({ word }) => !isName || isNameInBook(view, word))
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
  const [best, second] = candidates
  if (!best) return undefined
  if (isName && (best.inBook < 2 || text.length < 6)) return undefined
  const margin = second ? best.score - second.score : Infinity
  const shown = candidates.slice(0, 5).map(({ word }) => inShape(word, text))
  return {
    kind: 'edit',
    rule: RULE,
    error: 'letter',
    from,
    to,
    corr: shown[0] ?? text,
    candidates: shown,
    cert: certaintyOf(best, margin, text, isName),
    evidence: [why(text, best)],
  }
}

function certaintyOf(best: Candidate, margin: number, text: string, isName: boolean): Certainty {
  if (isName || text.length < 6) return 'low'
  const inside = best.change.at > 0 && best.change.at < Math.min(text.length, best.word.length) - 1
  const likely = best.inBook >= OFTEN && best.change.weight > -2
  if (margin >= MARGIN && likely && inside && isLong(best, text)) return 'high'
  return margin >= MARGIN / 2 ? 'medium' : 'low'
}

/** Whether a word is so long that hardly another one is meant; shorter names have letters too many. */
function isLong({ change, inBook }: Candidate, text: string): boolean {
  if (text.length >= LONG) return true
  const isMore = change.what === 'put in' || change.what === 'doubled'
  return text.length >= RATHER_LONG && inBook >= VERY_OFTEN && !isMore
}

function candidatesFor(view: View, small: string): readonly Candidate[] {
  return view.language.lexicon.near(small).flatMap((word): readonly Candidate[] => {
    if (word !== word.toLowerCase()) return []
    const change = changeBetween(small, word)
    const { inBook } = acquaintance(view, word)
    return [{ word, change, inBook, score: change.weight + Math.log(1 + 2 * inBook) }]
  })
}

function isNameInBook(view: View, word: string): boolean {
  return view.survey.countAsPrinted(word.charAt(0).toUpperCase() + word.slice(1)) > 1
}

function why(text: string, { word, change, inBook }: Candidate): string {
  const times =
    inBook === 0
      ? 'is a word of the language'
      : `stands ${inBook === 1 ? 'once' : `${inBook} times`} in the book`
  return `«${text}» is unknown; «${word}» ${times}; ${said(change)}`
}

function said({ what, letters: [own, due] }: LetterChange): string {
  switch (what) {
    case 'exchanged':
      return `«${own}» and «${due}» exchanged`
    case 'replaced':
      return `«${own}» for «${due}»`
    case 'not doubled':
      return `«${own}» once for twice`
    default:
      return `«${own}» ${what}`
  }
}
