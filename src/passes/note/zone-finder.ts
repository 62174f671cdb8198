import type { FlowLine } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'
import { CallIndex } from './call-index.ts'
import { bodiesIn, callsBearing, endsSentence, type IsCalled } from './note-body.ts'
import type { CallCandidate } from './note-call.ts'
import { matchNotes } from './note-match.ts'
import { groupByPage, type PageLines, textOf } from './note-page.ts'
import type { NoteZone } from './note-zone.ts'
import { countsAnew, isExpected, isMarked, type OpenZone } from './open-zone.ts'
import { answers, isFirst, isNext, labelOf, type PlacedSiglum, type Siglum } from './siglum.ts'
import { isClose, isNotesTitle, isOpen, isRule, isRuleOfBlanks, isTitleLike } from './zone-line.ts'

/** No title over notes is longer. */
const TITLE = 40
/** The first note stands so many lines below the title at most: the title of a chapter may come between. */
const BELOW_TITLE = 3
/** A call that looks less like one says nothing about where notes begin. */
const LIKELY = 0.35
/** One that looks so much like one is hardly anything else. */
const SURE = 0.45
/** How many lines of a page are looked at for the next label. */
const AHEAD = 30
/** A form of labels is the book's own when so many pages have notes of it without a blank line before. */
const HABIT = 3

/** Finds where notes stand: at the foot of pages, and under headings or separators after articles. */
export function findZones(
  view: View,
  pages: readonly PageLines[],
  calls: readonly CallCandidate[],
): readonly NoteZone[] {
  const finder = new ZoneFinder(view, pages, calls)
  for (const page of pages) finder.look(page)
  return finder.finish()
}

interface ZoneStart {
  readonly first: number
  readonly by: 'separator' | 'label'
  readonly rule: Span | undefined
}

class ZoneFinder {
  readonly #view: View
  readonly #index: CallIndex
  readonly #onPage: readonly (readonly CallCandidate[])[]
  readonly #titles: ReadonlySet<string>
  /** Forms of labels that open notes without white above them. */
  readonly #bare: ReadonlySet<string>
  readonly #zones: NoteZone[] = []
  #open: OpenZone | undefined
  /** Where the last endnotes ended: calls before it are theirs. */
  #since = 0

  constructor(view: View, pages: readonly PageLines[], calls: readonly CallCandidate[]) {
    this.#view = view
    this.#index = new CallIndex(calls)
    this.#onPage = groupByPage(pages, calls)
    this.#titles = new Set(view.language.headings.notes)
    this.#bare = this.#bareForms(pages)
  }

