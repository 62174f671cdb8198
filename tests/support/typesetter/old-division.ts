import type { BreakPoint, Breaks } from './hyphenation.ts'

/** Compounds that lost the third of three equal consonants: where it comes back, they part. */
const COMPOUNDS: readonly (readonly [string, string])[] = [
  ['ballett', 'änzer'],
  ['ballett', 'ruppe'],
  ['bett', 'uch'],
  ['brenn', 'essel'],
  ['fett', 'opf'],
  ['kontroll', 'ampe'],
  ['roll', 'aden'],
  ['schall', 'och'],
  ['schiff', 'ahrt'],
  ['schnell', 'auf'],
  ['stall', 'aterne'],
  ['still', 'eben'],
  ['stoff', 'etzen'],
  ['woll', 'appen'],
]

/**
 * German words as they were divided until 1996: ck as k-k, and with the third consonant back where
 * three meet (Schiff-fahrt, whole: Schiffahrt). `modern` tells where ck begins a syllable.
 */
export function divideAsOfOld(modern: Breaks, old: Breaks): Breaks {
  return (word) => {
    const triple = tripleOf(word)
    const plain = old(word).filter(
      ({ to }) =>
        !word.slice(to - 1, to + 2).includes('ck') && Math.abs(to - (triple?.to ?? -9)) > 1,
    )
    const ck = modern(word)
      .filter(({ to }) => word.startsWith('ck', to))
      .map(({ to }): BreakPoint => ({ to, next: to + 1, tail: 'k' }))
    return [...plain, ...ck, ...(triple ? [triple] : [])].sort((a, b) => a.to - b.to)
  }
}

function tripleOf(word: string): BreakPoint | undefined {
  const low = word.toLowerCase()
  for (const [first, second] of COMPOUNDS) {
    if (!low.startsWith(first + second)) continue
    const to = first.length - 1
    return { to, next: to, tail: word.charAt(to) }
  }
  return undefined
}
