import { type CopyLine, readWhole, type SetCopy, shown } from './copy-lines.ts'
import { divisionRecords } from './divided.ts'
import { errorRecord } from './errors.ts'
import type { GoldRecord } from './gold.ts'
import type { Relabel } from './labels.ts'
import type { Page } from './make-up.ts'
import { noteRecords } from './note-records.ts'
import type { RawLine, Segment, TextLine } from './print-pages.ts'
import { blanks } from './read-copy.ts'
import type { Block, Copy, Group, Note } from './truth.ts'

/** A line of a copy, what it was printed as, and the number of the raw line. */
export interface Numbered extends Segment {
  readonly raw: number
  readonly page: Page
  readonly block: Block | undefined
  /** Whether the raw line begins with it. */
  readonly leads: boolean
}

/** All that is known of a raw text that was typeset, in no order. O(n). */
export function goldRecords(raw: readonly RawLine[], relabel: Relabel): readonly GoldRecord[] {
  const lines = raw.flatMap((line, i) => (line.kind === 'text' ? numbered(line, i + 1) : []))
  const copies = setCopies(lines)
  return [
    ...pageRecords(raw),
    ...formeRecords(raw),
    ...boundaryRecords(raw, lines),
    ...blockRecords(lines),
    ...noteRecords(raw, lines, relabel),
    ...copies.flatMap((set) => annotationRecords(set, relabel)),
    ...copies.flatMap(divisionRecords),
    ...lines.flatMap(({ line, raw: n }): GoldRecord[] =>
      line.hyphen ? [{ kind: 'hyphen', line: n, hyphen: line.hyphen }] : [],
    ),
  ]
}

function numbered({ segments, page, block }: TextLine, raw: number): readonly Numbered[] {
  return segments.map((segment, i) => ({ ...segment, raw, page, block, leads: i === 0 }))
}

function setCopies(lines: readonly Numbered[]): readonly SetCopy[] {
  const found = new Map<Copy, CopyLine[]>()
  for (const { line, raw } of lines) {
    const { copy, from, to, hyphen, mark } = line
    const known = found.get(copy)
    if (known) known.push({ from, to, hyphen, mark, raw })
    else found.set(copy, [{ from, to, hyphen, mark, raw }])
  }
  return [...found].map(([copy, own]) => ({ copy, lines: own }))
}

function pageRecords(raw: readonly RawLine[]): readonly GoldRecord[] {
  const begins = new Map<Page, number>()
  const heads = new Map<Page, { readonly line: number; readonly number: string | null }>()
  raw.forEach((line, i) => {
    if (line.kind === 'columns' || (line.kind === 'text' && line.block)) {
      if (!begins.has(line.page)) begins.set(line.page, i + 1)
    }
    if (line.kind !== 'forme' || (line.what !== 'header' && line.what !== 'page-number')) return
    const known = heads.get(line.page)
    if (!known || known.number === null) {
      heads.set(line.page, { line: i + 1, number: line.number ?? null })
    }
  })
  return [...begins].map(([page, line]): GoldRecord => {
    const head = heads.get(page)
    const at = head ? { number_line: head.line } : {}
    return { kind: 'page', line, printed: head?.number ?? null, ...at, number: page.number }
  })
}

function formeRecords(raw: readonly RawLine[]): readonly GoldRecord[] {
  const records: GoldRecord[] = []
  raw.forEach((line, i) => {
    if (line.kind === 'forme') records.push({ kind: 'forme', line: i + 1, what: line.what })
    if (line.kind !== 'columns') return
    const last = records.at(-1)
    const goes = last?.kind === 'columns' && last.to === i
    if (goes) records[records.length - 1] = { ...last, to: i + 1 }
    else records.push({ kind: 'columns', line: i + 1, to: i + 1 })
  })
  return records
}

/** Where the rule that a blank line begins a paragraph does not hold. */
function boundaryRecords(
  raw: readonly RawLine[],
  lines: readonly Numbered[],
): readonly GoldRecord[] {
  const seen = new Set<unknown>()
  return lines.flatMap(({ line, page, block, raw: n, leads }): GoldRecord[] => {
    if (!leads) return []
    const before = raw[n - 2]
    const afterBlank = !before || before.text.trim() === ''
    const top = block !== undefined && !seen.has(page)
    if (top) seen.add(page)
    if (line.opens && top) return [{ kind: 'split', line: n, page: true }]
    if (line.opens) return afterBlank ? [] : [{ kind: 'split', line: n }]
    if (top) return [{ kind: 'join', line: n, why: 'the page goes on with the paragraph' }]
    if (block?.role === 'table')
      return afterBlank ? [{ kind: 'join', line: n, why: 'the table goes on' }] : []
    const why = line.note ? 'the note goes on' : 'a blank line inside a paragraph'
    return afterBlank ? [{ kind: 'join', line: n, why }] : []
  })
}

function blockRecords(lines: readonly Numbered[]): readonly GoldRecord[] {
  const blocks = new Map<Block, [number, number]>()
  const groups = new Map<Group, [number, number]>()
  for (const { block, raw } of lines) {
    if (!block) continue
    extend(blocks, block, raw)
    if ('group' in block && block.group) extend(groups, block.group, raw)
  }
  return [
    ...[...blocks].flatMap(([block, [line, to]]) => blockRecord(block, line, to)),
    ...[...groups].map(([{ kind }, [line, to]]): GoldRecord => ({ kind, line, to })),
  ]
}

function extend<K>(spans: Map<K, [number, number]>, key: K, raw: number): void {
  const span = spans.get(key)
  if (span) span[1] = raw
  else spans.set(key, [raw, raw])
}

function blockRecord(block: Block, line: number, to: number): readonly GoldRecord[] {
  switch (block.role) {
    case 'heading': {
      const text = block.lines.map((copy) => readWhole(copy, 'right')).join(' ')
      return [{ kind: 'heading', line, to, level: block.level, text, role: block.heading }]
    }
    case 'byline':
    case 'source':
    case 'dateline':
    case 'salute':
    case 'signed':
      return [{ kind: block.role, line, to, text: readWhole(block.copy, 'right') }]
    case 'divider':
      return [{ kind: 'divider', line }]
    case 'item':
    case 'table':
      return [{ kind: block.role, line, to }]
    case 'entry':
      return [{ kind: 'toc', line, to, page: block.page }]
    default:
      return []
  }
}

/** The notes, in the order in which they were printed. */
export function printedNotes(raw: readonly RawLine[]): readonly Note[] {
  const notes = raw.flatMap((line) =>
    line.kind === 'text' ? line.segments.flatMap(({ line: { note } }) => note ?? []) : [],
  )
  return [...new Set(notes)]
}

function annotationRecords(set: SetCopy, relabel: Relabel): readonly GoldRecord[] {
  return set.copy.annotations.flatMap((annotation): GoldRecord[] => {
    const { what, from, to } = annotation
    const raw = relabel(shown(set, from, to))
    const own = set.lines.filter((line) => line.from < to && from < line.to)
    const line = own[0]?.raw ?? 0
    if (what === 'mark') return [{ kind: 'mark', line, raw, what: annotation.mark }]
    if (what === 'emphasis') {
      const last = own.at(-1)?.raw ?? line
      return [{ kind: 'emph', line, to: last, raw, text: blanks(annotation.right) }]
    }
    if (what === 'call') return []
    if (what === 'initial') {
      return [
        { kind: 'divided', line, printed: blanks(shown(set, from, to)), whole: annotation.right },
      ]
    }
    const record = errorRecord(set, annotation)
    return [{ ...record, raw: relabel(record.raw), corr: relabel(record.corr) }]
  })
}
