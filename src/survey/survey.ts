import { dropBlanks, skipBlanks } from '../model/flow.ts'
import type { Survey } from '../model/survey.ts'
import type { Witness } from '../model/witness.ts'
import { columnOf, indentsOf, LineShapes } from './column.ts'
import { dashesOf } from './dashes.ts'
import { languageShares } from './language-shares.ts'
import { isDash, isHyphen } from './line-end.ts'
import { Vocabulary } from './vocabulary.ts'
import { isWordUnit, WordCounts, wordEnd, wordStart } from './words.ts'

/**
 * Surveys a book in one pass over its lines. O(n) in the text; what it keeps grows with the number of
 * different words, not with the length of the book.
 */
export function surveyOf(witness: Witness): Survey {
  const { text, lines } = witness
  const words = new WordCounts()
  const shapes = new LineShapes()
  let broken = false
  for (let line = 1; line <= lines.count; line++) {
    const start = lines.from(line)
    const from = skipBlanks(text, start, lines.to(line))
    const to = dropBlanks(text, from, lines.to(line))
    if (from === to) continue
    const whole = broken ? wordEnd(text, from, to) : from
    // A bare number between the two halves of a word is that of a page.
    if (broken && isBareNumber(text, from, to)) continue
    const end = lastWholeWord(text, from, to)
    broken = end < to
    if (whole < end) words.add(text, whole, end)
    shapes.add(text, start, from, to, broken && isHyphen(text.charCodeAt(to - 1)))
  }
  words.fold()
  return survey(words, shapes, dashesOf(text))
}

/** Where the words end that stand whole in the line `[from, to)`: `to`, or before a broken word. */
function lastWholeWord(text: string, from: number, to: number): number {
  const last = text.charCodeAt(to - 1)
  if (!isHyphen(last) && !isDash(last)) return to
  if (to - 2 < from || !isWordUnit(text.charCodeAt(to - 2))) return to
  return wordStart(text, from, to - 1)
}

function isBareNumber(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x30 || unit > 0x39) return false
  }
  return true
}

function survey(
  { words, capital }: WordCounts,
  shapes: LineShapes,
  dashes: Survey['dashes'],
): Survey {
  const vocabulary = new Vocabulary(words)
  return {
    count(word) {
      const tally = words.get(word)
      return tally ? tally.small + tally.capital : 0
    },
    countAsPrinted: (word) => capital.get(word)?.capital ?? words.get(word)?.small ?? 0,
    compoundsOf: (first) => vocabulary.compoundsOf(first),
    compoundsEndingIn: (last) => vocabulary.compoundsEndingIn(last),
    startingWith: (prefix) => vocabulary.startingWith(prefix),
    measure: columnOf(shapes),
    indents: indentsOf(shapes),
    dashes,
    sharesOf: (language) => languageShares(words, language),
    hyphenatedLines: shapes.hyphenated,
  }
}
