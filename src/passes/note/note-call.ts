import type { FlowLine } from '../../model/flow.ts'
import { readSiglum, type Siglum } from './siglum.ts'

/** A place in the text that may be a reference mark. Witness offsets; the span is the mark alone. */
export interface CallCandidate {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly siglum: Siglum
  /** How much like a call it looks, from 0 to 1. */
  readonly likeness: number
}

// A mark glued to a word or to punctuation. What follows it is no digit and no letter of a word that
// the mark could be part of.
const GLUED = new RegExp(
  [
    '(?<=[\\p{L}\\p{M}\\p{Pf}\\p{Pe}»”"’.,;:!?…])(?<arabic>\\d{1,3})(?![\\d\\p{L}]|[.,]\\d|[-–]\\p{L}|\\))',
    '(?<=[\\p{L}\\p{M}»”"’.,;:!?…)])(?<paren>\\d{1,3}\\))',
    '(?<=[\\p{Script=Cyrillic}\\p{Script=Greek}»”"’.,;:!?…)])(?<roman>[ivxlc]{1,7})(?![\\p{Ll}\\d]|\\.[\\p{L}\\d])',
    '(?<=[\\p{L}\\p{M}»”"’.,;:!?…)])(?<symbol>[*∗⁎＊†‡§¶]{1,4})(?![\\p{L}\\d])',
    '(?<=[\\p{L}\\p{M}»”"’.,;:!?…)])\\s?(?<boxed>\\[(?:\\d{1,3}|[ivxlc]{1,7})\\])',
  ].join('|'),
  'gu',
)

/** What every line with a call has; most lines have none of it. */
const MAYBE = /[\d*∗⁎＊†‡§¶]|[\u0370-\u052f»”"’.,;:!?…)][ivxlc]/

/** The places in a line that may be reference marks, in order. O(n) in the line. */
export function callsIn(text: string, line: FlowLine): readonly CallCandidate[] {
  const shown = text.slice(line.from, line.to)
  if (!MAYBE.test(shown)) return []
  const found: CallCandidate[] = []
  for (const match of shown.matchAll(GLUED)) {
    const { arabic, paren, roman, symbol, boxed } = match.groups ?? {}
    const mark = arabic ?? paren ?? roman ?? symbol ?? boxed ?? ''
    const siglum = readSiglum(mark.replace(/[[\]()]/gu, ''))
    if (!siglum) continue
    const at = match.index + match[0].length - mark.length
    const likeness = likenessOf(shown, at, mark)
    if (likeness === 0) continue
    const from = line.from + at
    found.push({ from, to: from + mark.length, line: line.line, siglum, likeness })
  }
  return found
}

function likenessOf(shown: string, at: number, mark: string): number {
  const before = shown.slice(0, at)
  const last = before.at(-1) ?? ''
  if (mark.endsWith(')') && !mark.startsWith('[') && hasOpen(before)) return 0
  if (/\p{L}/u.test(last)) return mark.length > 2 && /^\d+$/u.test(mark) ? 0.6 : 0.9
  if (/[.,]/u.test(last)) {
    // `т.1`, `3.5`, `No.1` are no calls; `слово.1` is.
    if (/\d[.,]$/u.test(before)) return 0.3
    if (/(^|[^\p{L}])\p{L}{1,3}\.$/u.test(before)) return 0.4
    return 1
  }
  return 1
}

/** Whether a bracket stands open before the place: then a closing one belongs to it. */
function hasOpen(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}
