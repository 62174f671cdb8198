import type { LaidLine } from './laid-line.ts'
import { beginsInside, beginsSentence, endingOf, type LineEnding } from './line-shape.ts'
import { metricsOf } from './type-width.ts'

/**
 * How full the lines of a text are, as the text itself teaches it: the lines that surely go on, in the
 * middle of a sentence, show how much room the printer leaves.
 */
export interface Fullness {
  /**
   * The share of the column that stays free behind a line when the first word of the next line is set
   * there too; below 0 when that word does not fit.
   */
  room(line: LaidLine): number
  /**
   * How much likelier it is that a paragraph ends with the line than that it goes on, by the room
   * alone, and by how often lines that end so are last ones.
   */
  odds(line: LaidLine): number
  /** More room than this is hardly ever left by a line that goes on. */
  readonly most: number
}

/** Width of a step in which room is counted, where the steps begin, and how many there are. */
const STEP = 0.02
const LEAST = -0.4
const STEPS = 71

/** Last lines leave all amounts of room alike, from this one on. */
const OVERLAP = -0.08

/** Of the lines that go on, so few leave more room than `most`. */
const RARE = 0.02

/** More room than this is never left but by a word that is longer than most. */
const WIDEST = 0.25

/** Widths are learnt from so many lines. */
const LEARNT = 600

/** How much likelier a last line is, where the book shows none that ends so. */
const UNSEEN = 0.5

/** A line whose last characters may call a note. */
const CALLED = /[\p{L}.,;:!?…»”“"’)](?:\d{1,2}|[ivx]{1,4}|[*†‡])$/u

/** A line indented by so many blanks may be set in from both sides. */
const INSET = 3

/** How many lines are taken together to see how wide the column is hereabouts. */
const STRETCH = 48

/** Learns from the lines of a flow how full they are. O(n log n). */
export function fullnessOf(lines: readonly LaidLine[]): Fullness {
  const sure = lines.flatMap((line, i) => (isSureToGoOn(line, lines[i + 1]) ? [i] : []))
  const rooms = roomsOf(lines, sure)
  const inside = histogramOf(sure.map((i) => rooms[i] ?? 0))
  const most = mostOf(inside, sure.length)
  const priors = priorsOf(lines, rooms, most)
  const places = new Map(lines.map((line, i) => [line, i]))
  const room = (line: LaidLine): number => rooms[places.get(line) ?? -1] ?? 0
  return {
    room,
    odds(line) {
      const own = room(line)
      const prior = priors.get(endingOf(line)) ?? UNSEEN
      return (prior * densityOfEnds(own)) / densityInside(inside, own, sure.length)
    },
    most,
  }
}

/** Whether a line goes on in the next for certain: in the middle of a sentence. */
function isSureToGoOn(line: LaidLine, next: LaidLine | undefined): boolean {
  if (!next || next.gap > 0 || next.pageTop || line.text.length < 20) return false
  return endingOf(line) === 'open' && /^\p{Ll}/u.test(next.text)
}

/** The room behind each line, by the metric that fits the lines that go on best. */
function roomsOf(lines: readonly LaidLine[], sure: readonly number[]): readonly number[] {
  const hyphenates = lines.filter(({ hyphen }) => hyphen !== undefined).length > lines.length * 0.02
  const longest = quantile(
    sure.map((i) => lines[i]?.text.length ?? 0),
    0.5,
  )
  const torn = tornAtCalls(lines)
  const insets = insetsOf(lines, new Set(sure))
  let best: readonly number[] = []
  let least = Number.POSITIVE_INFINITY
  const full = sure.flatMap((i) => {
    const { indent, text } = lines[i] ?? { indent: 1, text: '' }
    return indent === 0 && Math.abs(text.length / longest - 1) < 0.15 ? [text] : []
  })
  for (const metric of metricsOf(full.slice(0, LEARNT))) {
    const widths = lines.map((line) => metric.width(line.text) + line.indent * metric.indent)
    const columns = columnsOf(widths, sure, insets)
    // What is printed on one line may stand on several, parted behind calls.
    let printed = 0
    const rooms = lines.map((line, i) => {
      const next = lines[i + 1]
      const column = columns[i] ?? 1
      const width = printed + (widths[i] ?? 0)
      const goesOn = torn && CALLED.test(line.text) && width + (widths[i + 1] ?? 0) < column * 1.02
      printed = goesOn && next?.gap === 0 ? width + metric.blank : 0
      if (!next || isStretched(line, longest) || printed > 0) return LEAST
      return 1 - (width + metric.blank + metric.width(firstPiece(next.text, hyphenates))) / column
    })
    const misfit = quantile(
      sure.map((i) => rooms[i] ?? 0),
      0.9,
    )
    if (misfit < least) {
      least = misfit
      best = rooms
    }
  }
  return best
}

/**
 * Whether an extraction parts lines behind the calls of notes: what stands behind such a line fills up
 * the column with it.
 */
function tornAtCalls(lines: readonly LaidLine[]): boolean {
  let called = 0
  let torn = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const short = line.text.length < line.measure * 0.85
    if (!short || next?.gap !== 0 || next.pageTop || !CALLED.test(line.text)) return
    called++
    const share = (line.text.length + 1 + next.text.length) / line.measure
    if (share > 0.8 && share < 1.08) torn++
  })
  return torn >= 3 && torn * 4 > called
}

