import { isFirstMember } from '../../model/compound.ts'
import { isLetterUnit, wordEnd, wordStart } from '../../survey/words.ts'
import { type Facts, hasVowel, inLexicon, isKnown } from './hyphen-facts.ts'
import { ask, hard, type Judge, none, soft, type Verdict } from './hyphen-verdict.ts'
import { isMember } from './judge-language.ts'
import {
  beginsSmall,
  beginsWithCapital,
  beginsWithDigit,
  endsWithDigit,
  isInCapitals,
} from './letters.ts'

/**
 * Judges that look at the characters around a hyphen: digits, full stops, capitals, what follows.
 * What they say holds in any language.
 */

/** Marks that may stand between a hyphen and its word. */
const CLOSING = '»”’›)]}"\'%°'
const OPENING = '«“„‘‹([{"\''

const ROMAN = /^[IVXLCDM]+$/u

/**
 * What is no word of a language: an address of the web, a path, an option, a name with an underscore or
 * with digits in it. Nothing but ASCII, and a mark of such things between letters or before them.
 */
const CODE =
  /^(?=[!-~]+$)(?:.*(?:@|:\/\/|www\.|[a-z\d]\.[a-z]{2,4}(?:[^a-z]|$)|[a-z\d][_=\\][a-z\d])|["'([<]*(?:--?|\$|~?\/)[a-z].*|.*\/.*\/)/iu

/** A hyphen after a comma or a full stop is a dash, but for initials and abbreviations. */
export const afterAMark: Judge = ({ word, last }, facts) => {
  if (last !== '') return undefined
  const [chunk] = word.chunk()
  if (word.before === '.') return afterAStop(chunk, word.after, facts.hyphens.abbreviations)
  if (CLOSING.includes(word.before) && beginsSmall(word.after)) {
    return hard('medium', `It stands between «${chunk}» and a small letter`)
  }
  return none(`It stands after «${word.before}»: a dash`)
}

function afterAStop(chunk: string, after: string, abbreviations: ReadonlySet<string>): Verdict {
  const stop = chunk.length - 1
  const abbreviated = chunk.slice(wordStart(chunk, 0, stop), stop)
  const short = abbreviated.length === 1 || abbreviations.has(abbreviated.toLowerCase())
  if (short && isLetterUnit(after.charCodeAt(0))) {
    return hard('high', `«${chunk}» is an initial or an abbreviation`)
  }
  return none('It stands after a full stop: a dash')
}

/** No letter follows: no line, or a line that begins with a mark. */
export const withoutOtherHalf: Judge = ({ word, last, first, before }, facts) => {
  if (first !== '') return undefined
  if (word.dash) return none('A dash, and no word follows at once')
  if (word.after === '') return ask(`No line follows that could end «${word.left}-»`)
  if (OPENING.includes(word.after)) {
    const [, quoted] = word.chunk()
    if (isMember(facts, before, firstWord(quoted))) {
      return hard('high', `«${last}-» keeps its hyphen before ${quoted}`)
    }
    if (isKnown(facts, last)) {
      return hard('medium', `«${last}» is a word, and ${quoted} begins with a mark`)
    }
  }
  return ask(`What follows «${word.left}-» begins with «${word.after}», expected a letter`)
}

/** The first word behind the marks at the beginning, in lower case. */
function firstWord(chunk: string): string {
  let from = 0
  while (from < chunk.length && !isLetterUnit(chunk.charCodeAt(from))) from++
  return chunk.slice(from, wordEnd(chunk, from, chunk.length)).toLowerCase()
}

/** Ranges of numbers, numbers with an ending, types with a number. */
export const besideDigits: Judge = ({ word, last, first }, facts) => {
  const left = beginsWithDigit(last) || endsWithDigit(last)
  const right = beginsWithDigit(first)
  if (left && right) return hard('high', `A range of numbers: «${last}-${first}»`)
  if (!right && endsWithDigit(first)) return hard('medium', `A number belongs to «${first}»`)
  if (left) return hard('high', `A number and what belongs to it: «${last}-${first}»`)
  if (!right) return undefined
  if (word.dash) return none('A dash before a number')
  if (isInCapitals(last) || isKnown(facts, last) || isVersion(word.chunk()[1])) {
    return hard('medium', `«${last}» is a word by itself, and a number follows`)
  }
  return ask(`A number follows «${word.left}-», expected the other half of a word`)
}

/** Numbers with a point or a letter in them, which no page has: *2.0*, *90k*. */
function isVersion(chunk: string): boolean {
  return /^\d+(?:[.,]\d|\p{L})/u.test(chunk)
}

/** *pre- and post-war*: a blank follows, and the line end is an ordinary one. */
export const suspended: Judge = ({ word, last, first, before, after, joined }, facts) => {
  const { suspendedBefore, joinedMembers } = facts.hyphens
  if (!suspendedBefore.has(after) || word.right !== first) return undefined
  if (inLexicon(facts, joined) || facts.survey.count(joined) > 0) return undefined
  const member =
    joinedMembers.has(before) ||
    isMember(facts, before, after) ||
    isFirstMember(before, facts.language)
  if (!member && !isKnown(facts, last)) return undefined
  return none(`Suspended before «${first}»`)
}

/**
 * Addresses, names of files, options of commands and the like: who sets them breaks them at their own
 * hyphens, and seldom puts another one in.
 */
export const inCode: Judge = (halves, facts) => {
  const { word, wholeJoined, wholeHyphenated, last, first } = halves
  if (word.before > '~') return undefined
  const [before, after] = word.chunk()
  if (!CODE.test(before + after)) return undefined
  const { survey } = facts
  if (survey.count(wholeHyphenated) > 0) {
    return hard('medium', `The book has «${wholeHyphenated}» elsewhere`)
  }
  if (survey.count(wholeJoined) > 0 || inLexicon(facts, last + first)) {
    return soft('medium', `«${last}${first}» is a word`)
  }
  return hard('medium', `«${before}-${after}» is no word of the language`)
}

/** A capital after the break: names, *pan-Slavic*, *Smith-Jones*. Words in capitals tell nothing. */
export const beforeACapital: Judge = ({ word, last, first, before, after, joined }, facts) => {
  if (!beginsWithCapital(first)) return undefined
  if (ROMAN.test(last) && ROMAN.test(first)) {
    return hard('high', `A range of Roman numerals: «${last}-${first}»`)
  }
  if (last.length > 1 && isInCapitals(last) && isInCapitals(first)) return undefined
  if (isCapitalKept(last, first, facts)) return undefined
  if (isMisreadInCapitals(last, first, facts)) {
    return soft(
      'medium',
      `The lexicon has «${joined}», and «${first}» is no word: read as capitals`,
    )
  }
  if (
    beginsWithCapital(word.left) ||
    isInCapitals(first.slice(0, 2)) ||
    facts.language.capitals === 'nouns' ||
    isMember(facts, before, after) ||
    facts.hyphens.joinedMembers.has(before)
  ) {
    return hard('high', `A capital follows: «${last}-${first}»`)
  }
  if (isKnown(facts, last) && isKnown(facts, first)) {
    return hard('medium', `«${last}» and «${first}» are words, and a capital follows`)
  }
  if (inLexicon(facts, joined)) {
    return soft('medium', `The lexicon has «${joined}», in spite of the capital`)
  }
  return ask(`A capital follows: «${last}-${first}», expected the other half of a word`)
}

/** A rest of a word that stands alone in its line is often read as small capitals: *отделе-⏎НИЯ*. */
function isMisreadInCapitals(last: string, first: string, facts: Facts): boolean {
  if (first.length < 2 || !isInCapitals(first) || last !== last.toLowerCase()) return false
  return facts.language.lexicon.has(last + first.toLowerCase()) && !isKnown(facts, first)
}

const SCRIPTS = [/^\p{Script=Latin}+$/u, /^\p{Script=Cyrillic}+$/u, /^\p{Script=Greek}+$/u]

/** The script that all letters of a word are of, as a number; -1 for none of these, or for several. */
function scriptOf(word: string): number {
  return SCRIPTS.findIndex((script) => script.test(word))
}

/** Whether the book or the lexicon has the word with a capital in it: *McDonald*. */
function isCapitalKept(last: string, first: string, { survey, language }: Facts): boolean {
  return survey.countAsPrinted(last + first) > 0 || language.lexicon.has(last + first)
}

/** *e-mail*, *NATO-led*: no printer leaves a single letter, and no word goes from capitals to others. */
export const noBeginning: Judge = ({ last, first, joined }, { survey }) => {
  if (last.length === 1) return hard('medium', `«${last}» is a single letter`)
  const scripts = [scriptOf(last), scriptOf(first)]
  if (scripts[0] !== scripts[1] && !scripts.includes(-1)) {
    return hard('medium', `«${last}» and «${first}» are of different scripts`)
  }
  if (!isInCapitals(last) || !beginsSmall(first)) return undefined
  if (survey.countAsPrinted(last + first) > 0) return soft('medium', `The book has «${joined}»`)
  return hard('medium', `«${last}» is in capitals, «${first}» is not`)
}

/** Whether the book has a word, by itself or as the last member of others. */
function isWordOrMember(word: string, { survey }: Facts): boolean {
  return survey.count(word) > 0 || survey.compoundsEndingIn(word).length > 0
}

/** *M-lle*: what cannot be a syllable is not parted from its word. */
export const noSyllable: Judge = ({ last, first, before, after }, facts) => {
  if (!hasVowel(facts, before)) {
    return hard('medium', `«${last}» has no vowel and is no syllable`)
  }
  if (!hasVowel(facts, after)) {
    const why = `«${first}» has no vowel and is no syllable`
    if (isWordOrMember(after, facts)) return hard('medium', why)
    return isKnown(facts, last) ? undefined : ask(why)
  }
  return undefined
}
