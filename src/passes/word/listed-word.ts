import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { TableRule } from '../../model/reading-table.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { isPart, isSpaced } from './beside-word.ts'
import { inShape } from './in-shape.ts'
import { acquaintance, tell } from './known-word.ts'
import { type RunningWord, textOf } from './running-word.ts'
import { wordIndex } from './word-index.ts'
import { isWorn } from './worn-text.ts'

/** The table for all languages. */
const ANY = '*'
/** A reading that the book has so often, and so many times as often as what is printed, is sure. */
const OFTEN = 3
const TIMES = 4

/**
 * The pass of a rule that is a list of words and what is read for them. A word that somebody knows, or
 * that the book has more often than the reading, stays as it is. O(words), and a look-up for each form.
 */
export function listedWordPass(rule: TableRule): Pass {
  return (view) => {
    if (rule.worn && !isWorn(view)) return []
    const listed = tableFor(rule, view.language.language)
    const index = wordIndex(view)
    const wanted = new Map<number, Verdict>()
    for (const [form, small] of index.spelled.entries()) {
      const readings = listed.get(small)
      const verdict = readings && judge(view, rule, small, readings, index.counts[form] ?? 0)
      if (verdict) wanted.set(form, verdict)
    }
    if (wanted.size === 0) return []
    return index.words.flatMap((word, i): readonly Edit[] => {
      const verdict = wanted.get(index.forms[i] ?? -1)
      if (!verdict || isPart(view, word) || isSpaced(index.words, i)) return []
      const text = textOf(view, word)
      if (text.length === 1 && isLetterByItself(view, word)) return []
      // Capitals alone are an abbreviation, and what wear makes alike is no proof against one.
      if (rule.worn && text.length > 1 && text === text.toUpperCase()) return []
      // A capital where none belongs is the affair of another rule.
      if (text !== inShape(text.toLowerCase(), text)) return []
      const candidates = verdict.readings.map((reading) => inShape(reading, text))
      const { from, to } = word
      const corr = candidates[0] ?? text
      const { error, id } = rule
      const evidence = [verdict.evidence]
      return [
        { kind: 'edit', rule: id, error, from, to, corr, candidates, cert: verdict.cert, evidence },
      ]
    })
  }
}

/** Whether one letter is an initial, an abbreviation or a letter that the text speaks about. */
function isLetterByItself({ reading: { text } }: View, { from, to }: RunningWord): boolean {
  const letter = text.slice(from, to)
  return (
    letter !== letter.toLowerCase() ||
    !/[ \n]/u.test(text.charAt(from - 1)) ||
    text.charAt(to) !== ' '
  )
}

function tableFor(
  { readings }: TableRule,
  language: string,
): ReadonlyMap<string, readonly string[]> {
  const tables = [ANY, language.replace(/-.*$/u, ''), language].map((key) => readings[key] ?? {})
  return new Map(tables.flatMap((table) => Object.entries(table)))
}

interface Verdict {
  readonly readings: readonly string[]
  readonly cert: Certainty
  readonly evidence: string
}

function judge(
  view: View,
  { cert, evidence }: TableRule,
  printed: string,
  listed: readonly string[],
  times: number,
): Verdict | undefined {
  if (acquaintance(view, printed).inLexicon) return undefined
  const rated = listed.map((reading) => ({ reading, known: acquaintance(view, reading) }))
  const readings = rated.filter(({ known }) => known.inBook >= times || known.inLexicon)
  const [best] = readings
  if (!best || (best.known.inBook < times && times >= OFTEN)) return undefined
  const sure = readings.length === 1 && best.known.inBook >= Math.max(OFTEN, TIMES * times)
  return {
    readings: readings.map(({ reading }) => reading),
    cert: sure ? cert : lower(cert),
    evidence: evidence ?? `«${printed}» is unknown; ${tell(best.reading, best.known)}`,
  }
}

function lower(cert: Certainty): Certainty {
  return cert === 'high' ? 'medium' : 'low'
}
