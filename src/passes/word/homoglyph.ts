import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import { romanValue } from '../../model/roman-numeral.ts'
import type { Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { type Acquaintance, acquaintance, byAcquaintance, isKnown, tell } from './known-word.ts'
import { inScript, type Script, scriptIn } from './look-alike.ts'
import { type RunningWord, runningWords, textOf, wordTrimmer } from './running-word.ts'

const RULE = 'word/homoglyph'
/** No Roman numeral of a book has more letters. */
const NUMERAL = 8
const SCRIPTS: readonly Script[] = ['Cyrillic', 'Latin', 'Greek']

/** Finds letters of one script that stand for look-alikes of another. */
export const homoglyph: Pass = (view) => {
  const words = runningWords(view)
  const trim = wordTrimmer(view)
  const numbered = followersOfNumerals(view, words)
  const edits: Edit[] = []
  // What the script of the last word turned out to be: abbreviations go with their neighbours.
  let before: Script | undefined
  words.forEach((word, i) => {
    const { script } = word
    if (script === undefined) return
    const next = words[i + 1]
    const span = script === 'mixed' ? trim(word) : word
    if (!span) return
    const text =
      script === view.language.script && span.to - span.from > NUMERAL ? '' : textOf(view, span)
    const left = script === 'mixed' ? scriptIn(text) : script
    const place = { text, from: span.from, to: span.to, before, next }
    const edit =
      left === 'mixed' ? mixed(view, place) : left && wholeWord(view, place, left, numbered)
    if (edit) edits.push(edit)
    const settled = edit ? scriptIn(edit.corr) : left
    if (settled !== undefined && settled !== 'mixed') before = settled
  })
  return edits
}

/** A word, and what stands around it. */
interface Place extends Span {
  readonly text: string
  readonly before: Script | undefined
  readonly next: RunningWord | undefined
}

interface Reading {
  readonly text: string
  readonly script: Script
  readonly known: Acquaintance
}

/** A word of two scripts: one of them is wrong. */
function mixed(view: View, word: Place): Edit | undefined {
  if (isJoined(word.text)) return undefined
  const readings = SCRIPTS.flatMap((script): readonly Reading[] => {
    const text = inScript(word.text, script)
    return text === undefined ? [] : [{ text, script, known: acquaintance(view, text) }]
  })
  const numeral = readings.find(({ script, text }) => script === 'Latin' && isNumeral(text))
  if (numeral)
    return edit(word, numeral.text, [], 'high', 'a Roman numeral is written in Latin letters')
  const sorted = [...readings].sort(
    (a, b) =>
      byAcquaintance(a.known, b.known) ||
      kinship(b, word) - kinship(a, word) ||
      SCRIPTS.indexOf(a.script) - SCRIPTS.indexOf(b.script),
  )
  const [best, ...others] = sorted
  if (!best) return undefined
  const rivals = others.filter((other) => isKnown(other.known) === isKnown(best.known))
  const only = rivals.length === 0
  const why = isKnown(best.known)
    ? tell(best.text, best.known)
    : only
      ? `only ${best.script} has all letters of «${best.text}»`
      : `its neighbours are ${best.script}`
  const fits = only || kinship(best, word) > 1
  const sure = fits && (isKnown(best.known) || isLikely(best, word, view.language.script))
  const candidates = others.map(({ text }) => text)
  return edit(word, best.text, candidates, sure ? 'high' : 'medium', why)
}

/** Whether an apostrophe joins two parts that are each of one script: a foreign word with an ending. */
function isJoined(text: string): boolean {
  const parts = text.split(/['’]/u)
  return parts.length > 1 && parts.every((part) => scriptIn(part) !== 'mixed')
}

/** Whether nothing speaks against a reading that nobody knows: a third script, or two words glued. */
function isLikely({ script }: Reading, { text, before, next }: Place, own: Script): boolean {
  if (script !== own && script !== before && script !== next?.script && script === 'Greek') {
    return false
  }
  const [first = '', second = ''] = text
  const rest = text.slice(first.length)
  return second === second.toLowerCase() || scriptIn(rest) === 'mixed'
}

/** How many of the neighbours are of the script of a reading. */
function kinship({ script }: Reading, { before, next }: Place): number {
  return Number(before === script) + Number(next?.script === script)
}

/**
 * A word all of whose letters are of the wrong script: a Roman numeral in Cyrillic letters before a
 * word that numerals go before, or a word that is unknown and whose look-alike is known, between
 * words of the other script.
 */
function wholeWord(
  view: View,
  word: Place,
  script: Script,
  numbered: ReadonlyMap<string, number>,
): Edit | undefined {
  const { text, before, next } = word
  if (text === '') return undefined
  const latin = script !== 'Latin' && text.length <= NUMERAL ? inScript(text, 'Latin') : undefined
  if (latin !== undefined && isNumeral(latin) && next) {
    const times = isAdjacent(view, word, next) ? (numbered.get(stem(view, next)) ?? 0) : 0
    if (times === 0) return undefined
    const why = `numerals in Latin letters stand before «${stem(view, next)}…» elsewhere`
    return edit(word, latin, [], times > 1 ? 'high' : 'medium', why)
  }
  const own = view.language.script
  if (script === own || before !== own || !next || !isAdjacent(view, word, next)) return undefined
  const turned = inScript(text, own)
  if (turned === undefined || isNumeral(text.toUpperCase())) return undefined
  if (next.script !== own) return undefined
  const known = acquaintance(view, turned)
  if (!known.inLexicon || view.survey.countAsPrinted(text) > known.inBook) return undefined
  return edit(
    word,
    turned,
    [text],
    'medium',
    `${tell(turned, known)}, and its neighbours are ${own}`,
  )
}

function isAdjacent(view: View, word: Span, next: Span): boolean {
  return view.reading.text.slice(word.to, next.from) === ' '
}

function isNumeral(text: string): boolean {
  return /^[IVXLC]+$/.test(text) && romanValue(text.toLowerCase()) !== undefined
}

/** The words that stand right behind Roman numerals of two letters and more, by their stems. */
function followersOfNumerals(
  view: View,
  words: readonly RunningWord[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  words.forEach((word, i) => {
    const next = words[i + 1]
    const length = word.to - word.from
    if (word.script !== 'Latin' || length < 2 || length > NUMERAL || next?.from !== word.to + 1)
      return
    if (!isNumeral(textOf(view, word))) return
    const key = stem(view, next)
    found.set(key, (found.get(key) ?? 0) + 1)
  })
  return found
}

/** The beginning of a word, the same for most of its forms. */
function stem(view: View, { from, to }: Span): string {
  return textOf(view, { from, to: Math.min(to, from + 4) }).toLowerCase()
}

function edit(
  { from, to, text }: Place,
  corr: string,
  others: readonly string[],
  cert: Certainty,
  why: string,
): Edit {
  const strange = [...text].filter((letter, i) => letter !== [...corr][i])
  const what = `«${strange.join('')}» in «${text}» is of another script`
  return {
    kind: 'edit',
    rule: RULE,
    error: 'homoglyph',
    from,
    to,
    corr,
    candidates: [corr, ...others.filter((other) => other !== corr)],
    cert,
    evidence: [`${what}; ${why}`],
  }
}
