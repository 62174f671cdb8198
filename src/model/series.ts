import type { Correction } from './correction.ts'
import type { ErrorKind } from './emendation.ts'

/** Corrections of one kind: the same rule puts the same reading in the place of the same characters. */
export interface Series {
  /** Made of rule, `sic` and `corr`, and of nothing else: the same after every build. */
  readonly key: string
  /** The rule that speaks for it; of several the first by name. Empty for what editors made. */
  readonly rule: string
  /** What is printed: the characters, or the whole word where a letter by itself says nothing. */
  readonly sic: string
  readonly corr: string
  /** In the order of the witness. */
  readonly corrections: readonly Correction[]
  /** How many of them a person has decided. */
  readonly decided: number
}

/** Errors that are a matter of the word in which they stand: a lost letter is another in each word. */
const OF_WORDS: ReadonlySet<ErrorKind> = new Set(['letter', 'ocr', 'word', 'case'])

const LETTERS_AT_END = /[\p{L}\p{M}\p{Nd}'’-]*$/u
const LETTERS_AT_START = /^[\p{L}\p{M}\p{Nd}'’-]*/u

/** What names the series that a correction belongs to, and what it reads. */
export function seriesOfCorrection(
  correction: Pick<Correction, 'rules' | 'sic' | 'corr' | 'error' | 'context'>,
): Pick<Series, 'key' | 'rule' | 'sic' | 'corr'> {
  const { rules, error, context } = correction
  const rule = rules[0] ?? ''
  const inWord = OF_WORDS.has(error)
  const before = inWord ? (LETTERS_AT_END.exec(context[0])?.[0] ?? '') : ''
  const after = inWord ? (LETTERS_AT_START.exec(context[1])?.[0] ?? '') : ''
  const sic = before + correction.sic + after
  const corr = before + correction.corr + after
  return { key: JSON.stringify([rule, sic, corr]), rule, sic, corr }
}

/**
 * Groups corrections into series, the largest first, then in the order of the witness. Those that
 * another entry has beaten are left out: there is nothing to decide about them. O(n log n).
 */
export function seriesOf(corrections: readonly Correction[]): readonly Series[] {
  const groups = new Map<
    string,
    { name: ReturnType<typeof seriesOfCorrection>; of: Correction[] }
  >()
  for (const correction of corrections) {
    if (correction.beatenBy !== undefined) continue
    const name = seriesOfCorrection(correction)
    const group = groups.get(name.key)
    if (group) group.of.push(correction)
    else groups.set(name.key, { name, of: [correction] })
  }
  const series = [...groups.values()].map(({ name, of }) => {
    return { ...name, corrections: of, decided: of.filter(({ by }) => by !== undefined).length }
  })
  return series.sort((a, b) => b.corrections.length - a.corrections.length)
}
