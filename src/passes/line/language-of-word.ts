import { isCompound } from '../../model/compound.ts'
import { type Facts, hasVowel, inLexicon } from './hyphen-facts.ts'
import type { Halves } from './hyphen-verdict.ts'
import { beginsWithCapital } from './letters.ts'

/**
 * The facts to judge a broken word by: those of the book's own language, or of another one that the book
 * has words or pages in, where that one knows the word or its halves and the own one does not.
 */
export function factsFor(halves: Halves, own: Facts): Facts {
  if (own.beside.length === 0 || halves.before === '' || halves.after === '') return own
  const { last, first } = halves
  if (own.language.capitals === 'nouns' && beginsWithCapital(first)) return own
  const ofOwnScript = own.isOfScript(last + first)
  if (ofOwnScript && (knowsWhole(halves, own) || knowsHalves(halves, own))) return own
  const others = own.beside.filter((other) => other.isOfScript(last + first))
  const knowing =
    others.find((other) => knowsWhole(halves, other)) ??
    others.find((other) => knowsHalves(halves, other))
  return knowing ?? (ofOwnScript ? own : (others[0] ?? own))
}

function knowsWhole({ last, first, joined, wholeHyphenated }: Halves, facts: Facts): boolean {
  return (
    inLexicon(facts, last + first) ||
    facts.hyphens.words.has(wholeHyphenated) ||
    isCompound(joined, facts.language)
  )
}

function knowsHalves({ last, first, before, after }: Halves, facts: Facts): boolean {
  if (!hasVowel(facts, before) || !hasVowel(facts, after)) return false
  return inLexicon(facts, last) && inLexicon(facts, first)
}
