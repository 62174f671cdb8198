import type { LineEndHyphen } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import { type BrokenWord, brokenWords } from './broken-word.ts'
import { type Facts, factsOf } from './hyphen-facts.ts'
import {
  ask,
  type Halves,
  halvesOf,
  hard,
  type Judge,
  none,
  type Verdict,
} from './hyphen-verdict.ts'
import * as language from './judge-language.ts'
import * as shape from './judge-shape.ts'
import * as use from './judge-use.ts'
import { beginsWithDigit, endsWithDigit } from './letters.ts'

const RULE = 'line/line-end-hyphen'

/**
 * Who judges a hyphen, in order: the first one that has something to say decides. What an editor said
 * comes first, then what the characters show, then the book's own use, then the lexicon, then the
 * language in general.
 */
const JUDGES: readonly Judge[] = [
  shape.afterAMark,
  shape.withoutOtherHalf,
  use.byTheEditor,
  shape.besideDigits,
  shape.inAnAddress,
  language.byTheListOfWords,
  use.byItsOwnUse,
  shape.suspended,
  use.byOtherForms,
  shape.beforeACapital,
  use.byTheLexicon,
  shape.noSyllable,
  language.byItsMembers,
  use.byOtherBreaks,
  use.byTheChain,
  language.byAJoinedMember,
  use.byTheFirstHalf,
  language.byALinkingVowel,
  use.byTheHalves,
]

/**
 * Finds the hyphens at line ends and says of each whether the printer put it there (`soft`), the
 * author (`hard`), or nobody can tell (`ask`).
 *
 * A dash glued to a word is judged too, since OCR takes hyphens for dashes. O(n) in the text.
 */
export const lineEndHyphen: Pass = (view) => {
  const facts = factsOf(view)
  const found: Finding[] = []
  for (const word of brokenWords(view)) {
    const halves = halvesOf(word)
    const verdict = word.dash ? judgeDash(halves, facts) : judge(halves, facts)
    if (verdict.value === 'none') continue
    found.push(markingOf(word, verdict.value, verdict))
    if (verdict.value === 'ask') found.push(undecided(word, verdict.why))
  }
  return found
}

function markingOf(
  word: BrokenWord,
  value: LineEndHyphen['value'],
  { cert, why }: Verdict,
): LineEndHyphen {
  return {
    kind: 'marking',
    role: 'hyphen',
    rule: RULE,
    from: word.at,
    to: word.at + 1,
    value,
    cert,
    evidence: [`${why}.`],
  }
}

function judge(halves: Halves, facts: Facts): Verdict {
  for (const verdictOf of JUDGES) {
    const verdict = verdictOf(halves, facts)
    if (verdict) return verdict
  }
  return ask('Nothing is known of the word')
}

/**
 * A dash parts words, and no blank follows it where the book sets its dashes without. It is a hyphen
 * where the halves are no words and the whole is one, and within a range of numbers.
 */
function judgeDash(halves: Halves, facts: Facts): Verdict {
  const verdict = judge(halves, facts)
  const { last, first } = halves
  if (endsWithDigit(last) && beginsWithDigit(first)) return verdict
  if (verdict.value === 'soft' && verdict.cert === 'high' && !use.areWords(halves, facts)) {
    return verdict
  }
  const { tight, spaced } = facts.survey.dashes
  return tight > spaced ? hard('high', 'The book sets its dashes without blanks') : none('A dash')
}

function undecided(word: BrokenWord, why: string): Notice {
  return {
    kind: 'notice',
    code: 'hyphen-undecided',
    line: word.line,
    message: `Unexpected hyphen in «${word.left}-${word.right}»: ${why}. Decide whether it stays.`,
  }
}
