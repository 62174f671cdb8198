import { isInForce } from '../model/correction.ts'
import type { Edition } from '../model/edition.ts'
import type { Lines } from '../model/lines.ts'
import { isBlock, type Marking } from '../model/marking.ts'
import { bySpan, type Span } from '../model/span.ts'
import { settableOf } from './entries.ts'
import type { Stretch } from './sheets.ts'
import type { Mark, PageView, PrintedLine, Segment } from './wire.ts'

/** A stretch of the witness that looks different from what is around it. */
interface Coloured extends Span {
  readonly is: string
  readonly id?: string
  readonly note?: string
  /** What the edition reads in its place; undefined where it reads what is printed. */
  readonly reads?: string
}

/**
 * A printed page line by line: what was extracted, and what the edition reads there. Corrections in
 * force are made, soft hyphens and forme work left out, letter-spacing closed.
 *
 * Linear in the markings and corrections of the book, for those of the page are sought there.
 */
export function pageView(
  edition: Edition,
  stretch: Stretch,
  sheet: number,
  revision: number,
): PageView {
  const { witness, markings } = edition
  const { lines } = witness
  const coloured = colouredOf(edition, stretch)
  const begun = markings.filter(({ from }) => within(from, stretch)).sort(bySpan)
  const blocks = begun.filter(isBlock)
  const notes = markings.flatMap((marking) => (marking.role === 'note' ? marking.parts : []))
  const shown: PrintedLine[] = []
  for (let line = lines.at(stretch.from); line <= lines.count; line++) {
    const from = Math.max(lines.from(line), stretch.from)
    if (from >= stretch.to) break
    const span = { from, to: Math.min(lines.to(line), stretch.to) }
    const own = coloured.filter((one) => one.from <= span.to && one.to >= span.from)
    const block = blocks.find((one) => span.from <= one.from && one.from < span.to)
    const segments = cut(span, own)
    shown.push({
      line,
      raw: segments.map((one) => rawSegment(witness.text, lines.from(line), one)),
      read: readSegments(witness.text, lines.from(line), segments),
      ...(block ? { begins: beginning(block, lines.from(line)) } : {}),
      inNote: notes.some((part) => part.from <= span.from && span.from < part.to),
      marks: begun.filter(({ from: at }) => lines.at(at) === line).map((one) => mark(one, lines)),
    })
  }
  return { sheet, name: stretch.name, revision, lines: shown }
}

function beginning(block: Extract<Marking, { role: string }> & { level?: number }, start: number) {
  const from = block.from - start
  const { role, level } = block
  return level === undefined ? { role, from } : { role, level, from }
}

function mark(marking: Marking, lines: Lines): Mark {
  const { role, from } = marking
  const line = lines.at(from)
  const [start, end] = [lines.from(line), lines.to(line)]
  const to = Math.max(from, Math.min(marking.to, end))
  return { role, from: from - start, to: to - start, value: settableOf(marking) }
}

function within(offset: number, { from, to }: Span): boolean {
  return from <= offset && offset < to
}

/** Everything of a page that has a look of its own. */
function colouredOf(edition: Edition, stretch: Span): readonly Coloured[] {
  const { corrections, markings, markingIds } = edition
  const near = ({ from, to }: Span): boolean => from < stretch.to && to >= stretch.from
  const marked = markings.filter(near).flatMap((marking) => {
    const id = markingIds?.get(marking)
    return looksOf(marking, edition.witness.text).map((look) => (id ? { ...look, id } : look))
  })
  const corrected = corrections
    .filter((one) => one.beatenBy === undefined && near(one))
    .flatMap((one) => {
      const is = isInForce(one) ? 'correction' : one.state === 'rejected' ? 'rejected' : 'proposal'
      const { id } = one
      return one.parts.map(({ from, to, corr }): Coloured => {
        return isInForce(one) ? { from, to, is, id, reads: corr } : { from, to, is, id }
      })
    })
  return [...marked, ...corrected]
}

function looksOf(marking: Marking, text: string): readonly Coloured[] {
  const { from, to } = marking
  switch (marking.role) {
    case 'forme-work':
      return [{ from, to, is: marking.work, reads: '' }]
    case 'hyphen': {
      const is = `hyphen-${marking.value}`
      return [marking.value === 'soft' ? { from, to, is, reads: '' } : { from, to, is }]
    }
    case 'note':
      return [{ ...marking.label, is: 'label', note: `n${from}` }]
    case 'call':
      return marking.note === undefined
        ? [{ from, to, is: 'call-alone' }]
        : [{ from, to, is: 'call', note: `n${marking.note}` }]
    case 'emphasis':
      return [{ from, to, is: 'emphasis' }, ...lettersSpaced(marking, text)]
    case 'editorial-mark':
      return [{ from, to, is: 'editorial-mark' }]
    default:
      return []
  }
}

/** The blanks between the letters of a letter-spaced word; a wider gap parts words. */
function lettersSpaced({ from, to }: Span, text: string): readonly Coloured[] {
  return [...text.slice(from, to).matchAll(/\s+/gu)].map((gap) => {
    const start = from + gap.index
    const wide = gap[0].length > 1
    return { from: start, to: start + gap[0].length, is: 'spacing', reads: wide ? ' ' : '' }
  })
}

/** A piece of a line with all that covers it. */
interface Cut extends Span {
  readonly by: readonly Coloured[]
}

/** Cuts a line wherever something begins or ends. What has no width is a piece of its own. */
function cut(span: Span, coloured: readonly Coloured[]): readonly Cut[] {
  const inside = (offset: number): boolean => span.from < offset && offset < span.to
  const points = coloured.flatMap(({ from, to }) => [from, to].filter(inside))
  const sorted = [...new Set([span.from, ...points, span.to])].sort((a, b) => a - b)
  return sorted.flatMap((from, i): readonly Cut[] => {
    const empty = coloured.filter((one) => one.from === one.to && one.from === from)
    const to = sorted[i + 1]
    const points = empty.map((one) => ({ from, to: from, by: [one] }))
    if (to === undefined || to === from) return points
    return [...points, { from, to, by: coloured.filter((one) => one.from < to && one.to > from) }]
  })
}

function rawSegment(text: string, start: number, { from, to, by }: Cut): Segment {
  return segment(text.slice(from, to), from - start, by)
}

/** What the edition reads of a line. A correction's reading stands where it begins. */
function readSegments(text: string, start: number, cuts: readonly Cut[]): readonly Segment[] {
  const given = new Set<Coloured>()
  return cuts.flatMap((one): readonly Segment[] => {
    const replaced = one.by.find(({ reads }) => reads !== undefined)
    if (!replaced) return [segment(text.slice(one.from, one.to), one.from - start, one.by)]
    if (given.has(replaced) || one.from > replaced.from) return []
    given.add(replaced)
    const reads = replaced.reads ?? ''
    return reads === '' && replaced.id === undefined
      ? []
      : [segment(reads, one.from - start, one.by)]
  })
}

function segment(text: string, from: number, by: readonly Coloured[]): Segment {
  const id = by.findLast((one) => one.id !== undefined)?.id
  const note = by.find((one) => one.note !== undefined)?.note
  return {
    text,
    is: by.map((one) => one.is),
    from,
    ...(id === undefined ? {} : { id }),
    ...(note === undefined ? {} : { note }),
  }
}
