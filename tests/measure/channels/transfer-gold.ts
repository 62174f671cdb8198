import type { GoldOf, GoldRecord } from '../../support/typesetter/gold.ts'
import { blockStarts, formeLines } from './block-starts.ts'
import { type Correspondence, correspondence, type Place } from './correspondence.ts'
import { callSpan } from './printed-pages.ts'

/** What became of what was known. */
export interface Transfer {
  readonly gold: readonly GoldRecord[]
  /** Records that have a place in the new copy, by kind. */
  readonly carried: Readonly<Record<string, number>>
  /** Records that have none: what they say is not to be seen any more. */
  readonly lost: Readonly<Record<string, number>>
  /** What became of the hyphens at line ends, by the glyph that stands there. */
  readonly hyphens: Readonly<Record<string, number>>
  /** Calls that stand on a line of their own, and notes whose call is gone. */
  readonly calls: { readonly torn: number; readonly gone: number }
  readonly lines: {
    readonly printed: number
    readonly lost: number
    readonly split: number
    readonly merged: number
    readonly come: number
  }
  /** Share of the characters that are wrong, missing or too many, white space left out. */
  readonly errorRate: number
}

/** What a hyphen at a line end can look like to those who read images. */
const HYPHEN = /[-‐‑‒–—−¬=⸗_~.·•*'’°\u00ad]/u

/**
 * Carries what is known of a raw text over to another copy of it, page by page: the same pages, set
 * in the same lines, with other blanks, lines split, run together or lost, and characters wrong.
 * O(n × lines of a page).
 *
 * Throws where the pages are not as many.
 */
export function transferGold(
  old: { readonly raw: string; readonly gold: readonly GoldRecord[] },
  newRaw: string,
): Transfer {
  const task = taskOf(old, newRaw)
  const records = old.gold.filter(({ kind }) => kind !== 'join' && kind !== 'split')
  const gold: GoldRecord[] = []
  const lost: Record<string, number> = {}
  for (const record of records) {
    const found = carry(record, task)
    if (found.length === 0) add(lost, record.kind)
    gold.push(...found)
  }
  const forme = formeLines(gold)
  gold.push(...boundaries(task, forme, lost))
  const carried: Record<string, number> = {}
  for (const { kind } of gold) add(carried, kind)
  const { found, hyphens, calls } = task
  const printed = [...task.oldLines].filter((line) => line.trim() !== '').length
  const { split, merged } = found
  const lines = { printed, lost: printed - found.now.size, split, merged, come: found.come.size }
  const errorRate = found.characters === 0 ? 0 : found.wrong / found.characters
  return { gold, carried, lost, hyphens, calls, lines, errorRate }
}

interface Task {
  readonly gold: readonly GoldRecord[]
  readonly oldLines: readonly string[]
  readonly newLines: readonly string[]
  readonly found: Correspondence
  /** Blocks of the old copy. */
  readonly starts: ReadonlySet<number>
  readonly torn: Set<number>
  readonly hyphens: Record<string, number>
  readonly calls: { torn: number; gone: number }
}

function taskOf(
  { raw, gold }: { readonly raw: string; readonly gold: readonly GoldRecord[] },
  newRaw: string,
): Task {
  const oldLines = raw.split('\n')
  return {
    gold,
    oldLines,
    newLines: newRaw.split('\n'),
    found: correspondence(raw, newRaw),
    starts: blockStarts(oldLines, gold),
    torn: new Set(),
    hyphens: {},
    calls: { torn: 0, gone: 0 },
  }
}

function add(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1
}

/** A record in its new place; none where it has none, several where a line of forme work is split. */
function carry(record: GoldRecord, task: Task): readonly GoldRecord[] {
  switch (record.kind) {
    case 'hyphen':
      return carryHyphen(record, task)
    case 'page':
      return carryPage(record, task)
    case 'note':
      return carryNote(record, task)
    case 'forme':
      return (task.found.now.get(record.line) ?? []).map((line) => ({ ...record, line }))
    case 'emph':
    case 'error':
    case 'mark':
      return carryQuotation(record, task)
    default: {
      const to = 'to' in record && record.to !== undefined ? record.to : record.line
      const span = carrySpan(record.line, to, task)
      if (!span) return []
      return [{ ...record, line: span[0], ...('to' in record ? { to: span[1] } : {}) }]
    }
  }
}

/** The new lines of those of a stretch that are not lost. */
function carrySpan(
  line: number,
  to: number,
  { found }: Task,
): readonly [number, number] | undefined {
  let first: number | undefined
  let last: number | undefined
  for (let n = line; n <= to; n++) {
    const now = found.now.get(n)
    first ??= now?.[0]
    last = now?.at(-1) ?? last
  }
  return first === undefined || last === undefined ? undefined : [first, last]
}

/** Only where the line still ends with what may be a hyphen. */
function carryHyphen(record: GoldOf<'hyphen'>, task: Task): readonly GoldRecord[] {
  const text = task.oldLines[record.line - 1]?.trimEnd() ?? ''
  const place = task.found.placeOf(record.line, text.length - 1)
  const now = place && task.newLines[place.line - 1]?.trimEnd()
  const glyph = place && now?.length === place.at + 1 ? now.slice(-1) : ''
  const isHyphen = HYPHEN.test(glyph)
  add(task.hyphens, isHyphen ? glyph : 'none')
  return place && isHyphen ? [{ ...record, line: place.line }] : []
}

/** A page begins at the first line of its text that is there. */
function carryPage(record: GoldOf<'page'>, task: Task): readonly GoldRecord[] {
  const { found, oldLines } = task
  const forme = formeLines(task.gold)
  let line: number | undefined
  for (let n = record.line; n <= oldLines.length && line === undefined; n++) {
    if (n > record.line && oldLines[n - 1]?.includes('\f')) break
    if (!forme.has(n)) line = found.now.get(n)?.[0]
  }
  if (line === undefined) return []
  const { number_line, ...rest } = record
  const [numberLine, ...more] = number_line === undefined ? [] : (found.now.get(number_line) ?? [])
  const page = { ...rest, line, ...(numberLine === undefined ? {} : { number_line: numberLine }) }
  const printed = number_line !== undefined && numberLine === undefined ? null : record.printed
  return [
    { ...page, printed },
    ...more.map((n): GoldRecord => ({ kind: 'forme', line: n, what: 'header' })),
  ]
}

function carryNote(record: GoldOf<'note'>, task: Task): readonly GoldRecord[] {
  const { anchor_line, anchor_after: _, call_line: __, more: parts, ...rest } = record
  const spans = [[record.line, record.to] as const, ...(parts ?? [])].flatMap(([line, to]) => {
    const span = carrySpan(line, to, task)
    return span ? [span] : []
  })
  const [first, ...more] = spans
  if (!first) return []
  const anchor = anchor_line === null ? { anchor_line } : carryCall(record, anchor_line, task)
  const [line, to] = first
  return [{ ...rest, line, to, ...(more.length > 0 ? { more } : {}), ...anchor }]
}

/** Where the call of a note is now: on its line, or torn off it. */
function carryCall(
  record: GoldOf<'note'>,
  line: number,
  task: Task,
): Pick<GoldOf<'note'>, 'anchor_line' | 'anchor_after' | 'call_line'> {
  const text = task.oldLines[line - 1] ?? ''
  const feeds = text.length - text.replaceAll('\f', '').length
  const [from, to] = callSpan(text, record) ?? [0, 0]
  const after = (place: Place, before: number) => {
    const now = task.newLines[place.line - 1]?.slice(0, before) ?? ''
    return { anchor_line: place.line, anchor_after: now.trimStart().slice(-20) }
  }
  for (let at = from + feeds; at < to + feeds; at++) {
    const place = task.found.placeOf(line, at)
    if (place) return after(place, place.at)
  }
  const torn = tornLine(record, line, task)
  for (let at = from + feeds - 1; torn !== undefined && at >= 0; at--) {
    const place = task.found.placeOf(line, at)
    if (!place) continue
    task.calls.torn++
    task.torn.add(torn)
    return { ...after(place, place.at + 1), call_line: torn }
  }
  task.calls.gone++
  return { anchor_line: null }
}

/** The line above or below that of the call with nothing but the label on it. */
function tornLine(note: GoldOf<'note'>, line: number, task: Task): number | undefined {
  const known = note.call_line === undefined ? undefined : task.found.now.get(note.call_line)?.[0]
  if (known !== undefined) return known
  const now = task.found.now.get(line) ?? []
  const near = now.flatMap((n) => [n - 1, n + 1, n - 2, n + 2])
  return near.find((n) => {
    const words = task.newLines[n - 1]?.trim().split(/\s+/u) ?? []
    return task.found.come.has(n) && words.includes(note.label)
  })
}

/** A record that quotes the text, where the quotation still stands. */
function carryQuotation(
  record: GoldOf<'emph'> | GoldOf<'error'> | GoldOf<'mark'>,
  task: Task,
): readonly GoldRecord[] {
  const to = 'to' in record ? record.to : record.line + 2
  const span = carrySpan(record.line, record.line, task)
  const end = carrySpan(record.line, to, task)
  if (!span || !end) return []
  const text = task.newLines.slice(span[0] - 1, end[1]).join('')
  if (!tight(text).includes(tight(record.raw))) return []
  return [{ ...record, line: span[0], ...('to' in record ? { to: end[1] } : {}) }]
}

function tight(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Where blocks begin and blank lines do not say so, and where blank lines say so and none begins. */
function boundaries(
  task: Task,
  forme: ReadonlySet<number>,
  lost: Record<string, number>,
): readonly GoldRecord[] {
  const said = saidBoundaries(task.gold)
  const starts = newStarts(task, lost)
  let top = true
  return task.newLines.flatMap((text, i): GoldRecord[] => {
    const line = i + 1
    if (text.includes('\f')) top = true
    if (text.trim() === '' || forme.has(line)) return []
    const first = top
    top = false
    const afterBlank = (task.newLines[i - 1] ?? '').trim() === ''
    const old = task.found.old.get(line)
    const isFirst = old !== undefined && task.found.now.get(old)?.[0] === line
    if (old === undefined && !task.torn.has(line)) {
      return [{ kind: 'join', line, why: 'not to be known', cert: 'low' }]
    }
    const record = isFirst ? said.get(old) : undefined
    if (starts.has(line)) {
      if (record?.kind === 'split') return [{ ...record, line }]
      return afterBlank ? [] : [{ kind: 'split', line, ...(first ? { page: true } : {}) }]
    }
    if (record?.kind === 'join') return [{ ...record, line }]
    return afterBlank || first ? [{ kind: 'join', line, why: 'a blank line inside a block' }] : []
  })
}

function saidBoundaries(
  gold: readonly GoldRecord[],
): ReadonlyMap<number, GoldOf<'join'> | GoldOf<'split'>> {
  const said = new Map<number, GoldOf<'join'> | GoldOf<'split'>>()
  for (const one of gold) if (one.kind === 'join' || one.kind === 'split') said.set(one.line, one)
  return said
}

/** The new lines at which blocks begin; where the first line of one is lost, its next one does. */
function newStarts(task: Task, lost: Record<string, number>): ReadonlySet<number> {
  const { found, starts } = task
  const now = new Set<number>()
  for (const start of starts) {
    let line = start
    while (!found.now.has(line) && isInside(line + 1, task)) line++
    const place = found.now.get(line)?.[0]
    if (place !== undefined && found.old.get(place) === line) now.add(place)
    else add(lost, 'start')
  }
  return now
}

function isInside(line: number, { oldLines, starts }: Task): boolean {
  return (oldLines[line - 1] ?? '').trim() !== '' && !starts.has(line)
}
