import type { Boundary } from './block-boundary.ts'
import type { Fullness } from './fullness.ts'
import { itemLabel } from './item-label.ts'
import type { LaidLine } from './laid-line.ts'
import { beginsInside, beginsSentence, endingOf, isCentred, type LineEnding } from './line-shape.ts'
import { type ParagraphHabit, textColumn } from './paragraph-habit.ts'

/** So many lines about a line are looked at. */
const NEAR = 8

/** What has to be remembered of the block that is open. */
interface Open {
  /** Where its text stands if it is an item whose later lines hang. */
  readonly column: number | undefined
  /** Whether it began with the number of a section. */
  readonly numbered: boolean
  /** Of its first line. */
  readonly indent: number
  /** Of the last label that a block began with. */
  readonly value: number | undefined
}

/**
 * Where blocks begin in a book whose marks can be trusted: blank lines, indents, hanging lines. Where
 * a book marks none of its paragraphs, or a page begins, the room behind the line before tells. O(n).
 */
export function signedBoundaries(
  lines: readonly LaidLine[],
  habit: ParagraphHabit,
  sections: ReadonlySet<LaidLine>,
): readonly Boundary[] {
  const boundaries: Boundary[] = []
  let open: Open = { column: undefined, numbered: false, indent: 0, value: undefined }
  lines.forEach((line, i) => {
    const boundary = lines[i - 1]
      ? judge(lines, i, habit, open, sections)
      : { begins: true, why: 'the flow begins here' }
    boundaries.push(boundary)
    const column = habit.itemsHang ? textColumn(line) : undefined
    const value = itemLabel(line.text)?.value ?? open.value
    if (boundary.begins) open = { column, numbered: sections.has(line), indent: line.indent, value }
    // The second line of an item shows where its text stands.
    else if (open.column !== undefined && line.indent > open.indent + 1) {
      open = { ...open, column: line.indent }
    }
  })
  return boundaries
}

function judge(
  lines: readonly LaidLine[],
  i: number,
  habit: ParagraphHabit,
  open: Open,
  sections: ReadonlySet<LaidLine>,
): Boundary {
  const line = lines[i]
  const before = lines[i - 1]
  if (!line || !before) return { begins: true, why: 'the flow begins here' }
  const ending = endingOf(before)
  const { fullness } = habit
  const short = fullness.room(before) > fullness.most
  if (ending === 'hyphen') return goesOn('the line before ends in a hyphen')
  if (sections.has(line)) return begins('it has the next number of the sections')
  const inside = beginsInside(line.text) && ending === 'open' && (!short || line.pageTop)
  const label = itemLabel(line.text)
  if (label?.style === 'bullet') return begins('it begins with a bullet')
  const counted = label !== undefined && label.value > 0 && label.value === (open.value ?? 0) + 1
  if (counted && ending !== 'open') return begins('its label follows that of the item before')
  if (line.gap > 0 && !line.pageTop) {
    const full =
      habit.gapsLie &&
      ending === 'open' &&
      fullness.room(before) < 0 &&
      line.gap === 1 &&
      !label &&
      isTextLine(before, habit)
    if (open.numbered) return begins('the title above it ends')
    const flush = line.gap === 1 && line.indent < (habit.indent ?? 0) * 0.55
    const lies = habit.gapsLie && flush && !short && isTextLine(before, habit)
    return (inside || full || lies) && line.indent <= before.indent + 1
      ? goesOn('it begins in the middle of a sentence')
      : begins('a blank line stands before it')
  }
  if (inside) return goesOn('it begins in the middle of a sentence')
  const ends =
    open.numbered && !line.pageTop
      ? endsTitle(line, ending, fullness.room(before), fullness.most, isFull(line, fullness))
      : undefined
  if (ends !== undefined) {
    return ends ? begins('the title above it ends') : goesOn('the title goes on')
  }
  if (open.column !== undefined) {
    if (isFirstBelowItem(lines, i, open.column, habit))
      return begins('it is indented, and the next line is not')
    if (Math.abs(line.indent - open.column) <= 1)
      return goesOn('it stands under the text of the item')
    if (line.indent < open.column - 1)
      return begins('it stands further out than the item before it')
  }
  const hung = isHung(before, line, habit)
  if (hung) return hung
  if (isBelowFirst(before, line, habit)) {
    return goesOn('it follows a first line that is indented further')
  }
  const [centred, above] = [isCentredAt(lines, i), isCentredAt(lines, i - 1)]
  if (centred && above && !line.pageTop) return goesOn('it is centred like the line before')
  if (centred || above) return begins(centred ? 'it is centred' : 'the line before is centred')
  const first = isFirst(lines, i, habit, short)
  if (first !== undefined) return first
  return unsigned(before, line, habit)
}

/** Whether a line is indented as a first line is; undefined where the indent tells nothing. */
function isFirst(
  lines: readonly LaidLine[],
  i: number,
  { indent }: ParagraphHabit,
  short: boolean,
): Boundary | undefined {
  const line = lines[i]
  const before = lines[i - 1]
  const next = lines[i + 1]
  if (!line || !before || indent === undefined) return undefined
  if (line.indent < Math.max(1.5, indent * 0.55)) return undefined
  if (line.indent > before.indent + 1) return begins('it is indented')
  const further = next !== undefined && line.indent > next.indent + 1
  if (line.indent < before.indent - 1) {
    const first = further && Math.abs(line.indent - indent) <= 1.5
    return first ? begins('it is indented, and the next line is not') : undefined
  }
  const ended = endingOf(before) !== 'open'
  if (short || (further && ended)) return begins('it is indented')
  return ended && !isInset(lines, i)
    ? begins('it is indented like the paragraph of one line before it')
    : goesOn('the line before is full, and indented like it')
}

