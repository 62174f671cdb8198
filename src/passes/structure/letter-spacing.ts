import type { FlowLine } from '../../model/flow.ts'
import type { Emphasis } from '../../model/marking.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'

const RULE = 'structure/letter-spacing'

// Words whose letters, and the hyphens between them, stand apart by one blank each; several such words
// are parted by wider gaps.
const SPACED =
  /(?<![\p{L}\p{N}])(?:\p{L} (?:- )?){2,}\p{L}(?!\p{L})(?: {2,}(?:\p{L} (?:- )?){2,}\p{L}(?!\p{L}))*/gu

/** A word of so many letters set apart is spaced beyond doubt, known or not: but `a b c d` is none. */
const LETTERS = 4

/** Finds words set apart by letter-spacing. The blanks between the letters are layout. */
export const letterSpacing: Pass = (view) =>
  view.flows.flatMap((flow) => flow.lines.flatMap((line) => inLine(view, line)))

function inLine(view: View, line: FlowLine): readonly Finding[] {
  const text = view.witness.text.slice(line.from, line.to)
  if (!/(?:^| )\S \S \S(?: |$)/.test(text)) return []
  const found: Finding[] = []
  for (const match of text.matchAll(SPACED)) {
    const words = match[0].split(/ {2,}/u).map((word) => word.replaceAll(' ', ''))
    if (!words.every((word) => isWord(view, word))) continue
    const from = line.from + match.index
    found.push(emphasis(from, from + match[0].length, words.join(' ')))
  }
  return found
}

/** Single letters in a row may be words of one letter; together they must make a word. */
function isWord(view: View, word: string): boolean {
  if (word.length >= LETTERS) return !isAlphabet(word)
  if (word.includes('-')) return word.split('-').every((part) => isWord(view, part))
  const small = word.toLowerCase()
  return view.language.lexicon.has(small) || view.survey.count(small) > 0
}

/** Whether the letters follow each other as in the alphabet: then they count something. */
function isAlphabet(word: string): boolean {
  const small = word.toLowerCase()
  for (let i = 1; i < small.length; i++) {
    const step = small.charCodeAt(i) - small.charCodeAt(i - 1)
    if (step !== 1 && step !== 2) return false
  }
  return true
}

function emphasis(from: number, to: number, word: string): Emphasis {
  return {
    kind: 'marking',
    role: 'emphasis',
    rule: RULE,
    from,
    to,
    cert: 'high',
    evidence: [`its letters stand apart by single blanks and make “${word}”`],
  }
}
