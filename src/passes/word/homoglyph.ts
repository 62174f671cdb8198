import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import { romanValue } from '../../model/roman-numeral.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { type Acquaintance, acquaintance, byAcquaintance, isKnown, tell } from './known-word.ts'
import { inScript, type Script, scriptIn } from './look-alike.ts'
import { type RunningWord, runningWords, wordTrimmer } from './running-word.ts'

const RULE = 'word/homoglyph'
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu
const SCRIPTS: readonly Script[] = ['Cyrillic', 'Latin', 'Greek']

/** Finds letters of one script that stand for look-alikes of another. */
export const homoglyph: Pass = (view) => {
  const words = runningWords(view, WORD)
  const trim = wordTrimmer(view)
  const numbered = followersOfNumerals(words)
  const edits: Edit[] = []
  // What the scripts of the last words turned out to be: abbreviations go with their neighbours.
  let before: Script | undefined
  words.forEach((whole, i) => {
    const next = words[i + 1]
    const found = scriptIn(whole.text)
    const word = found === 'mixed' ? trim(whole) : whole
    const script = found === 'mixed' && word ? scriptIn(word.text) : found
    const edit = word && judge(view, { word, script, before, next, numbered })
    if (edit) edits.push(edit)
    const settled = edit ? scriptIn(edit.corr) : script
    if (settled !== undefined && settled !== 'mixed') before = settled
  })
  return edits
}

/** A word, and what stands around it. */
interface Place {
  readonly word: RunningWord
  readonly script: Script | 'mixed' | undefined
  readonly before: Script | undefined
  readonly next: RunningWord | undefined
  readonly numbered: ReadonlyMap<string, number>
}

function judge(view: View, { word, script, before, next, numbered }: Place): Edit | undefined {
  if (script === undefined) return undefined
  if (script === 'mixed') return mixed(view, word, before, next)
  return wholeWord(view, word, script, before, next, numbered)
}

interface Reading {
  readonly text: string
  readonly script: Script
  readonly known: Acquaintance
}

/** A word of two scripts: one of them is wrong. */
function mixed(
  view: View,
  word: RunningWord,
  before: Script | undefined,
  next: RunningWord | undefined,
): Edit | undefined {
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
      kinship(b, before, next) - kinship(a, before, next) ||
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
  const sure = only || kinship(best, before, next) > 1
  const candidates = others.map(({ text }) => text)
  return edit(word, best.text, candidates, sure ? 'high' : 'medium', why)
}

/** How many of the neighbours are of the script of a reading. */
function kinship(
  { script }: Reading,
  before: Script | undefined,
  next: RunningWord | undefined,
): number {
  return Number(before === script) + Number(next !== undefined && scriptIn(next.text) === script)
}

/**
 * A word all of whose letters are of the wrong script: a Roman numeral in Cyrillic letters before a
 * word that numerals go before, or a word that is unknown and whose look-alike is known, between
 * words of the other script.
 */
function wholeWord(
  view: View,
  word: RunningWord,
  script: Script,
  before: Script | undefined,
  next: RunningWord | undefined,
  numbered: ReadonlyMap<string, number>,
): Edit | undefined {
  const { text } = word
  const latin = script !== 'Latin' && text.length < 8 ? inScript(text, 'Latin') : undefined
  if (latin !== undefined && isNumeral(latin) && next) {
    const times = isAdjacent(view, word, next) ? (numbered.get(stem(next.text)) ?? 0) : 0
    if (times === 0) return undefined
    const why = `numerals in Latin letters stand before «${stem(next.text)}…» elsewhere`
    return edit(word, latin, [], times > 1 ? 'high' : 'medium', why)
  }
  const own = view.language.script
  if (script === own || before !== own || !next || !isAdjacent(view, word, next)) return undefined
  const turned = inScript(text, own)
  if (turned === undefined || isNumeral(text.toUpperCase())) return undefined
  if (scriptIn(next.text) !== own) return undefined
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

function isAdjacent(view: View, word: RunningWord, next: RunningWord): boolean {
  return view.reading.text.slice(word.to, next.from) === ' '
}

function isNumeral(text: string): boolean {
  return /^[IVXLC]+$/.test(text) && romanValue(text.toLowerCase()) !== undefined
}

/** The words that stand right behind Roman numerals of two letters and more, by their stems. */
function followersOfNumerals(words: readonly RunningWord[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  words.forEach((word, i) => {
    const next = words[i + 1]
    if (!next || word.text.length < 2 || next.from !== word.to + 1 || !isNumeral(word.text)) return
    const key = stem(next.text)
    found.set(key, (found.get(key) ?? 0) + 1)
  })
  return found
}

/** The beginning of a word, the same for most of its forms. */
function stem(word: string): string {
  return word.toLowerCase().slice(0, 4)
}

function edit(
  { from, to, text }: RunningWord,
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
