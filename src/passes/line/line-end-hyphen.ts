import type { LineEndHyphen } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import { brokenWords } from './broken-word.ts'
import { byTheirGlyphs, type Judged } from './glyph-use.ts'
import { type Facts, factsOf } from './hyphen-facts.ts'
import { type Halves, halvesOf, hard, type Judge, none, type Verdict } from './hyphen-verdict.ts'
import * as language from './judge-language.ts'
import * as shape from './judge-shape.ts'
import * as use from './judge-use.ts'
import { noticesOf } from './language-notices.ts'
import { factsFor } from './language-of-word.ts'
import { beginsWithDigit, endsWithDigit } from './letters.ts'
import { breaksOf, byOtherBreaks } from './other-breaks.ts'

const RULE = 'line/line-end-hyphen'

/**
 * Who judges a hyphen, in order: the first one that has something to say decides. What the characters
 * show comes first and what an editor said, then the book's own use, then the lexicon.
 */
const JUDGES: readonly Judge[] = [
  shape.afterAMark,
  shape.withoutOtherHalf,
  use.byTheEditor,
  shape.inCode,
  shape.besideDigits,
  language.byTheListOfWords,
  shape.noBeginning,
  shape.beforeACapital,
  use.byItsOwnUse,
  shape.suspended,
  use.byOtherForms,
  use.byTheUseOfThePrefix,
  use.byTheLexicon,
  use.byItsRespelling,
  shape.noSyllable,
  language.byItsMembers,
]

/** Who judges what is left when all words of the book have been looked at; after them the halves. */
const LAST_JUDGES: readonly Judge[] = [
  use.byTheChain,
  use.byASmallNoun,
  use.byTheFirstHalf,
  use.byItsCompounds,
  language.byAJoinedMember,
  use.byTheLastHalf,
  language.byALinkingVowel,
]

/**
 * Finds the hyphens at line ends and says of each whether the printer put it there (`soft`), the
 * author (`hard`), or nobody can tell (`ask`).
 *
 * A dash glued to a word is judged too, since OCR takes hyphens for dashes. O(n) in the text.
 */
export const lineEndHyphen: Pass = (view) => {
  const own = factsOf(view, view.language)
  const found: Judged[] = []
  const left: Undecided[] = []
  for (const word of brokenWords(view)) {
    const halves = halvesOf(word)
    const facts = factsFor(halves, own)
    const verdict = firstOf(JUDGES, halves, facts)
    if (verdict) found.push({ word, verdict: ofItsGlyph(halves, verdict, facts) })
    else left.push({ halves, facts })
  }
  const breaks = breaksOf(left.map(({ halves }) => halves))
  for (const { halves, facts } of left) {
    const verdict =
      byOtherBreaks(halves, breaks) ??
      firstOf(LAST_JUDGES, halves, facts) ??
      use.byTheHalves(halves, facts)
    found.push({ word: halves.word, verdict: ofItsGlyph(halves, verdict, facts) })
  }
  found.sort((a, b) => a.word.at - b.word.at)
  return [...noticesOf(view.language), ...byTheirGlyphs(found).flatMap(findingsOf)]
}

interface Undecided {
  readonly halves: Halves
  readonly facts: Facts
}

function firstOf(judges: readonly Judge[], halves: Halves, facts: Facts): Verdict | undefined {
  for (const judge of judges) {
    const verdict = judge(halves, facts)
    if (verdict) return verdict
  }
  return undefined
}

/**
 * The verdict itself, or that on a dash: it parts words, and no blank follows it where the book sets
 * its dashes without. It is a hyphen where the halves are no words and the whole is one, and within a
 * range of numbers.
 */
function ofItsGlyph(halves: Halves, verdict: Verdict, facts: Facts): Verdict {
  if (!halves.word.dash) return verdict
  if (endsWithDigit(halves.last) && beginsWithDigit(halves.first)) return verdict
  const oneWord = verdict.value === 'soft' && verdict.cert === 'high'
  if (oneWord && !use.areWords(halves, facts)) return verdict
  const { tight, spaced } = facts.survey.dashes
  return tight > spaced ? hard('high', 'The book sets its dashes without blanks') : none('A dash')
}

function findingsOf({ word, verdict }: Judged): readonly Finding[] {
  const { value, cert, why } = verdict
  if (value === 'none') return []
  const { at, line, left, right } = word
  const evidence = [`${why}.`]
  const marking: LineEndHyphen = {
    kind: 'marking',
    role: 'hyphen',
    rule: RULE,
    from: at,
    to: at + 1,
    value,
    cert,
    evidence,
  }
  if (value !== 'ask') return [marking]
  const message = `Unexpected hyphen in «${left}-${right}»: ${why}. Decide whether it stays.`
  const notice: Notice = { kind: 'notice', code: 'hyphen-undecided', line, message }
  return [marking, notice]
}