/** Whether a paragraph that hangs begins or goes on; undefined where a book has none. */
function isHung(before: LaidLine, line: LaidLine, { hang }: ParagraphHabit): Boundary | undefined {
  if (hang === undefined) return undefined
  if (line.indent < hang * 0.5) return begins('it stands further out than lines that go on')
  const further = line.indent - before.indent
  if (further <= -hang * 0.6 && line.indent <= hang * 3) {
    return begins('it stands further out than the line before')
  }
  const like = Math.abs(further) <= 1 || Math.abs(further - hang) <= 1
  return like || line.indent <= hang + 1 ? goesOn('it hangs as lines do that go on') : undefined
}

/** Whether a line is centred: lines of other lengths about it are not indented like it. */
function isCentredAt(lines: readonly LaidLine[], i: number): boolean {
  const line = lines[i]
  if (!line || !isCentred(line)) return false
  const isAligned = (other: LaidLine | undefined, gap: number): boolean =>
    other !== undefined &&
    gap === 0 &&
    Math.abs(other.indent - line.indent) <= 1 &&
    (Math.abs(other.text.length - line.text.length) > 6 || line.text.length > line.measure * 0.6)
  return !isAligned(lines[i - 1], line.gap) && !isAligned(lines[i + 1], lines[i + 1]?.gap ?? 1)
}

/** Whether a line is full and indented at most as first lines are. */
function isTextLine(line: LaidLine, { indent = 0 }: ParagraphHabit): boolean {
  return line.indent <= indent + 2 && line.text.length > line.measure * 0.8
}

/** Whether a line goes on in text that is set in: its first line is indented further by an indent. */
function isBelowFirst(before: LaidLine, line: LaidLine, { indent }: ParagraphHabit): boolean {
  if (indent === undefined || line.indent < 1.5 || line.gap > 0) return false
  const step = before.indent - line.indent
  return Math.abs(step - indent) <= 1.5 && before.text.length > before.measure * 0.6
}

/**
 * Whether a line below an item is the first of a paragraph: indented as first lines are, with the next
 * line at the margin, where the text of the item stands at about the same indent.
 */
function isFirstBelowItem(
  lines: readonly LaidLine[],
  i: number,
  column: number,
  { indent }: ParagraphHabit,
): boolean {
  const line = lines[i]
  const next = lines[i + 1]
  if (!line || !next || indent === undefined || next.gap > 0 || itemLabel(next.text)) return false
  if (line.indent < Math.max(1.5, indent * 0.55) || next.indent >= indent * 0.55) return false
  const [own, other] = [Math.abs(line.indent - indent), Math.abs(line.indent - column)]
  return own <= other && next.indent < column - 1
}

/** Whether lines about a line are all indented like it, and some of them surely go on in the next. */
function isInset(lines: readonly LaidLine[], i: number): boolean {
  const indent = lines[i]?.indent ?? 0
  const isLike = (at: number): boolean => Math.abs((lines[at]?.indent ?? -9) - indent) <= 1
  for (let at = i - 1; at > i - NEAR && isLike(at); at--) if (isOpen(lines, at)) return true
  for (let at = i; at < i + NEAR && isLike(at + 1); at++) if (isOpen(lines, at)) return true
  return false
}

/** Whether a line goes on in the next, which is indented like it. */
function isOpen(lines: readonly LaidLine[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || Math.abs(line.indent - next.indent) > 1 || next.gap > 0) return false
  return endingOf(line) === 'hyphen' || (endingOf(line) === 'open' && beginsInside(next.text))
}

/** Whether a line fills its column. */
function isFull(line: LaidLine, fullness: Fullness): boolean {
  if (line.text.length > line.measure * 0.88 || line.hyphen !== undefined) return true
  return fullness.room(line) <= fullness.most && line.text.length > line.measure * 0.7
}

/** Whether a title ends with a line, as far as the line tells. Titles are set larger than the text. */
function endsTitle(
  line: LaidLine,
  ending: LineEnding,
  room: number,
  most: number,
  isFull: boolean,
): boolean | undefined {
  if (beginsInside(line.text)) return false
  if (ending === 'sentence') return room > 0.04 ? true : undefined
  if (ending !== 'open') return undefined
  // The second line of a title is short; where it is full, the text begins with it.
  if (room > most && isFull) return true
  return room < 0.45 ? false : undefined
}

/** By the room alone, where nothing marks the line. */
function unsigned(before: LaidLine, line: LaidLine, habit: ParagraphHabit): Boundary {
  const { fullness, indented, marked } = habit
  if (!beginsSentence(line.text)) {
    const ended = endingOf(before) === 'sentence' && marked < 0.5
    return ended && fullness.room(before) > Math.max(fullness.most, 0.2)
      ? begins('the line before ends a sentence and is short')
      : goesOn('it does not begin a sentence')
  }
  // Short lines that end no sentence, one after another, are the lines of a title or of a list.
  const next = endingOf(line) === 'open' && fullness.room(line) > Math.max(fullness.most, 0.1)
  if (next && endingOf(before) === 'open') return goesOn('both lines are short and end no sentence')
  // A blank line before the top of a page was lost with the page.
  const unmarked = line.pageTop ? 1 - indented : 1 - marked
  const odds = fullness.odds(before) * Math.max(0.004, unmarked)
  return odds > 1
    ? begins('the line before leaves room for the first word of this one')
    : goesOn('the line before is full')
}

function begins(why: string): Boundary {
  return { begins: true, why }
}

function goesOn(why: string): Boundary {
  return { begins: false, why }
}
