import type { Correction } from '../../model/correction.ts'
import type { CorrectionNode } from '../../model/edition.ts'
import { printedWord } from './correction.ts'

/** The titles of the rules, by their ids. */
export type Titles = ReadonlyMap<string, string>

/**
 * What was emended in a word: `12, 351 снова ] cнова — homoglyph: …`.
 *
 * Page, raw line, the word as the edition reads it, the word as printed, and the reason of each
 * correction in it.
 */
export function emendedWord(word: CorrectionNode, first: Correction, titles: Titles): string {
  const reasons = word.corrections.map((correction) => reason(correction, titles))
  return entry(first, word.reading, printedWord(word), reasons.join('; '))
}

/** The same for a correction whose word is not in the text, because nothing of its block is left. */
export function emendation(correction: Correction, titles: Titles): string {
  const { corr, sic } = correction
  const [lemma, reading] = [inContext(correction, corr), inContext(correction, sic)]
  return entry(correction, lemma, reading, reason(correction, titles))
}

/** What might be read, and is not: the word as the edition reads it, and then the conjecture. */
export function conjecture(correction: Correction, titles: Titles): string {
  const { corr, sic } = correction
  const [lemma, reading] = [inContext(correction, sic), inContext(correction, corr)]
  return entry(correction, lemma, reading, reason(correction, titles))
}

function entry({ line, page }: Correction, lemma: string, reading: string, why: string): string {
  return `${page === '' ? '?' : page}, ${line} ${shown(lemma)} ] ${shown(reading)} — ${why}`
}

function shown(word: string): string {
  return word.trim() === '' ? '(nothing)' : word.trim()
}

/** `homoglyph: evidence (rule, state)`. */
function reason(correction: Correction, titles: Titles): string {
  const { error, evidence, rules } = correction
  const because = evidence.length > 0 ? `${error}: ${evidence.join(' ')}` : error
  const whence = [...rules.map((id) => titles.get(id) ?? id), stateOf(correction)]
  return `${because} (${whence.join(', ')})`
}

function stateOf({ beatenBy, by, state }: Correction): string {
  const decided = by === undefined ? state : `${state} by ${by}`
  return beatenBy === undefined ? decided : `${decided}, set aside`
}

/** The whole word around a place of the running text, with a reading put into it. */
function inContext({ context: [before, after] }: Correction, reading: string): string {
  return `${/\S*$/u.exec(before)?.[0] ?? ''}${reading}${/^\S*/u.exec(after)?.[0] ?? ''}`
}
