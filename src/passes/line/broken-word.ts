import type { FlowLine } from '../../model/flow.ts'
import { isBlank } from '../../model/flow.ts'
import type { View } from '../../model/view.ts'
import { isDash, isHyphen } from '../../survey/line-end.ts'
import { isWordUnit, normalized, wordEnd, wordStart } from '../../survey/words.ts'
import { beginsWithDigit, endsWithDigit } from './letters.ts'

/** What stands on both sides of a hyphen at a line end. */
export interface BrokenWord {
  /** Where the glyph stands, a UTF-16 offset into the witness. It is one unit long. */
  readonly at: number
  /** The raw line that it ends, from 1. */
  readonly line: number
  /** The glyph as a character. */
  readonly shape: string
  /** Whether the glyph is a dash, which OCR may have made of a hyphen. */
  readonly dash: boolean
  /** The printed word before the glyph, members before it included: *worker-pea*. May be empty. */
  readonly left: string
  /** The printed word after it, members behind it included. Empty when no word follows at once. */
  readonly right: string
  /** The character before the glyph. */
  readonly before: string
  /** The first character of the next line of the flow, or empty when no line follows. */
  readonly after: string
  /** All that stands before the glyph, and after it, up to the next blank. */
  chunk(): readonly [string, string]
}

/** Editors put brackets into words: *Wr[iter]*. */
const BRACKETS = /[[\]<>]/gu

/** What is not counted as it stands. */
const UNUSUAL = /[[\]<>\u00ad\u2010\u2011\u2019\u02bc]|[\u0300-\u036f]/u

/**
 * Every hyphen at the end of a line of the flows, in their order, and the word it may have broken.
 *
 * The other half of a word is on the next line of the same flow, over page feet, forme work and
 * notes. One at a time, since a large book has many. O(n) in the lines.
 */
export function* brokenWords(view: View): Iterable<BrokenWord> {
  const { text } = view.witness
  const calls = new Set(view.markings.of('call').map((call) => call.from))
  for (const { lines } of view.flows) {
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]
      if (line && endsWithHyphen(text, line)) yield brokenAt(text, line, lines[index + 1], calls)
    }
  }
}

/** A dash after a blank is a dash, whatever its shape; two in a row are one too. */
function endsWithHyphen(text: string, line: FlowLine): boolean {
  const last = text.charCodeAt(line.to - 1)
  if (line.to - line.from < 2 || !(isHyphen(last) || isDash(last))) return false
  const before = text.charCodeAt(line.to - 2)
  return !isBlank(before) && !isHyphen(before) && !isDash(before)
}

function brokenAt(
  text: string,
  line: FlowLine,
  next: FlowLine | undefined,
  calls: ReadonlySet<number>,
): BrokenWord {
  const at = line.to - 1
  const start = next?.from ?? at
  const end = next?.to ?? at
  return {
    at,
    line: line.line,
    shape: text.charAt(at),
    dash: isDash(text.charCodeAt(at)),
    left: bare(text.slice(leftStart(text, line.from, at), at)),
    right: withoutCall(bare(text.slice(start, rightEnd(text, start, end, calls)))),
    before: text.charAt(at - 1),
    after: next ? text.charAt(start) : '',
    chunk: () => [chunkBefore(text, line.from, at), chunkAfter(text, start, end)],
  }
}

/** Where the word before the glyph begins; brackets between letters are part of it. */
function leftStart(text: string, from: number, to: number): number {
  const closed = to - 2 >= from && isBracket(text, to - 1) && isWordUnit(text.charCodeAt(to - 2))
  let start = wordStart(text, from, closed ? to - 1 : to)
  while (
    start - 2 >= from &&
    isBracket(text, start - 1) &&
    isWordUnit(text.charCodeAt(start - 2))
  ) {
    start = wordStart(text, from, start - 1)
  }
  return start
}

/** Where the word after the glyph ends: before a note's call, and behind brackets between letters. */
function rightEnd(text: string, from: number, to: number, calls: ReadonlySet<number>): number {
  let start = from
  if (isBracket(text, start) && start + 1 < to && isWordUnit(text.charCodeAt(start + 1))) start++
  let end = wordEnd(text, start, to)
  while (end + 1 < to && isBracket(text, end) && isWordUnit(text.charCodeAt(end + 1))) {
    end = wordEnd(text, end + 1, to)
  }
  for (let at = start + 1; at < end && calls.size > 0; at++) if (calls.has(at)) return at
  return end
}

function isBracket(text: string, at: number): boolean {
  return '[]<>'.includes(text.charAt(at))
}

/** The word as it is counted: without the brackets in it. */
function bare(printed: string): string {
  return UNUSUAL.test(printed) ? normalized(printed.replace(BRACKETS, '')) : printed
}

/** Digits behind letters are a note's call that was not found; behind a single one they belong to it. */
function withoutCall(word: string): string {
  if (!endsWithDigit(word) || beginsWithDigit(word) || /^\p{L}\p{Nd}/u.test(word)) return word
  return word.replace(/\p{Nd}+$/u, '')
}

function chunkBefore(text: string, from: number, to: number): string {
  let start = to
  while (start > from && !isBlank(text.charCodeAt(start - 1))) start--
  return text.slice(start, to)
}

function chunkAfter(text: string, from: number, to: number): string {
  let end = from
  while (end < to && !isBlank(text.charCodeAt(end))) end++
  return text.slice(from, end)
}
