import { isCompound } from '../../model/compound.ts'
import { countOtherForms, type Facts, hasVowel, inLexicon, isKnown } from './hyphen-facts.ts'
import { ask, type Halves, hard, type Judge, soft, type Verdict } from './hyphen-verdict.ts'
import { isMember } from './judge-language.ts'
import { beginsSmall, beginsWithCapital, isInCapitals } from './letters.ts'

/** Judges that look at the use of the book, and at the lexicon. */

/** One use outweighs the other clearly when it is more than so many times as frequent. */
const OUTWEIGHS = 3

/** How many letters a half must have before it is taken for a word of its own, and not a syllable. */
const WORD = 3
const WORD_IN_A_NAME = 5
const LONG_WORD = 6

/** How many letters make a half whose other compounds are looked at. */
const MEMBER = 4

/** So many compounds of a prefix are a habit. */
const ENOUGH_COMPOUNDS = 2

/** Glyphs that programs put for a hyphen that they take for the printer's. */
const SOFT_GLYPHS = '\u00ac\u00ad'

/** The editor has said how the word is written. */
export const byTheEditor: Judge = ({ wholeJoined, wholeHyphenated }, { words }) => {
  const word = [wholeHyphenated, wholeJoined].find((form) => words.has(form))
  if (word === undefined) return undefined
  const judged = word === wholeHyphenated ? hard : soft
  return { ...judged('high', `book.yaml has «${word}»`), editor: true }
}

/** The book has the word elsewhere, whole in a line, in one of the two forms or in both. */
export const byItsOwnUse: Judge = (halves, facts) => {
  const { joined, hyphenated } = countUse(halves, facts)
  if (joined + hyphenated === 0) return undefined
  const why = useOf(halves, joined, hyphenated)
  if (joined > 0 && hyphenated > 0) return byTheMajority(joined, hyphenated, why)
  if (joined === 0) {
    // A hyphen that strayed into a line parts a word anywhere; one of the author's parts two words.
    const stray = hyphenated === 1 && !areWords(halves, facts) && isKnownWhole(halves, facts)
    return stray ? undefined : hard('high', why)
  }
  // Once may be an error, where the language speaks for the hyphen and the lexicon does not know.
  const { last, first, before, after } = halves
  const ofWords = Math.min(last.length, first.length) >= MEMBER && areWords(halves, facts)
  const doubtful = joined === 1 && (ofWords || isMember(facts, before, after))
  return doubtful && !isKnownWhole(halves, facts) ? undefined : soft('high', why)
}

function byTheMajority(joined: number, hyphenated: number, why: string): Verdict | undefined {
  if (joined === hyphenated) return undefined
  const clear = Math.max(joined, hyphenated) > OUTWEIGHS * Math.min(joined, hyphenated)
  if (joined > hyphenated) return clear ? soft('high', why) : ask(why)
  return hard(clear ? 'high' : 'medium', why)
}

/** Of a word of several members the whole is counted, and the two members when it is not found. */
function countUse(halves: Halves, { survey }: Facts) {
  const { last, first } = halves
  if (last.length > 1 && isInCapitals(last) && isInCapitals(first)) {
    const printed = {
      joined: survey.countAsPrinted(last + first),
      hyphenated: survey.countAsPrinted(`${last}-${first}`),
    }
    if (printed.joined + printed.hyphenated > 0) return printed
  }
  const joined = survey.count(halves.wholeJoined)
  const hyphenated = survey.count(halves.wholeHyphenated)
  if (joined + hyphenated > 0 || !isInAChain(halves)) return { joined, hyphenated }
  return { joined: survey.count(halves.joined), hyphenated: survey.count(halves.hyphenated) }
}

function isInAChain({ word }: Halves): boolean {
  return word.left.includes('-') || word.right.includes('-')
}

