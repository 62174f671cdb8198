import type { Correction } from '../../model/correction.ts'
import { isInForce } from '../../model/correction.ts'
import type { CorrectionNode, Leaf } from '../../model/edition.ts'
import { escapeText } from './escape.ts'
import { entryId, wordId } from './ids.ts'
import type { Entry, Scribe } from './scribe.ts'
import type { Words } from './words/words.ts'

/** The titles of the rules, by their ids. */
export type Titles = ReadonlyMap<string, string>

/**
 * An entry of the apparatus: raw line, what the edition reads ] what is printed, or might be read, and
 * why.
 */
export function apparatusEntry(
  { word, corrections }: Entry,
  titles: Titles,
  scribe: Scribe,
): string {
  const [first, ...others] = corrections
  if (!first) return ''
  const [lemma, reading] = readingsOf(word, first)
  const kind = isInForce(first) ? 'emended' : 'asked'
  const ids = others.map(({ id }) => `<span id="${scribe.id(entryId(id))}"></span>`).join('')
  const why = corrections.map((correction) => reason(correction, titles)).join('; ')
  return [
    `<li class="${kind}" id="${scribe.id(entryId(first.id))}">${ids}`,
    `<span class="line">${first.line}</span> `,
    `<a class="lemma" href="${scribe.manner.address(wordId(first.id))}"><bdi>${shown(lemma, scribe.words)}</bdi></a> ] `,
    `${standing(first, scribe.words)}<bdi class="rdg">${shown(reading, scribe.words)}</bdi> <span class="why" lang="en">${escapeText(why)}</span></li>\n`,
  ].join('')
}

/** What is said before a reading that is not in the text. */
function standing(correction: Correction, words: Words): string {
  if (isInForce(correction)) return ''
  const said = correction.state === 'rejected' ? words.not : words.perhaps
  return `<i lang="${words.code}">${said}</i> `
}

/** What the edition reads, and the other reading. */
function readingsOf(
  word: CorrectionNode | undefined,
  first: Correction,
): readonly [string, string] {
  if (word) return [word.reading, printedWord(word)]
  const [sic, corr] = [inContext(first, first.sic), inContext(first, first.corr)]
  return isInForce(first) ? [corr, sic] : [sic, corr]
}

function shown(word: string, words: Words): string {
  const text = escapeText(word).trim()
  return text === '' ? `<i lang="${words.code}">${words.nothing}</i>` : text
}

/** The characters of a word as printed, its soft hyphens and line ends left out. */
export function printedWord({ children }: CorrectionNode): string {
  return children.map(printed).join('')
}

function printed(leaf: Leaf): string {
  if (leaf.type === 'text' || leaf.type === 'layout') return leaf.value
  return leaf.type === 'hyphen' && leaf.kind !== 'soft' ? leaf.value : ''
}

/** The whole word around a place of the running text, with a reading put into it. */
function inContext({ context: [before, after] }: Correction, reading: string): string {
  return `${/\S*$/u.exec(before)?.[0] ?? ''}${reading}${/^\S*/u.exec(after)?.[0] ?? ''}`
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
