import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import {
  habitOf,
  type Pair,
  type QuotationHabit,
  type QuotationMark,
  quotationUnits,
} from './quotation-marks.ts'

const RULE = 'mark/quotation-pair'

/** Finds quotation marks of the wrong member, the wrong pair, without an opening and without an end. */
export const quotationPair: Pass = (view) => {
  const units = quotationUnits(view)
  const habit = habitOf(units)
  if (!habit) return []
  return units.flatMap((unit) => judge(unit, habit, view.reading.text))
}

/** A quotation that stands open, and how it was opened. */
interface Open {
  readonly at: number
  readonly pair: Pair
}

function judge(
  unit: readonly QuotationMark[],
  habit: QuotationHabit,
  text: string,
): readonly Edit[] {
  const pairs = habit
  const edits: Edit[] = []
  const open: Open[] = []
  for (const { at, mark, place } of unit) {
    const role = place === 'unclear' ? roleOf(mark, pairs) : place
    if (role === undefined) continue
    if (role === 'opens') {
      const pair = pairOf(mark, pairs, open.length)
      if (mark !== pair.open) edits.push(wrongMember(at, mark, pair.open, text))
      open.push({ at, pair })
      continue
    }
    const own = pairs.find(({ close }) => close === mark)
    const innermost = open.findLastIndex(({ pair }) => pair === own)
    if (own && innermost >= 0) {
      open.length = innermost
      continue
    }
    const top = open.pop()
    if (!top) {
      if (own ?? roleOf(mark, pairs)) edits.push(unopened(at, mark, text))
    } else if (mark !== top.pair.close) edits.push(wrongMember(at, mark, top.pair.close, text))
  }
  const last = unit.at(-1)
  const left = open.at(-1)
  if (left && last) edits.push(unclosed(left, last, open.length, text))
  return edits
}

function roleOf(mark: string, pairs: readonly Pair[]): 'opens' | 'closes' | undefined {
  if (pairs.some(({ open }) => open === mark)) return 'opens'
  return pairs.some(({ close }) => close === mark) ? 'closes' : undefined
}

/** The pair that a mark in an opening place belongs to: its own, or that of its level. */
function pairOf(mark: string, pairs: readonly Pair[], depth: number): Pair {
  const own = pairs.find(({ open }) => open === mark) ?? pairs.find(({ close }) => close === mark)
  const level = pairs[Math.min(depth, pairs.length - 1)] ?? pairs[0]
  return own ?? level ?? { open: mark, close: mark }
}

function wrongMember(at: number, mark: string, corr: string, text: string): Edit {
  return edit(
    at,
    at + 1,
    corr,
    [corr],
    mark === '"' ? 'medium' : 'high',
    `«${mark}» in ${around(text, at)} is not the mark that the book sets there`,
  )
}

function unopened(at: number, mark: string, text: string): Edit {
  return edit(
    at,
    at + 1,
    '',
    [''],
    'low',
    `the quotation that «${mark}» closes in ${around(text, at)} was not opened`,
  )
}

/** Where a quotation stands open at the end: a second closing mark is due, or it was opened in vain. */
function unclosed(open: Open, last: QuotationMark, depth: number, text: string): Edit {
  const { close } = open.pair
  const rest = text.slice(last.at + 1)
  const atEnd = last.at > open.at && /^[.,;:!?…)]{0,3}(?:\n|$)/u.test(rest)
  if (atEnd && depth === 1) {
    return edit(
      last.at + 1,
      last.at + 1,
      close,
      [close],
      'medium',
      `two quotations end at ${around(text, last.at)} and one is closed`,
    )
  }
  return edit(
    open.at,
    open.at + 1,
    '',
    [''],
    'low',
    `the quotation that opens in ${around(text, open.at)} is not closed`,
  )
}

function around(text: string, at: number): string {
  return `“${text
    .slice(Math.max(0, at - 8), at + 9)
    .replaceAll('\n', ' ')
    .trim()}”`
}

function edit(
  from: number,
  to: number,
  corr: string,
  candidates: readonly string[],
  cert: Certainty,
  why: string,
): Edit {
  return {
    kind: 'edit',
    rule: RULE,
    error: 'quotation',
    from,
    to,
    corr,
    candidates,
    cert,
    evidence: [why],
  }
}