function useOf(halves: Halves, joined: number, hyphenated: number): string {
  const one = `«${halves.joined}» ${times(joined)}`
  const two = `«${halves.hyphenated}» ${times(hyphenated)}`
  if (hyphenated === 0) return `The book has ${one}`
  return joined === 0 ? `The book has ${two}` : `The book has ${one} and ${two}`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** Other forms of the word stand in the book: *trade-unionist* speaks for *trade-unionists*. */
export const byOtherForms: Judge = (halves, facts) => {
  const { joined, hyphenated, before, after } = halves
  const compounds = facts.survey.compoundsOf(before)
  const known = isKnownWhole(halves, facts)
  if (known && compounds.length === 0) return undefined
  const inTwo = before.length + 1 + Math.min(3, after.length)
  const hyphens = countOtherForms(facts, hyphenated, inTwo, compounds)
  if (known && hyphens < 2) return undefined
  const inOne = before.length + Math.min(2, after.length - 1)
  const wholes = after.length < 2 ? [] : facts.survey.startingWith(joined.slice(0, inOne))
  const joins = countOtherForms(facts, joined, inOne, wholes)
  if (hyphens > joins) {
    return hard(joins === 0 ? 'high' : 'medium', `The book has other forms of «${hyphenated}»`)
  }
  if (joins > hyphens && !known && !isMember(facts, before, after)) {
    return soft(hyphens === 0 ? 'high' : 'medium', `The book has other forms of «${joined}»`)
  }
  return undefined
}

/**
 * The book writes a prefix with a hyphen, whatever the lexicon does: *non-*, *multi-*. Wholes are looked
 * for among words that are left when the prefix is gone.
 */
export const byTheUseOfThePrefix: Judge = ({ before, first }, facts) => {
  if (before.length < WORD || first.length < MEMBER) return undefined
  const compounds = facts.survey.compoundsOf(before)
  if (compounds.length < ENOUGH_COMPOUNDS || !isKnown(facts, first)) return undefined
  const wholes = wholesOf(before, facts)
  return compounds.length > OUTWEIGHS * wholes.length
    ? hard('medium', `The book has «${compounds[0]}» and «${compounds[1]}»`)
    : undefined
}

/** Words of the book that begin with `before`, and are words without it. */
function wholesOf(before: string, facts: Facts): readonly string[] {
  return facts.survey
    .startingWith(before)
    .filter((word) => word.length >= before.length + MEMBER)
    .filter((word) => isKnown(facts, word.slice(before.length)))
}

/** The lexicon has the word. */
export const byTheLexicon: Judge = (halves, facts) => {
  const { word, last, first, joined, hyphenated, wholeJoined } = halves
  if (inLexicon(facts, last + first)) {
    if (meetInAVowel(halves, facts))
      return ask(`The lexicon has «${joined}», others write «${hyphenated}»`)
    return soft('high', `The lexicon has «${joined}»`)
  }
  if (inLexicon(facts, word.left + word.right)) {
    return soft('high', `The lexicon has «${wholeJoined}»`)
  }
  return undefined
}

/**
 * A member before a word that begins with its last vowel, where the book has the member with its hyphen
 * too: *re-establish*, *co-operate*.
 */
function meetInAVowel({ before, after, first }: Halves, facts: Facts): boolean {
  const { joinedMembers, prefixes } = facts.hyphens
  if (!joinedMembers.has(before) && !prefixes.has(before)) return false
  if (facts.survey.compoundsOf(before).length === 0) return false
  const vowel = before.slice(-1)
  return after.startsWith(vowel) && hasVowel(facts, vowel) && isKnown(facts, first)
}

/** The word is spelled otherwise in one: *Zuk⏎ker* is *Zucker*. */
export const byItsRespelling: Judge = ({ last, first }, facts) => {
  for (const { before, after, joined } of facts.language.hyphens.respelled ?? []) {
    if (!last.endsWith(before) || !first.startsWith(after)) continue
    const word = last.slice(0, last.length - before.length) + joined + first.slice(after.length)
    if (isKnown(facts, word) || isCompound(word.toLowerCase(), facts.language)) {
      return soft('high', `«${word}» is a word, and is broken so`)
    }
  }
  return undefined
}

/** A noun with a small letter is a member of a compound in a language whose nouns have capitals. */
export const byASmallNoun: Judge = ({ joined, last, first }, { language }) => {
  if (language.capitals !== 'nouns' || !beginsWithCapital(last) || !beginsSmall(first))
    return undefined
  const { lexicon } = language
  const noun = first.charAt(0).toUpperCase() + first.slice(1)
  if (lexicon.has(first) || !lexicon.has(noun) || !isCompound(joined, language)) return undefined
  return soft('high', `«${noun}» begins with a small letter, and «${joined}» is made of words`)
}

/** The language makes such words of others at will: *Druckerei⏎besitzer*. */
export const byItsCompounds: Judge = ({ joined, first }, { language }) => {
  if (beginsWithCapital(first) && !isInCapitals(first)) return undefined
  return isCompound(joined, language)
    ? soft('medium', `«${joined}» is made of words that are written together`)
    : undefined
}

/** Two words that a hyphen parts at their seam: the book has others that end so. */
export const byTheLastHalf: Judge = ({ after, last }, facts) => {
  if (after.length < 2 || !isKnown(facts, last)) return undefined
  const compounds = facts.survey.compoundsEndingIn(after)
  if (compounds.length === 0) return undefined
  return hard('medium', `The book has «${compounds[0]}»`)
}

/**
 * *right-to-left*: words that hang together by other hyphens too. One of the two need not be known, since
 * nothing is known of the two as one.
 */
export const byTheChain: Judge = (halves, facts) => {
  if (!isInAChain(halves) || isKnownWhole(halves, facts)) return undefined
  const small = isAllSmall(halves, facts)
  if (isCompound(halves.joined, facts.language) && !small) return undefined
  if (!small && !areWords(halves, facts) && !isChainedElsewhere(halves, facts)) return undefined
  return hard('medium', `«${halves.word.left}-${halves.word.right}» is a chain of words`)
}

/** Words of a chain without a capital, where nouns have one: *how-the-names-are-found*, as files are named. */
function isAllSmall({ word, last, first }: Halves, facts: Facts): boolean {
  const chain = word.left + word.right
  if (facts.language.capitals !== 'nouns' || chain !== chain.toLowerCase()) return false
  const isNoun = (half: string) => inLexicon(facts, half.charAt(0).toUpperCase() + half.slice(1))
  return [last, first].every((half) => isKnown(facts, half) || isNoun(half))
}

/** The book writes other words with this first half, joined or hyphenated. */
export const byTheFirstHalf: Judge = (halves, facts) => {
  const { before, first } = halves
  if (first.length < MEMBER || (before.length < MEMBER && !facts.hyphens.joinedMembers.has(before)))
    return undefined
  const wholes = wholesOf(before, facts)
  const compounds = facts.survey.compoundsOf(before)
  if (wholes.length > compounds.length) {
    return areWords(halves, facts) ? undefined : soft('medium', `The book has «${wholes[0]}»`)
  }
  const always =
    before.length >= MEMBER && wholes.length === 0 && compounds.length >= ENOUGH_COMPOUNDS
  if (compounds.length > wholes.length && (always || isKnown(facts, first))) {
    return hard('medium', `The book has «${compounds[0]}»`)
  }
  return undefined
}

/** The last to judge: whether the halves are words, when nothing is known of the whole. */
export function byTheHalves(halves: Halves, facts: Facts): Verdict {
  const { last, first, joined } = halves
  const pair = `«${last}» and «${first}»`
  if (halves.before === halves.after) return hard('medium', `«${last}» is said twice`)
  const shorter = Math.min(last.length, first.length)
  if (SOFT_GLYPHS.includes(halves.word.shape)) {
    return soft('medium', `The glyph ${halves.word.shape} is that of a soft hyphen`)
  }
  if (areWords(halves, facts)) {
    const name = beginsWithCapital(last)
    if (shorter >= (name ? WORD_IN_A_NAME : WORD)) {
      return hard('medium', `${pair} are words, «${joined}» is not`)
    }
    if (name && shorter < WORD) return soft('medium', `«${joined}» may be a name`)
    const { breaksAt } = facts.language
    if (breaksAt) return byThePatterns(halves, breaksAt)
    return ask(`${pair} are words, and nothing is known of «${joined}»`)
  }
  if (shorter >= MEMBER && areSeen(halves, facts)) {
    return hard('medium', `${pair} are seen elsewhere, «${joined}» is not`)
  }
  const one = isKnown(facts, last) || isKnown(facts, first)
  const broken = facts.language.breaksAt?.(joined, halves.before.length)
  if (broken === false && one && shorter > 1) {
    return hard('medium', `«${joined}» is not to be broken so`)
  }
  if (shorter >= LONG_WORD && isKnown(facts, last)) {
    return ask(`«${last}» is a word, and nothing is known of «${first}» or «${joined}»`)
  }
  if (shorter >= WORD && first.length >= LONG_WORD && isKnown(facts, first)) {
    return ask(`«${first}» is a word, and nothing is known of «${last}» or «${joined}»`)
  }
  if (shorter > 1 && (isInAChain(halves) || ![...joined].some(facts.isOfScript))) {
    return ask(`Nothing is known of «${last}», «${first}» or «${joined}»`)
  }
  return soft('medium', `${pair} are not both words`)
}

function byThePatterns(
  { before, joined }: Halves,
  breaksAt: (word: string, at: number) => boolean,
): Verdict {
  return breaksAt(joined, before.length)
    ? soft('medium', `«${joined}» may be broken so`)
    : hard('medium', `«${joined}» is not to be broken so`)
}

/** Whether both halves are words by themselves. Abbreviations without a vowel are none. */
export function areWords({ last, first, before, after }: Halves, facts: Facts): boolean {
  if (!isKnown(facts, last) || !isKnown(facts, first)) return false
  return hasVowel(facts, before) && hasVowel(facts, after)
}

/** Whether one of the halves is a word, or a member of other hyphenated words of the book. */
function isChainedElsewhere({ last, first, before, after }: Halves, facts: Facts): boolean {
  if (Math.min(last.length, first.length) < WORD) return false
  const { survey } = facts
  return (
    isKnown(facts, last) ||
    isKnown(facts, first) ||
    survey.compoundsOf(before).length > 0 ||
    survey.compoundsEndingIn(after).length > 0
  )
}

/** Whether the book or one of its languages has each half, as a word or as a member of others. */
function areSeen({ last, first, before, after }: Halves, facts: Facts): boolean {
  const { survey, beside } = facts
  const isSeen = (word: string, compounds: readonly string[]) =>
    isKnown(facts, word) ||
    survey.count(word.toLowerCase()) > 0 ||
    compounds.length > 0 ||
    beside.some((other) => inLexicon(other, word))
  return isSeen(last, survey.compoundsOf(before)) && isSeen(first, survey.compoundsEndingIn(after))
}

function isKnownWhole({ word, last, first }: Halves, facts: Facts): boolean {
  return inLexicon(facts, last + first) || inLexicon(facts, word.left + word.right)
}
