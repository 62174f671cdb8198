import type { FlowLine } from '../../model/flow.ts'
import type { View } from '../../model/view.ts'
import { endsSentence } from './note-body.ts'
import { type PageLines, textOf } from './note-page.ts'
import { isOpen, isRule } from './zone-line.ts'

/** The last lines of a page, where they interrupt what the next page goes on with. */
export interface Interruption {
  /** Index of the page. */
  readonly page: number
  /** What they interrupt; `noteWord` where a note of the page before goes on with the other half. */
  readonly of: 'word' | 'sentence' | 'noteWord'
  /** The length of what stands where a label stood, in UTF-16 units; 0 where nothing does. */
  readonly label: number
  readonly lines: readonly FlowLine[]
}

/** A line that ends with the first half of a word. */
const BROKEN = /(?<=(?<stem>\p{L}+))[-¬⸗\u00ad‐]$/u
/**
 * What a reader of pictures makes of a raised figure or an asterisk: a mark before a blank or a letter,
 * a figure before a blank and a letter. A figure alone is a call that was torn off its line.
 */
const LABEL = /^(?:[^\p{L}\p{N}\s]{1,4}(?=\s|\p{L}|$)|\d{1,3}\p{L}?[.:)]?(?=\s+\p{L}))/u
/** A mark that may as well open a quotation or a bracket, or no mark at all before a capital. */
const OPENING = /^(?:[„“"‘'(<[](?!\s)|«|\p{Lu})/u
const CAPITAL = /^\p{Lu}/u
const WORD = /^\p{L}+/u
/** The second half of a word, or the next word of a sentence. */
const REST = /^\p{Ll}+/u
/** A line of so much of the longest of its page is full. */
const FULL = 0.7

/**
 * Finds what stands at the foot of pages between the two halves of a word, or of a sentence that a full
 * line leaves open before white, when the next page goes on with a small letter: notes whose label was
 * misread, and such as carry on a note of the page before. Linear.
 */
export function interruptions(
  view: View,
  pages: readonly PageLines[],
  inZone: ReadonlySet<number>,
): readonly Interruption[] {
  const texts = pages.map(({ lines }) =>
    lines.filter((line) => !inZone.has(line.line) && !isRule(textOf(view, line))),
  )
  const found: Interruption[] = []
  let stem: string | undefined
  for (const [page, lines] of texts.entries()) {
    const next = restAtStart(view, texts[page + 1]?.[0])
    const one = (stem && carryingOn(view, lines, stem)) || (next && interrupting(view, lines, next))
    if (one) found.push({ page, ...one })
    stem = one ? stemAtEnd(view, lines.at(-1)) : undefined
  }
  return found
}

type Found = Omit<Interruption, 'page'>

/** The last lines of a page, from the one on that has the rest of a word of a note. */
function carryingOn(view: View, lines: readonly FlowLine[], stem: string): Found | undefined {
  const half = Math.ceil(lines.length / 2)
  const first = lines.findIndex((line, i) => {
    const rest = i < half ? undefined : restAtStart(view, line)
    return rest !== undefined && isKnown(view, stem + rest)
  })
  return first < 0 ? undefined : { of: 'noteWord', label: 0, lines: lines.slice(first) }
}

/** The last lines of a page, where what stands above them goes on with `rest`. */
function interrupting(view: View, lines: readonly FlowLine[], rest: string): Found | undefined {
  const feet = lines.flatMap((first, i) => {
    const above = lines[i - 1]
    if (above === undefined || i < lines.length / 2) return []
    return [{ above, first, label: labelLength(view, first), lines: lines.slice(i) }]
  })
  const ofWord = feet.find((foot) => {
    const stem = stemAtEnd(view, foot.above)
    return stem !== undefined && interruptsWord(view, foot, stem, rest)
  })
  if (ofWord) return { of: 'word', label: ofWord.label, lines: ofWord.lines }
  const measure = Math.max(0, ...lines.map(({ from, to }) => to - from))
  const ofSentence = feet.find(({ above, first, lines: foot }) => {
    const full = above.to - above.from > measure * FULL
    return full && first.line > above.line + 1 && interruptsSentence(view, above, foot.at(-1))
  })
  return ofSentence && { of: 'sentence', label: ofSentence.label, lines: ofSentence.lines }
}

function labelLength(view: View, line: FlowLine): number {
  return LABEL.exec(textOf(view, line))?.[0].length ?? 0
}

function interruptsWord(
  view: View,
  { above, label, lines }: Pick<Found, 'label' | 'lines'> & { readonly above: FlowLine },
  stem: string,
  rest: string,
): boolean {
  const [first] = lines
  const text = first ? textOf(view, first) : ''
  if (lines.length === 1 && isWithoutWord(text)) return true
  const isWhole = isKnown(view, stem + rest)
  // Below white, what a note of the page before goes on with begins with anything.
  if (first && isWhole && first.line > above.line + 1 && !REST.test(text)) return true
  if (label === 0 && (!CAPITAL.test(text) || isKnown(view, stem))) return false
  const word = WORD.exec(text)?.[0]
  if (word && (isKnown(view, stem + word) || isKnown(view, `${stem}-${word}`))) return false
  return !OPENING.test(text) || isWhole
}

function interruptsSentence(view: View, above: FlowLine, last: FlowLine | undefined): boolean {
  return isOpen(textOf(view, above)) && last !== undefined && endsSentence(textOf(view, last))
}

/** Whether a line has no word: a page number or a signature that was misread. */
export function isWithoutWord(text: string): boolean {
  return text.length <= 6 && !/\p{L}\p{L}/u.test(text)
}

function stemAtEnd(view: View, line: FlowLine | undefined): string | undefined {
  return line && BROKEN.exec(textOf(view, line))?.groups?.stem
}

function restAtStart(view: View, line: FlowLine | undefined): string | undefined {
  return line && REST.exec(textOf(view, line))?.[0]
}

function isKnown({ language: { lexicon }, survey }: View, word: string): boolean {
  const small = word.toLowerCase()
  return lexicon.has(small) || lexicon.has(word) || survey.count(small) > 0
}
