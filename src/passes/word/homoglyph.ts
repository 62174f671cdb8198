import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import { romanValue } from '../../model/roman-numeral.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { type Acquaintance, acquaintance, byAcquaintance, isKnown, tell } from './known-word.ts'
import { inScript, type Script, scriptsIn } from './look-alike.ts'
import { type RunningWord, runningWords } from './running-word.ts'

const RULE = 'word/homoglyph'
const SCRIPTS: readonly Script[] = ['Cyrillic', 'Latin', 'Greek']

/** Finds letters of one script that stand for look-alikes of another. */
export const homoglyph: Pass = (view) => {
  const words = runningWords(view)
  const numbered = followersOfNumerals(words)
  const edits: Edit[] = []
  // What the scripts of the last words turned out to be: abbreviations go with their neighbours.
  let before: Script | undefined
  words.forEach((word, i) => {
    const scripts = scriptsIn(word.text)
    const next = words[i + 1]
    const edit =
      scripts.size > 1
        ? mixed(view, word, before, next)
        : scripts.size === 1
          ? wholeWord(view, word, before, next, numbered)
          : undefined
    if (edit) edits.push(edit)
    if (scripts.size > 0)
      before = scriptsIn(edit?.corr ?? word.text)
        .values()
        .next().value
  })
  return edits
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
  const after = next && [...scriptsIn(next.text)]
  return Number(before === script) + Number(after?.length === 1 && after[0] === script)
}

/**
 * A word all of whose letters are of the wrong script: a Roman numeral in Cyrillic letters before a
 * word that numerals go before, or a word that is unknown and whose look-alike is known, between
 * words of the other script.
 */
function wholeWord(
  view: View,
  word: RunningWord,
  before: Script | undefined,
  next: RunningWord | undefined,
  numbered: ReadonlyMap<string, number>,
): Edit | undefined {
  const { text } = word
  const latin = inScript(text, 'Latin')
  if (latin !== undefined && latin !== text && isNumeral(latin) && next) {
    const times = isAdjacent(view, word, next) ? (numbered.get(stem(next.text)) ?? 0) : 0
    if (times === 0) return undefined
    const why = `numerals in Latin letters stand before «${stem(next.text)}…» elsewhere`
    return edit(word, latin, [], times > 1 ? 'high' : 'medium', why)
  }
  const own = view.language.script
  const other = scriptsIn(text).values().next().value
  if (other === own || before !== own || !next || !isAdjacent(view, word, next)) return undefined
  const turned = inScript(text, own)
  if (turned === undefined || isNumeral(text.toUpperCase())) return undefined
  if (!scriptsIn(next.text).has(own)) return undefined
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
  return text === text.toUpperCase() && romanValue(text.toLowerCase()) !== undefined
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
