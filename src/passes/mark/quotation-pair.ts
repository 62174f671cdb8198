import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import {
  habitOf,
  PAIRS,
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
  /** What is read for its mark, if it is a wrong one. */
  readonly edit: Edit | undefined
}

function judge(
  unit: readonly QuotationMark[],
  habit: QuotationHabit,
  text: string,
): readonly Edit[] {
  const edits: Edit[] = []
  const open: Open[] = []
  const pairs = habit
  for (const [i, { at, mark, place }] of unit.entries()) {
    const role = place === 'unclear' ? roleOf(mark, pairs) : place
    if (role === undefined) continue
    if (isForeignPair(unit[i], unit[i + 1], pairs)) continue
    if (isForeignPair(unit[i - 1], unit[i], pairs)) continue
    if (role === 'opens') {
      const pair = pairOf(mark, pairs, open.length)
      open.push({
        at,
        pair,
        edit: mark === pair.open ? undefined : wrongMember(at, mark, pair.open, text),
      })
      continue
    }
    const own = pairs.find(({ close }) => close === mark)
    const innermost = open.findLastIndex(({ pair }) => pair === own)
    if (own && innermost >= 0) {
      edits.push(...editsOf(open.slice(innermost, innermost + 1), true))
      edits.push(...editsOf(open.slice(innermost + 1), false))
      open.length = innermost
      continue
    }
    const top = open.pop()
    if (!top) {
      if (own ?? roleOf(mark, pairs)) edits.push(unopened(at, mark, text))
      continue
    }
    edits.push(...editsOf([top], false))
    if (mark !== top.pair.close) {
      const edit = wrongMember(at, mark, top.pair.close, text)
      // A pair in order may be right, and the others misread.
      const isPair = PAIRS.some(({ open: o, close: c }) => o === text[top.at] && c === mark)
      edits.push(top.edit || isPair ? doubtful(edit) : edit)
    }
  }
  edits.push(...editsOf(open, false))
  const last = unit.at(-1)
  const left = open.at(-1)
  if (left && last) edits.push(unclosed(left, last, open.length, text))
  return edits
}

/** Whether two marks in a row are a pair in order that the book does not set often: another book quoted. */
function isForeignPair(
  one: QuotationMark | undefined,
  next: QuotationMark | undefined,
  own: readonly Pair[],
): boolean {
  if (one?.place !== 'opens' || next?.place !== 'closes') return false
  const isThis = ({ open, close }: Pair): boolean => open === one.mark && close === next.mark
  // One mark for both ends is a wrong mark where the book has it at one end alone.
  if (one.mark === next.mark && roleOf(one.mark, own) !== undefined) return false
  return PAIRS.some(isThis) && !own.some(isThis)
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

/** What is read for marks that open; it is beyond doubt where the other mark of the pair is there. */
function editsOf(open: readonly Open[], closed: boolean): readonly Edit[] {
  return open.flatMap(({ edit }) => (edit ? [closed ? edit : doubtful(edit)] : []))
}

function doubtful(edit: Edit): Edit {
  return { ...edit, cert: 'medium' }
}

function wrongMember(at: number, mark: string, corr: string, text: string): Edit {
  return edit(
    at,
    at + 1,
    corr,
    [corr],
    isAmbiguous(mark, corr) ? 'medium' : 'high',
    `«${mark}» in ${around(text, at)} is not the mark that the book sets there`,
  )
}

/** A mark without direction, and `“` that opens: it may be of an English quotation whose end is wrong. */
function isAmbiguous(mark: string, corr: string): boolean {
  return mark === '"' || (mark === '“' && corr === '„')
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