/** A justified line with gaps wider than a blank: no last line is stretched. */
function isStretched(line: LaidLine, usual: number): boolean {
  return line.text.length >= usual * 0.9 && (line.text.match(/\S {2,}(?=\S)/gu)?.length ?? 0) >= 2
}

/** What had to fit on the line before: the first word, or its beginning where words are divided. */
function firstPiece(text: string, hyphenates: boolean): string {
  const word = /^\S+/u.exec(text)?.[0] ?? ''
  return hyphenates && /^\p{L}{8}/u.test(word) ? `${word.slice(0, 4)}-` : word
}

/** The width of a full line at each line: that of the book, or of a stretch that is set otherwise. */
function columnsOf(
  widths: readonly number[],
  sure: readonly number[],
  insets: readonly Inset[],
): readonly number[] {
  const usual = quantile(
    sure.map((i) => widths[i] ?? 0),
    0.98,
  )
  const columns: number[] = widths.map(() => usual || Math.max(1, ...widths.slice(0, 100)))
  let next = 0
  for (let from = 0; from < widths.length; from += STRETCH) {
    const own: number[] = []
    for (let i = sure[next]; i !== undefined && i < from + STRETCH; i = sure[next]) {
      own.push(widths[i] ?? 0)
      next++
    }
    const local = quantile(own, 0.95)
    if (own.length < 10 || Math.abs(local / usual - 1) < 0.07) continue
    for (let i = from; i < Math.min(from + STRETCH, widths.length); i++) columns[i] = local
  }
  for (const { from, to } of insets) {
    const own = Math.max(...widths.slice(from, to))
    for (let i = from; i < to; i++) columns[i] = Math.min(own, columns[i] ?? own)
  }
  return columns
}

/** Lines `[from, to)` that are set in alike: their column may be narrower on the right, too. */
interface Inset {
  readonly from: number
  readonly to: number
}

/** The runs of lines that are set in, of which some surely go on. O(n). */
function insetsOf(lines: readonly LaidLine[], sure: ReadonlySet<number>): readonly Inset[] {
  const insets: Inset[] = []
  let from = 0
  let open = 0
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const goesOn = before !== undefined && Math.abs(line.indent - before.indent) <= 1
    if (!goesOn) {
      from = i
      open = 0
    }
    if (sure.has(i) || line.hyphen !== undefined) open++
    const next = lines[i + 1]
    const ends = !next || Math.abs(next.indent - line.indent) > 1
    if (ends && line.indent >= INSET && open >= 2 && i - from >= 2) insets.push({ from, to: i + 1 })
  })
  return insets
}

function histogramOf(rooms: readonly number[]): Float64Array {
  const counts = new Float64Array(STEPS)
  for (const room of rooms) {
    const step = stepOf(room)
    counts[step] = (counts[step] ?? 0) + 1
  }
  return counts
}

function stepOf(room: number): number {
  return Math.min(STEPS - 1, Math.max(0, Math.floor((room - LEAST) / STEP)))
}

function mostOf(inside: Float64Array, all: number): number {
  let above = 0
  for (let step = STEPS - 1; step > stepOf(0); step--) {
    above += inside[step] ?? 0
    if (above > all * RARE) return Math.min(WIDEST, Math.max(0.02, LEAST + (step + 1) * STEP))
  }
  return 0.02
}

/** Smoothed over the neighbours; what was never seen may still happen. */
function densityInside(inside: Float64Array, room: number, all: number): number {
  const step = stepOf(room)
  const near = (inside[step - 1] ?? 0) + (inside[step] ?? 0) + (inside[step + 1] ?? 0)
  return (near / 3 + 0.2) / (all + 0.2 * STEPS)
}

function densityOfEnds(room: number): number {
  return room >= OVERLAP ? STEP / (1 - OVERLAP) : STEP / 100
}

/**
 * For each way in which a line may end: how many of the lines that end so, with a line after them that
 * begins as a sentence does, are last ones, against those that go on.
 */
function priorsOf(
  lines: readonly LaidLine[],
  rooms: readonly number[],
  most: number,
): ReadonlyMap<LineEnding, number> {
  const counts = new Map<LineEnding, { all: number; ended: number; marked: number }>()
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next || next.pageTop || beginsInside(next.text) || !beginsSentence(next.text)) return
    const ending = endingOf(line)
    const count = counts.get(ending) ?? { all: 0, ended: 0, marked: 0 }
    count.all++
    if (next.gap > 0) count.marked++
    else if ((rooms[i] ?? 0) > most) count.ended++
    counts.set(ending, count)
  })
  const visible = (1 - most) / (1 - OVERLAP)
  return new Map(
    [...counts].map(([ending, { all, ended, marked }]) => {
      const ends = Math.min(all, marked + ended / visible)
      return [ending, (ends + 0.2) / (all - ends + 1)]
    }),
  )
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
