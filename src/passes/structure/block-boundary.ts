import { quotationOf } from './block-quotation.ts'
import { withDropCapitals } from './drop-capital.ts'
import { type ItemLabel, itemLabel } from './item-label.ts'
import type { LaidLine } from './laid-line.ts'
import { beginsInside, beginsSentence, endingOf, fill, type LineEnding } from './line-shape.ts'
import type { ParagraphHabit } from './paragraph-habit.ts'
import { signedBoundaries } from './signed-boundary.ts'

/** Whether a block begins at a line, and what tells. */
export interface Boundary {
  readonly begins: boolean
  readonly why: string
}

/** A line shorter than this share of the column ends something. */
const SHORT = 0.75

/** Where so many paragraphs are indented, the indent tells, whatever the blank lines say. */
const INDENTED = 0.8

/** No paragraph that is one quotation has more UTF-16 units: a closing mark was lost. */
const QUOTED = 8000

/**
 * Where blocks begin in a flow.
 *
 * Blank lines lie: they stand inside paragraphs, mostly after a first line, and are missing between
 * others. So each line is judged by how the one before it ends, how full that is, how it begins
 * itself, its indent, and only then by the blank lines between. O(n).
 */
export function boundariesOf(
  lines: readonly LaidLine[],
  habit: ParagraphHabit,
  sections: ReadonlySet<LaidLine>,
): readonly Boundary[] {
  const signed = !habit.gapsLie || habit.indented > INDENTED || habit.hang !== undefined
  const boundaries = signed
    ? signedBoundaries(lines, habit, sections)
    : unsignedBoundaries(lines, habit, sections)
  return withDropCapitals(lines, boundaries)
}

function unsignedBoundaries(
  lines: readonly LaidLine[],
  habit: ParagraphHabit,
  sections: ReadonlySet<LaidLine>,
): readonly Boundary[] {
  const boundaries: Boundary[] = []
  const state: State = { quoted: '', last: undefined }
  let numbered = false
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const next = lines[i + 1]
    const boundary = before
      ? (besideTitle(line, sections, numbered) ??
        judge(before, line, next, lines[i + 2], habit, state))
      : begins('the flow begins here')
    boundaries.push(boundary)
    if (boundary.begins) numbered = sections.has(line)
    remember(state, line, boundary.begins)
  })
  return boundaries
}

/** What a numbered title tells: a block begins with it, and another below the white behind it. */
function besideTitle(
  line: LaidLine,
  sections: ReadonlySet<LaidLine>,
  below: boolean,
): Boundary | undefined {
  if (sections.has(line)) return begins('it has the next number of the sections')
  return below && line.gap > 0 ? begins('the title above it ends') : undefined
}

/** What has to be remembered from line to line. */
interface State {
  /** The text of the paragraph so far while it is a quotation that has not closed yet. */
  quoted: string
  /** The label of the last block that had one. */
  last: ItemLabel | undefined
}

function remember(state: State, line: LaidLine, begins: boolean): void {
  if (begins) state.last = itemLabel(line.text) ?? state.last
  const before = begins ? '' : state.quoted
  const text = before !== '' || begins ? `${before}${before && ' '}${line.text}` : ''
  state.quoted = text.length > QUOTED || quotationOf(text) === 'none' ? '' : text
}

function judge(
  before: LaidLine,
  line: LaidLine,
  next: LaidLine | undefined,
  afterNext: LaidLine | undefined,
  habit: ParagraphHabit,
  state: State,
): Boundary {
  const { quoted } = state
  const ending = endingOf(before)
  if (ending === 'hyphen') return goesOn('the line before ends in a hyphen')
  const label = itemLabel(line.text)
  const parted = line.gap > 0
  if (label && startsItem(before, line, ending, state))
    return begins('a label after an ended clause')
  if (line.pageTop && isSetOff(line, next))
    return begins('a short line begins the page, and white follows')
  if (line.gap > 0 && line.text.startsWith('(') && isShort(before)) {
    return begins('a bracket opens after a short line and a blank one')
  }
  const ended = ending === 'sentence' && line.gap > 0 && !line.pageTop && isShort(before)
  if (beginsInside(line.text) && !ended && (ending === 'open' || ending === 'sentence')) {
    return goesOn('it begins in the middle of a sentence')
  }
  const full = !isShort(before)
  if (quoted !== '' && ending !== 'colon' && beginsSentence(line.text) && isClosed(quoted)) {
    return begins('the line before ends a quotation that stands by itself')
  }
  if (ending === 'open' && full && !(line.gap > 1 && !line.pageTop)) {
    return goesOn('the line before is full and leaves its sentence open')
  }
  if (isIndented(before, line, next, habit) && ending !== 'open') return begins('it is indented')
  if (line.pageTop) return atPageTop(before, line, ending, habit)
  if (parted) {
    return beginsInside(line.text) && !ended && ending !== 'colon' && ending !== 'semicolon'
      ? goesOn('it begins in the middle of a sentence')
      : begins('a blank line stands before it')
  }
  return withoutBlank(before, line, next, afterNext, ending, habit)
}

