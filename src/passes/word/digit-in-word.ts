import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { type Acquaintance, acquaintance, byAcquaintance, isKnown, tell } from './known-word.ts'
import { runningWords, textOf, wordTrimmer } from './running-word.ts'

const RULE = 'word/digit-in-word'

/** Letters that a printed digit may stand for, most alike first, whatever the script. */
const ALIKE: Readonly<Record<string, string>> = {
  '0': 'oоОO',
  '1': 'lіiI',
  '2': 'zZ',
  '3': 'зЗэЭ',
  '4': 'aчЧA',
  '5': 'sбSБ',
  '6': 'бbБ',
  '7': 'tгТ',
  '8': 'вВB',
  '9': 'gдя',
}

/** A word with digits between its letters, at its end, or one at its beginning. */
const BROKEN = /^\p{L}+\d{1,2}\p{L}*(?:\d\p{L}+)*$|^\d\p{L}{2,}$/u
/** What a printer writes so: `А4`, `H2O`, `1st`, `20th`, `B2B`. */
const NAMED = /^[\p{Lu}\d]+$|^\d+\p{Ll}{1,3}$/u

/** Finds digits that got into a word, and those that stand for a letter of it. */
export const digitInWord: Pass = (view) => {
  const trim = wordTrimmer(view)
  return runningWords(view).flatMap((word) => {
    const span = word.hasDigit ? trim(word) : undefined
    if (!span) return []
    const text = textOf(view, span)
    if (!BROKEN.test(text) || NAMED.test(text)) return []
    const edit = judge(view, span, text)
    return edit ? [edit] : []
  })
}

interface Reading {
  readonly text: string
  readonly by: 'left out' | 'replaced'
  readonly known: Acquaintance
}

function judge(view: View, { from, to }: Span, text: string): Edit | undefined {
  const without = text.replace(/\d/gu, '')
  const atEnd = /\d$/u.test(text)
  // A digit at the end of a word that is whole without it may be a note call whose note was lost.
  if (atEnd && isKnown(acquaintance(view, without))) return undefined
  const left: readonly Reading[] = atEnd
    ? []
    : [{ text: without, by: 'left out', known: acquaintance(view, without) }]
  const replaced = replacements(text).map((reading): Reading => {
    return { text: reading, by: 'replaced', known: acquaintance(view, reading) }
  })
  const known = [...left, ...replaced]
    .filter((reading) => isKnown(reading.known))
    .sort((a, b) => byAcquaintance(a.known, b.known) || (a.text < b.text ? -1 : 1))
  const [best, ...others] = known
  if (!best) return undefined
  const sure = others.length === 0 && best.known.inLexicon && isSlip(text, best)
  const cert: Certainty = sure ? 'high' : 'medium'
  const what = best.by === 'left out' ? 'a digit got into the word' : 'a digit stands for a letter'
  return {
    kind: 'edit',
    rule: RULE,
    error: 'digit',
    from,
    to,
    corr: best.text,
    candidates: [best.text, ...others.map((other) => other.text)],
    cert,
    evidence: [`«${text}» is no word: ${what}; ${tell(best.text, best.known)}`],
  }
}

/**
 * Whether a word can hardly be a name such as `i18n`, `1GHz` or `3Com`: one digit in small letters, and
 * none that was put before a word.
 */
function isSlip(text: string, { by, known }: Reading): boolean {
  const letters = text.replace(/\d/gu, '')
  const small =
    letters.slice(1) === letters.slice(1).toLowerCase() || letters === letters.toUpperCase()
  if (!small || text.length - letters.length > 1) return false
  return !/^\d/u.test(text) || (by === 'replaced' && known.inBook > 0)
}

/** The word with every digit replaced by a letter of its script that looks like it. */
function replacements(text: string): readonly string[] {
  const cyrillic = /\p{Script=Cyrillic}/u.test(text)
  const script = cyrillic ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u
  const capital = text === text.toUpperCase()
  let readings = ['']
  for (const unit of text) {
    const letters = ALIKE[unit]
      ? [...ALIKE[unit]].filter((l) => script.test(l) && (l === l.toUpperCase()) === capital)
      : [unit]
    readings = readings.flatMap((reading) => letters.map((letter) => reading + letter))
    if (readings.length > 64) return []
  }
  return [...new Set(readings)]
}
