import { type Halves, soft, type Verdict } from './hyphen-verdict.ts'

/** The place of a word that is broken at several. */
const SEVERAL = -1

/** Where line ends break each word, by the word in lower case: before which of its letters. */
export type Breaks = ReadonlyMap<string, number>

/** Notes where each of some words is broken. O(n). */
export function breaksOf(broken: readonly Halves[]): Breaks {
  const breaks = new Map<string, number>()
  for (const { word, wholeJoined } of broken) {
    const here = word.left.length
    const other = breaks.get(wholeJoined)
    breaks.set(wholeJoined, other === undefined || other === here ? here : SEVERAL)
  }
  return breaks
}

/** The same word is broken at another place, too: a hyphen of the author's would stay at its own. */
export function byOtherBreaks({ wholeJoined }: Halves, breaks: Breaks): Verdict | undefined {
  if (breaks.get(wholeJoined) !== SEVERAL) return undefined
  return soft('high', `Another line end breaks «${wholeJoined}» at another place`)
}