  look(page: PageLines): void {
    const from = this.#take(page.lines)
    if (this.#open) return
    const heading = this.#headingOn(page, from)
    if (heading !== undefined) {
      const rule = page.lines[heading + 1]
      const printed = rule && isRule(textOf(this.#view, rule)) ? rule : undefined
      const lines = page.lines.slice(heading + (printed ? 2 : 1))
      this.#begin(
        { page: page.index, by: 'heading', rule: printed, form: this.#firstLabel(lines)?.form },
        lines,
      )
      return
    }
    const start = this.#separatorOn(page, from) ?? this.#labelOn(page, from)
    if (!start) return
    const lines = page.lines.slice(start.first)
    const zone = {
      page: page.index,
      by: start.by,
      rule: start.rule,
      form: this.#firstLabel(lines)?.form,
    }
    if (start.by === 'separator' && this.#endsArticle(page, lines)) this.#begin(zone, lines)
    else this.#zones.push({ ...zone, scope: 'page', anew: new Set(), lines })
  }

  finish(): readonly NoteZone[] {
    this.#close()
    return this.#zones
  }

  #begin(zone: Omit<NoteZone, 'lines' | 'scope' | 'anew'>, lines: readonly FlowLine[]): void {
    const from = this.#since
    const to = lines[0]?.from ?? Infinity
    const isCalled: IsCalled = (siglum) => this.#index.has(siglum, from, to, LIKELY)
    const first = this.#firstLabel(lines)?.siglum
    const calls = first ? this.#index.between([first], from, to) : []
    const restarts = calls.filter((call) => call.likeness >= SURE).length
    this.#open = {
      ...zone,
      scope: 'article',
      lines: [],
      anew: new Set(),
      expected: undefined,
      isCalled,
      restarts,
    }
    this.#take(lines)
  }

  /** Gives the open zone those of the first lines that carry it on, and says how many they are. */
  #take(lines: readonly FlowLine[]): number {
    const open = this.#open
    if (!open) return 0
    let taken = 0
    for (const [i, line] of lines.entries()) {
      if (!this.#carriesOn(open, lines, i)) break
      taken++
      const label = labelOf(textOf(this.#view, line), open.form)
      if (label && isExpected(open, label) && !this.#isSection(open, lines, i, label)) {
        if (isFirst(label.siglum)) open.restarts--
        open.expected = label.siglum
      } else if (this.#isSubheading(open, lines, i) || this.#belowSubheading(open, lines, i)) {
        open.anew.add(lines[i + 1]?.line ?? 0)
        continue
      }
      open.lines.push(line)
    }
    if (taken < lines.length || lines.length === 0) this.#close()
    return taken
  }

  #close(): void {
    const open = this.#open
    if (open && open.lines.length > 0 && open.expected !== undefined) {
      this.#zones.push(open)
      this.#since = open.lines[0]?.from ?? this.#since
    }
    this.#open = undefined
  }

  #carriesOn(open: OpenZone, lines: readonly FlowLine[], i: number): boolean {
    const line = lines[i]
    const atTop = i === 0
    if (!line) return false
    const last = open.lines.at(-1)
    if (last === undefined) return true
    const text = textOf(this.#view, line)
    const label = labelOf(text, open.form)
    const white = line.line > last.line + 1
    if (label && isExpected(open, label) && !this.#isSection(open, lines, i, label)) {
      // A number at a page top or below white may be that of a section.
      if (isMarked(label.form) || !(atTop || white) || open.isCalled(label.siglum)) return true
    }
    if (isOpen(textOf(this.#view, last))) return true
    if (this.#isSubheading(open, lines, i)) return true
    if (this.#belowSubheading(open, lines, i)) return true
    if (atTop && !/^\p{Ll}/u.test(text)) return this.#goesOnBelow(open, lines)
    return line.line - last.line <= 2 || !isTitleLike(text, this.#view.survey.measure)
  }

  /** Whether a line that would begin to count anew is the title of a section, above white. */
  #isSection(open: OpenZone, lines: readonly FlowLine[], i: number, at: PlacedSiglum): boolean {
    const [line, next] = lines.slice(i, i + 2)
    if (!line || next?.line === line.line + 1 || !countsAnew(open, at)) return false
    return isTitleLike(textOf(this.#view, line), this.#view.survey.measure)
  }

  /** Whether the next label of an open zone, called, stands further down a page. */
  #goesOnBelow(open: OpenZone, lines: readonly FlowLine[]): boolean {
    const { expected, form, isCalled } = open
    return (
      expected !== undefined &&
      lines.slice(0, AHEAD).some((line) => {
        const label = labelOf(textOf(this.#view, line), form)
        if (!label || label.form !== form) return false
        if (!isNext(expected, label.siglum)) return false
        return isMarked(label.form) || isCalled(label.siglum)
      })
    )
  }

  /** Whether a line is a title among endnotes: the next label begins to count anew. */
  #isSubheading(open: OpenZone, lines: readonly FlowLine[], i: number): boolean {
    if (open.by !== 'heading') return false
    const last = open.lines.at(-1)
    if (last && !endsSentence(textOf(this.#view, last))) return false
    // A title may be as wide as the column; the second line of one may begin with a small letter.
    const titles = [1, 2].find((count) => this.#opensAnew(open, lines, i + count)) ?? 0
    const title = lines[i]
    if (titles === 0 || !title) return false
    const text = textOf(this.#view, title)
    if (isTitleLike(text, this.#view.survey.measure * 1.5)) return true
    // Between white, above and below, a title may end with any mark.
    const [line, below] = lines.slice(i + titles - 1, i + titles + 1)
    if (!last || !line || title.line <= last.line + 1) return false
    return below?.line !== line.line + 1 && /^[\p{Lu}\p{N}«“"]/u.test(text)
  }

  /** Whether a line is the second one of a title among endnotes. */
  #belowSubheading(open: OpenZone, lines: readonly FlowLine[], i: number): boolean {
    return (
      i > 0 &&
      !this.#opensAnew(open, lines, i) &&
      this.#opensAnew(open, lines, i + 1) &&
      this.#isSubheading(open, lines, i - 1)
    )
  }

  /** Whether a line bears a first label to go on with; two of its calls, or any below white, may be lost. */
  #opensAnew(open: OpenZone, lines: readonly FlowLine[], i: number): boolean {
    const [above, line] = [lines[i - 1], lines[i]]
    const label = line && labelOf(textOf(this.#view, line))
    if (!label || label.form !== open.form || !isFirst(label.siglum)) return false
    const white = above !== undefined && line.line > above.line + 1
    return open.restarts > -2 || isMarked(label.form) || (white && label.siglum.style === 'letter')
  }

  /** The label that opens the notes: the first of a sequence, or what the first line begins with. */
  #firstLabel(lines: readonly FlowLine[]): PlacedSiglum | undefined {
    for (const line of lines.slice(0, BELOW_TITLE + 1)) {
      const label = labelOf(textOf(this.#view, line))
      if (label && isFirst(label.siglum)) return label
    }
    const first = lines[0]
    return first && labelOf(textOf(this.#view, first))
  }

  /** The line of a heading of the language's own for notes that notes follow, or undefined. */
  #headingOn({ lines }: PageLines, from: number): number | undefined {
    for (let i = from; i < lines.length; i++) {
      const line = lines[i]
      if (!line || line.to - line.from > TITLE) continue
      if (isNotesTitle(textOf(this.#view, line), this.#titles) && this.#opensNotes(lines, i))
        return i
    }
    return undefined
  }

  /** Whether the first label of a sequence stands below a title, and one further up bears it as a call. */
  #opensNotes(lines: readonly FlowLine[], title: number): boolean {
    const at = lines[title]?.from ?? 0
    const below = lines.slice(title + 1, title + 2 + BELOW_TITLE)
    // Where the page ends with the title nothing can be seen.
    if (below.length === 0) return true
    for (const line of below) {
      const text = textOf(this.#view, line)
      const label = labelOf(text)
      if (label && isFirst(label.siglum) && this.#isCalled(label.siglum, at)) return true
      if (!isTitleLike(text, this.#view.survey.measure)) return false
    }
    return false
  }

  /** Whether a call bears a siglum between the last endnotes and an offset. */
  #isCalled(siglum: Siglum, before: number): boolean {
    return this.#index.has(siglum, this.#since, before, LIKELY)
  }

  /** The first line after a separator: a rule, or the blanks that a rule left, and a note below it. */
  #separatorOn({ lines, index }: PageLines, from: number): ZoneStart | undefined {
    const { witness } = this.#view
    for (let i = from; i < lines.length; i++) {
      const line = lines[i]
      if (!line) break
      const next = lines[i + 1]
      if (next && isRule(textOf(this.#view, line)) && this.#mayBeNote(next, index)) {
        return { first: i + 1, by: 'separator', rule: { from: line.from, to: line.to } }
      }
      const before = lines[i - 1]?.line ?? line.line
      for (let n = line.line - 1; n > before; n--) {
        if (isRuleOfBlanks(witness.text, witness.lines.from(n), witness.lines.to(n))) {
          return { first: i, by: 'separator', rule: undefined }
        }
      }
    }
    return undefined
  }

  /** Whether a line below a rule begins a note, or carries on one of the page before. */
  #mayBeNote(line: FlowLine, page: number): boolean {
    return labelOf(textOf(this.#view, line)) !== undefined || this.#carried(page) !== undefined
  }

  /** The last line of the notes of the page before, if there are any. */
  #carried(page: number): FlowLine | undefined {
    const last = this.#zones.at(-1)
    return last !== undefined && last.page === page - 1 ? last.lines.at(-1) : undefined
  }

  /**
   * Where no rule parts them, the notes begin at the first label below white from which on every note
   * of the page is called above. Without white it must be of a form that the book uses so. A note of
   * the page before may be carried on first.
   */
  #labelOn(page: PageLines, from: number): ZoneStart | undefined {
    const { lines, index } = page
    const calls = this.#onPage[index] ?? []
    const last = this.#carried(index)
    const open = last !== undefined && isOpen(textOf(this.#view, last))
    for (let i = Math.max(1, from); i < lines.length; i++) {
      const line = lines[i]
      const before = lines[i - 1]
      if (!line || !before) continue
      const text = textOf(this.#view, line)
      const white = line.line > before.line + 1
      const placed = labelOf(text)
      // A letter that opens no sequence is a word.
      const isWord = placed?.siglum.style === 'letter' && !isFirst(placed.siglum)
      const label = isWord ? undefined : placed
      const start: ZoneStart = { first: i, by: 'label', rule: undefined }
      const isBare = label && this.#bare.has(label.form) && !this.#inList(page, i, label)
      if (label && (white || isBare) && this.#isFootOfNotes(page, i, calls)) return start
      const middle = /^\p{Ll}/u.test(text) || isClose(lines, i)
      if (white && open && middle && !label && this.#carriesFoot(page, i, calls)) return start
    }
    return undefined
  }

  /** Whether a label goes on with a list: the one before it in the sequence stands above. */
  #inList({ lines }: PageLines, at: number, { siglum, form }: PlacedSiglum): boolean {
    return lines.slice(Math.max(0, at - AHEAD), at).some((line) => {
      const label = labelOf(textOf(this.#view, line))
      return label?.form === form && isNext(label.siglum, siglum)
    })
  }

  /** Whether all lines from `first` on are notes that calls above them on the page bear, in order. */
  #isFootOfNotes(page: PageLines, first: number, calls: readonly CallCandidate[]): boolean {
    const [line, next] = page.lines.slice(first, first + 2)
    if (!line) return false
    // A numbered title stands above white.
    const white = next !== undefined && next.line > line.line + 1
    if (white && isTitleLike(textOf(this.#view, line), this.#view.survey.measure)) return false
    const zone = this.#zoneFrom(page, first)
    const above = calls.filter((call) => call.from < line.from && call.likeness > LIKELY)
    const { bodies, carriedOn } = bodiesIn(this.#view, zone, callsBearing(above), () => page.index)
    return (
      carriedOn.length === 0 &&
      bodies.length > 0 &&
      matchNotes(bodies, above).every((at) => at >= 0)
    )
  }

  /** Whether the lines from `first` on carry on a note, up to the page's end or to notes that are called. */
  #carriesFoot(page: PageLines, first: number, calls: readonly CallCandidate[]): boolean {
    const { lines } = page
    for (let i = first + 1; i < lines.length; i++) {
      const here = lines[i]
      const above = lines[i - 1]
      if (!here || !above) continue
      const label = labelOf(textOf(this.#view, here))
      if (label && this.#isFootOfNotes(page, i, calls)) return true
      if (here.line > above.line + 1 && !label) return false
    }
    return true
  }

  #zoneFrom({ lines, index }: PageLines, first: number): NoteZone {
    const own = lines.slice(first)
    const form = own[0] && labelOf(textOf(this.#view, own[0]))?.form
    const rule = undefined
    return { lines: own, page: index, by: 'label', rule, scope: 'page', anew: new Set(), form }
  }

  /** The forms of labels that open the notes of several pages with no white above. */
  #bareForms(pages: readonly PageLines[]): ReadonlySet<string> {
    const counts = new Map<string, number>()
    for (const page of pages) {
      const calls = this.#onPage[page.index] ?? []
      if (calls.length === 0) continue
      for (let i = 1; i < page.lines.length; i++) {
        const line = page.lines[i]
        const label = line && labelOf(textOf(this.#view, line))
        if (!label || !line || !calls.some((call) => answers(label.siglum, call.siglum))) continue
        if (this.#inList(page, i, label) || !this.#isFootOfNotes(page, i, calls)) continue
        counts.set(label.form, (counts.get(label.form) ?? 0) + 1)
        break
      }
    }
    return new Set([...counts].flatMap(([form, times]) => (times >= HABIT ? [form] : [])))
  }

  /**
   * Whether the notes below a separator are those of the article that ends here rather than those of
   * the page: no call on the page answers its first label, and one further up does.
   */
  #endsArticle({ index }: PageLines, lines: readonly FlowLine[]): boolean {
    const first = lines[0]
    const label = first && labelOf(textOf(this.#view, first))?.siglum
    if (!first || label?.value !== 1) return false
    const near = [...(this.#onPage[index] ?? []), ...(this.#onPage[index - 1] ?? [])]
    if (near.some((call) => call.from < first.from && answers(label, call.siglum))) return false
    return this.#isCalled(label, first.from)
  }
}
