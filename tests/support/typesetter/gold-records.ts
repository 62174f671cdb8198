import { type CopyLine, readWhole, type SetCopy, shown } from './copy-lines.ts'
import { errorRecord } from './errors.ts'
import type { GoldRecord } from './gold.ts'
import { labelOf, type Relabel } from './labels.ts'
import type { RawLine, TextLine } from './print-pages.ts'
import { blanks } from './read-copy.ts'
import type { Block, Copy, Group, Note } from './truth.ts'

/** A line of text and its number. */
interface Numbered extends TextLine {
  readonly raw: number
}

/** All that is known of a raw text that was typeset, in no order. */
export function goldRecords(raw: readonly RawLine[], relabel: Relabel): readonly GoldRecord[] {
  const lines = raw.flatMap((line, i): Numbered[] =>
    line.kind === 'text' ? [{ ...line, raw: i + 1 }] : [],
  )
  const copies = setCopies(lines)
  return [
    ...pageRecords(raw, lines),
    ...boundaryRecords(raw, lines),
    ...blockRecords(lines),
    ...noteRecords(lines, relabel),
    ...copies.flatMap((set) => annotationRecords(set, relabel)),
    ...lines.flatMap(({ line, raw: n }): GoldRecord[] =>
      line.hyphen ? [{ kind: 'hyphen', line: n, hyphen: line.hyphen }] : [],
    ),
  ]
}

function setCopies(lines: readonly Numbered[]): readonly SetCopy[] {
  const found = new Map<Copy, CopyLine[]>()
  for (const { line, raw } of lines) {
    const { copy, from, to, hyphen } = line
    const known = found.get(copy)
    if (known) known.push({ from, to, hyphen, raw })
    else found.set(copy, [{ from, to, hyphen, raw }])
  }
  return [...found].map(([copy, own]) => ({ copy, lines: own }))
}

function pageRecords(raw: readonly RawLine[], lines: readonly Numbered[]): readonly GoldRecord[] {
  const records: GoldRecord[] = []
  const seen = new Set<unknown>()
  for (const { page, block, raw: line } of lines) {
    if (!block || seen.has(page)) continue
    seen.add(page)
    const at = raw.findIndex((other) => other.kind === 'number' && other.page === page)
    const forme = raw[at]
    const printed = forme?.kind === 'number' ? (forme.number ?? null) : null
    const numberLine = forme ? { number_line: at + 1 } : {}
    records.push({ kind: 'page', line, printed, ...numberLine, number: String(page.number) })
  }
  raw.forEach((line, i) => {
    if (line.kind === 'rule') records.push({ kind: 'forme', line: i + 1, what: 'rule' })
  })
  return records
}

/** Where the rule that a blank line begins a paragraph does not hold. */
function boundaryRecords(
  raw: readonly RawLine[],
  lines: readonly Numbered[],
): readonly GoldRecord[] {
  const seen = new Set<unknown>()
  return lines.flatMap(({ line, page, block, raw: n }): GoldRecord[] => {
    const before = raw[n - 2]
    const afterBlank = !before || before.text.trim() === ''
    const top = block !== undefined && !seen.has(page)
    if (top) seen.add(page)
    if (line.opens && top) return [{ kind: 'split', line: n, page: true }]
    if (line.opens) return afterBlank ? [] : [{ kind: 'split', line: n }]
    if (top) return [{ kind: 'join', line: n, why: 'the page goes on with the paragraph' }]
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
      return [{ kind: 'item', line, to }]
    default:
      return []
  }
}

/** The notes, in the order in which they were printed. */
export function printedNotes(raw: readonly RawLine[]): readonly Note[] {
  return [...new Set(raw.flatMap((line) => (line.kind === 'text' ? (line.line.note ?? []) : [])))]
}

function noteRecords(lines: readonly Numbered[], relabel: Relabel): readonly GoldRecord[] {
  const parts = new Map<Note, { page: unknown; span: [number, number] }[]>()
  for (const { line, page, raw } of lines) {
    if (!line.note) continue
    const own = parts.get(line.note) ?? []
    const last = own.at(-1)
    if (last?.page === page) last.span[1] = raw
    else own.push({ page, span: [raw, raw] })
    parts.set(line.note, own)
  }
  const calls = findCalls(lines)
  return [...parts].map(([note, [first, ...more]]): GoldRecord => {
    const [line, to] = first?.span ?? [0, 0]
    const rest = more.length > 0 ? { more: more.map(({ span }) => span) } : {}
    const label = labelOf(note, relabel)
    const anchor = calls.get(note.key) ?? { anchor_line: null }
    return { kind: 'note', line, to, ...rest, label, place: note.place, ...anchor }
  })
}

/** Where each note is called: the raw line, and what stands before the call on it. */
function findCalls(
  lines: readonly Numbered[],
): ReadonlyMap<string, { anchor_line: number; anchor_after: string }> {
  const calls = new Map<string, { anchor_line: number; anchor_after: string }>()
  for (const { line, column, text, raw } of lines) {
    for (const annotation of line.copy.annotations) {
      const { what, from } = annotation
      if (what !== 'call' || from < line.from || from >= line.to) continue
      const before = text.slice(0, column + from - line.from).trimStart()
      calls.set(annotation.note, { anchor_line: raw, anchor_after: before.slice(-20) })
    }
  }
  return calls
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
    const record = errorRecord(set, annotation)
    return [{ ...record, raw: relabel(record.raw), corr: relabel(record.corr) }]
  })
}
