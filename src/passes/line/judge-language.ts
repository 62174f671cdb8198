import { type Facts, inLexicon, isKnown } from './hyphen-facts.ts'
import { ask, hard, type Judge, soft } from './hyphen-verdict.ts'

/** Judges that ask what the language says of its hyphens (`rules/languages/`). */

/** Adjectives that a hyphen joins have so many letters before the linking vowel. */
const SHORTEST_STEM = 3

/** Members of so many letters are hardly the beginning of another word by chance. */
const LONG_MEMBER = 4

/** A word of so many letters is hardly the rest of another one by chance. */
const SHORTEST_WORD = 3

/** Endings of so many letters tell what kind of word it is. */
const LONG_ENDING = 3

/** The language writes this word with its hyphen, and the book never without. */
export const byTheListOfWords: Judge = ({ wholeHyphenated, hyphenated, wholeJoined }, facts) => {
  const { words } = facts.hyphens
  const listed = [wholeHyphenated, hyphenated].find((word) => words.has(word))
  return listed === undefined || facts.survey.count(wholeJoined) > 0
    ? undefined
    : hard('high', `«${listed}» is written with its hyphen`)
}

/** Members that keep their hyphen: *self-*, *кое-*, *-нибудь*. */
export const byItsMembers: Judge = ({ word, last, first, before, after }, facts) => {
  // A short member may be the beginning of any word, unless a word follows it.
  const fragment = before.length < LONG_MEMBER && !isKnown(facts, first)
  if ((!fragment || hasLongEnding(facts, before, after)) && isMember(facts, before, after)) {
    return hard('high', `«${before}-» keeps its hyphen`)
  }
  if (fragment && before.length > 2 && facts.hyphens.prefixes.has(before)) {
    return ask(`«${before}-» keeps its hyphen, and nothing is known of «${first}»`)
  }
  const { suffixes } = facts.hyphens
  const suffix = [after, word.right.toLowerCase()].find((member) => suffixes.has(member))
  if (suffix !== undefined && isKnown(facts, last)) {
    return hard('high', `«-${suffix}» keeps its hyphen after a word`)
  }
  return undefined
}

/** Whether it is an ending of three letters or more that makes a member of the beginning. */
function hasLongEnding({ language }: Facts, before: string, after: string): boolean {
  return language.hyphens.prefixesBefore.some(
    ({ prefix, endings = [] }) =>
      prefix === before &&
      endings.some((ending) => ending.length >= LONG_ENDING && after.endsWith(ending)),
  )
}

/** Whether the language keeps the hyphen behind `before`, when `after` follows. Lower case. */
export function isMember({ hyphens, language }: Facts, before: string, after: string): boolean {
  if (hyphens.prefixes.has(before) || hyphens.firstMembers.has(before)) return true
  return language.hyphens.prefixesBefore.some(
    ({ prefix, endings = [], beginnings = [] }) =>
      prefix === before &&
      (endings.some((ending) => after.length > ending.length && after.endsWith(ending)) ||
        beginnings.some((beginning) => after.startsWith(beginning))),
  )
}

/**
 * Members that are written together with what follows: *anti*, *сверх*. Before a word that nothing else
 * is known to be joined to, many authors keep the hyphen all the same: *multi-user*.
 */
export const byAJoinedMember: Judge = ({ before, first, joined }, facts) => {
  if (!facts.hyphens.joinedMembers.has(before)) return undefined
  if (first.length >= SHORTEST_WORD && isKnown(facts, first)) {
    return ask(
      `«${before}» may be joined to «${first}» or not, and nothing is known of «${joined}»`,
    )
  }
  return soft('medium', `«${before}» is written together with what follows`)
}

/** Adjectives with a vowel between them: *рабоче-крестьянский*. */
export const byALinkingVowel: Judge = ({ word, before, after }, facts) => {
  const { linkingVowels, adjectiveEndings } = facts.language.hyphens
  const stem = before.slice(0, -1)
  if (!linkingVowels.some((vowel) => before.endsWith(vowel)) || stem.length < SHORTEST_STEM) {
    return undefined
  }
  // In a chain the last member is the one with an ending.
  const chain = word.right.toLowerCase().split('-')
  const adjective = chain.length > 1 ? (chain.at(-1) ?? '') : after
  if (!isKnown(facts, adjective)) return undefined
  if (!adjectiveEndings.some((ending) => adjective.endsWith(ending))) return undefined
  if (!adjectiveEndings.some((ending) => inLexicon(facts, stem + ending))) return undefined
  return hard('high', `«${before}» links two adjectives`)
}