/** Whether a quotation has closed with its sentence, or with its source in brackets. */
function isClosed(quoted: string): boolean {
  return /[.!?…)\]]["»”]?(?:\d{1,3}|[ivxl]+)?$/u.test(quoted) && quotationOf(quoted) === 'closed'
}

function isShort(line: LaidLine): boolean {
  return line.text.length < line.measure * SHORT
}

/** Whether a line at the top of a page is short, begins with a capital and has white or another such line below it. */
function isSetOff(line: LaidLine, next: LaidLine | undefined): boolean {
  if (!isShort(line) || !beginsSentence(line.text) || /[.,;:!?]$/u.test(line.text)) return false
  return (
    next === undefined ||
    next.pageTop ||
    next.gap > 0 ||
    (isShort(next) && !/[.,;]$/u.test(next.text))
  )
}

function startsItem(before: LaidLine, line: LaidLine, ending: LineEnding, state: State): boolean {
  const label = itemLabel(line.text)
  const { last } = state
  const follows =
    label !== undefined &&
    label.style === last?.style &&
    (label.value === 0 || label.value === last.value + 1)
  if (ending === 'open') return follows && isShort(before)
  if (line.gap > 0 || isShort(before) || before.indent > line.indent + 1) return true
  return follows && label.value > 0
}

/**
 * Whether a line is indented as a first line is: further than the line before or after it. Lines that
 * are all indented alike make a block quotation or a list, and the habit says nothing of them.
 */
function isIndented(
  before: LaidLine,
  line: LaidLine,
  next: LaidLine | undefined,
  habit: ParagraphHabit,
): boolean {
  if (habit.indent === undefined) return line.indent >= 1 && !line.pageTop && line.gap === 0
  if (line.indent < habit.indent - 1) return false
  const further =
    line.indent > before.indent + 1 || (next !== undefined && line.indent > next.indent + 1)
  return further || (isShort(before) && Math.abs(line.indent - habit.indent) <= 1)
}

/** At the top of a page there is no blank line to go by. */
function atPageTop(
  before: LaidLine,
  line: LaidLine,
  ending: LineEnding,
  habit: ParagraphHabit,
): Boundary {
  if (beginsInside(line.text)) {
    return ending === 'semicolon' || ending === 'colon'
      ? begins('the page before ends in a clause')
      : goesOn('it begins in the middle of a sentence')
  }
  if (ending === 'colon') return begins('the page before ends in a colon')
  if (ending !== 'open' && habit.indent !== undefined) return goesOn('it is not indented')
  const filled = fill(before, line)
  return filled <= 0.975
    ? begins('the last line of the page before is not full')
    : goesOn('the last line of the page before is full')
}

function withoutBlank(
  before: LaidLine,
  line: LaidLine,
  next: LaidLine | undefined,
  afterNext: LaidLine | undefined,
  ending: LineEnding,
  habit: ParagraphHabit,
): Boundary {
  const short = isShort(before)
  if (ending === 'open') {
    if (short && beginsSentence(line.text) && (isFullLine(line) || isBrokenOff(line, next))) {
      return begins('the line before is a short one without a full stop, and this one is full')
    }
    return goesOn('no blank line parts them')
  }
  if (ending === 'colon') {
    return /^[«“„"]/u.test(line.text) && fill(before, line) < 1.06
      ? begins('a quotation begins after a colon and a short line')
      : goesOn('no blank line parts them')
  }
  if (ending === 'semicolon') {
    return short
      ? begins('the line before ends a clause and is short')
      : goesOn('no blank line parts them')
  }
  if (!beginsSentence(line.text)) return goesOn('it does not begin a sentence')
  if (habit.indent !== undefined && !isBrokenOff(line, next)) {
    return short && afterNext !== undefined && before.text.length < before.measure * 0.5
      ? begins('the line before ends a sentence and is short')
      : goesOn('it is not indented')
  }
  if (isBrokenOff(line, next))
    return begins('a blank line follows inside its own sentence, as after a first line')
  return fill(before, line) < 0.9
    ? begins('the line before ends a sentence and is short')
    : goesOn('the line before is full')
}

function isFullLine(line: LaidLine): boolean {
  return line.text.length >= line.measure * 0.85
}

/** Whether a blank line follows that breaks the sentence of this line off: it often stands after a first line. */
function isBrokenOff(line: LaidLine, next: LaidLine | undefined): boolean {
  if (!next || next.pageTop || next.gap === 0) return false
  const ending = endingOf(line)
  if (ending === 'hyphen') return true
  return ending === 'open' && (beginsInside(next.text) || !isShort(line))
}

function begins(why: string): Boundary {
  return { begins: true, why }
}

function goesOn(why: string): Boundary {
  return { begins: false, why }
}
