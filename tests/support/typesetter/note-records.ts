import type { GoldOf, GoldRecord } from './gold.ts'
import type { Numbered } from './gold-records.ts'
import { labelOf, type Relabel } from './labels.ts'
import type { RawLine } from './print-pages.ts'
import type { Note } from './truth.ts'

/** The notes: their lines on each page, their labels, and where they are called. O(n). */
export function noteRecords(
  raw: readonly RawLine[],
  lines: readonly Numbered[],
  relabel: Relabel,
): readonly GoldRecord[] {
  const parts = new Map<Note, { page: unknown; span: [number, number] }[]>()
  for (const { line, page, raw: n } of lines) {
    if (!line.note) continue
    const own = parts.get(line.note) ?? []
    const last = own.at(-1)
    if (last?.page === page) last.span[1] = n
    else own.push({ page, span: [n, n] })
    parts.set(line.note, own)
  }
  const calls = findCalls(raw, lines, relabel)
  return [...parts].map(([note, [first, ...more]]): GoldRecord => {
    const [line, to] = first?.span ?? [0, 0]
    const rest = more.length > 0 ? { more: more.map(({ span }) => span) } : {}
    const label = labelOf(note, relabel)
    const anchor = calls.get(note.key) ?? { anchor_line: null }
    return { kind: 'note', line, to, ...rest, label, place: note.place, ...anchor }
  })
}

type Anchor = Pick<GoldOf<'note'>, 'anchor_line' | 'anchor_after' | 'call_line'>

/** Where each note is called: the raw line, and what stands before the call on it. */
function findCalls(
  raw: readonly RawLine[],
  lines: readonly Numbered[],
  relabel: Relabel,
): ReadonlyMap<string, Anchor> {
  const found = new Map<string, Anchor>()
  for (const { calls, raw: n } of lines) {
    for (const { note, before, above } of calls) {
      const anchor = { anchor_line: n, anchor_after: relabel(before).trimStart().slice(-20) }
      const apart = above && raw[n - 2]?.kind === 'calls'
      found.set(note, apart ? { ...anchor, call_line: n - 1 } : anchor)
    }
  }
  return found
}
