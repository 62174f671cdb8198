import type { FlowLine } from '../../model/flow.ts'
import type { Emphasis } from '../../model/marking.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import { overlaps } from '../../model/span.ts'
import type { View } from '../../model/view.ts'

const RULE = 'structure/letter-spacing'

// Words whose letters, and the hyphens between them, stand apart by one blank each; several such words
// are parted by wider gaps.
const SPACED =
  /(?<![\p{L}\p{N}])(?:\p{L} (?:- )?){2,}\p{L}(?!\p{L})(?: {2,}(?:\p{L} (?:- )?){2,}\p{L}(?!\p{L}))*/gu
// The same where the extraction has closed some of the gaps: `p r i n t er`.
const CLOSED_UP =
  /(?<![\p{L}\p{N}])(?:\p{L}{1,2} ){2,}\p{L}{1,3}(?!\p{L})(?: {2,}(?:\p{L}{1,2} ){2,}\p{L}{1,3}(?!\p{L}))*/gu

/** A word of so many letters set apart is spaced beyond doubt, known or not: but `a b c d` is none. */
const LETTERS = 4

/** Finds words set apart by letter-spacing. The blanks between the letters are layout. */
export const letterSpacing: Pass = (view) =>
  view.flows.flatMap((flow) => flow.lines.flatMap((line) => inLine(view, line)))

function inLine(view: View, line: FlowLine): readonly Finding[] {
  const text = view.witness.text.slice(line.from, line.to)
  // Two letters by themselves, one after the other: most lines have none.
  if (!/(?:^|\s)[^\s\p{P}] [^\s\p{P}]\s/u.test(text)) return []
  const strict = found(text, line, SPACED, (word) => isWord(view, word.replaceAll(' ', ''))).map(
    (one) => withoutArticle(view, one),
  )
  const closed = found(text, line, CLOSED_UP, (word) => {
    return isSpaced(word) && isKnown(view, word.replaceAll(' ', ''))
  })
  // The longest first: `p r i` may be a word, too.
  const sorted = [...strict, ...closed].sort((a, b) => b.to - b.from - (a.to - a.from))
  const kept: Emphasis[] = []
  for (const one of sorted) if (!kept.some((other) => overlaps(other, one))) kept.push(one)
  return kept
}

/** A word of one letter before a spaced word is none of it: `a w e l l`. */
function withoutArticle(view: View, one: Emphasis): Emphasis {
  const word = view.witness.text.slice(one.from, one.to).replaceAll(' ', '')
  const rest = word.slice(1)
  if (isKnown(view, word) || rest.length < 3 || !isKnown(view, rest)) return one
  return isKnown(view, word.slice(0, 1)) ? emphasis(one.from + 2, one.to, rest) : one
}

/** What a pattern finds in a line, if each of its words is one. */
function found(
  text: string,
  line: FlowLine,
  pattern: RegExp,
  isOne: (word: string) => boolean,
): readonly Emphasis[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = wordsOf(match[0])
    const from = line.from + match.index
    const to = from + match[0].length
    return words.every(isOne) ? [emphasis(from, to, joined(words))] : []
  })
}

function wordsOf(spaced: string): readonly string[] {
  return spaced.split(/ {2,}/u)
}

function joined(words: readonly string[]): string {
  return words.map((word) => word.replaceAll(' ', '')).join(' ')
}

/** Whether most of the pieces of a word are single letters. */
function isSpaced(word: string): boolean {
  const pieces = word.split(' ')
  return pieces.filter((piece) => piece.length === 1).length * 2 > pieces.length
}

/** Single letters in a row may be words of one letter; together they must make a word. */
function isWord(view: View, word: string): boolean {
  if (word.length >= LETTERS) return !isAlphabet(word)
  if (word.includes('-')) return word.split('-').every((part) => isWord(view, part))
  return isKnown(view, word)
}

function isKnown(view: View, word: string): boolean {
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
