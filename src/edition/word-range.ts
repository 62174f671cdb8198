import type { Leaf } from '../model/edition.ts'
import { isBlank } from '../model/flow.ts'
import type { Span } from '../model/span.ts'
import type { Mend } from './block-plan.ts'
import { ShownBlock } from './shown-block.ts'

/** A word of the witness, or a mark beside one, with all that is mended in it. */
export interface WordRange extends Span {
  readonly mends: readonly Mend[]
}

interface Candidate extends WordRange {
  /** The stretch in the shown block. */
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}\p{N}]/u

/** Marks that hold a word together when it goes on behind them. */
const JOINERS = new Set(["'", '’', '-', '\u00ad', '\u2010', '\u2011'])

/**
 * The words in which something is mended, in order, apart from each other and from the calls.
 *
 * Where a mend touches letters or digits, or parts or joins words, it takes in the whole word, over
 * line ends too; a mark by itself stays by itself. A mend of white space takes in what it parts or
 * joins. Linear in the block and the words.
 */
export function wordRanges(
  leaves: readonly Leaf[],
  mends: readonly Mend[],
  calls: readonly Span[],
): readonly WordRange[] {
  const block = new ShownBlock(leaves, calls)
  const merged: Candidate[] = []
  for (const mend of mends) {
    let candidate = widened(block, mend)
    let last = merged.at(-1)
    while (last && belongTogether(last, candidate)) {
      candidate = joined(last, candidate)
      merged.pop()
      last = merged.at(-1)
    }
    merged.push(candidate)
  }
  return merged
}

function belongTogether(a: Candidate, b: Candidate): boolean {
  if (b.from < a.to) return true
  if (a.from === b.from && a.to === b.to) return true
  return a.mends.at(-1)?.correction === b.mends[0]?.correction && b.start <= a.end
}

function joined(a: Candidate, b: Candidate): Candidate {
  return {
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    mends: [...a.mends, ...b.mends],
  }
}

function widened(block: ShownBlock, mend: Mend): Candidate {
  const { text } = block
  const own = block.whole(mend)
  const start = block.placeOf(own.from)
  const end = Math.max(start, block.placeOf(own.to))
  const changed = text.slice(start, end) + mend.corr
  const onBlank = /\s/u.test(changed)
  const onWord = WORD.test(changed) || (isWordBefore(text, start) && isWordAt(text, end))
  const left = onWord || onBlank ? reachLeft(text, start, onBlank) : start
  const right = onWord || onBlank ? reachRight(text, end, onBlank) : end
  return {
    from: left < start ? Math.min(own.from, block.beginningOf(left)) : own.from,
    to: right > end ? Math.max(own.to, block.endBefore(right)) : own.to,
    start: left,
    end: right,
    mends: [mend],
  }
}

/** How far a word goes to the left of `at`; where none does, and `marks`, how far marks do. */
function reachLeft(text: string, at: number, marks: boolean): number {
  let place = at
  while (isWordBefore(text, place) || isJoiner(text, place - 1)) place -= widthBefore(text, place)
  if (place < at || !marks) return place
  while (place > 0 && isMark(text, place - 1)) place--
  return place
}

function reachRight(text: string, at: number, marks: boolean): number {
  let place = at
  while (isWordAt(text, place) || isJoiner(text, place)) place += widthAt(text, place)
  if (place > at || !marks) return place
  while (place < text.length && isMark(text, place)) place++
  return place
}

function isWordAt(text: string, at: number): boolean {
  return WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32))
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && isWordAt(text, at - widthBefore(text, at))
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function widthBefore(text: string, at: number): number {
  return (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1
}

function isJoiner(text: string, at: number): boolean {
  return JOINERS.has(text.charAt(at)) && isWordBefore(text, at) && isWordAt(text, at + 1)
}

function isMark(text: string, at: number): boolean {
  return !isBlank(text.charCodeAt(at)) && !isWordAt(text, at)
}
