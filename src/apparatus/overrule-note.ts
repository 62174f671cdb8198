import type { NoteBody } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { View } from '../model/view.ts'
import { decidedBy } from './decided-by.ts'
import type { MarkingTable } from './marking-table.ts'
import type { MarkingVerdict } from './verdict.ts'

/**
 * Lets a note begin where the rules found none: its siglum is the value, and it goes on to the end of
 * the line of the second span, of the note that it is taken out of, or of its own line. Undefined where
 * a note begins there, or nothing says how it is called.
 */
export function overruleNote(
  table: MarkingTable,
  verdict: MarkingVerdict,
  { from, to }: Span,
  { witness: { text, lines } }: View,
): boolean | undefined {
  const { act, value, spans } = verdict
  if (act === 'reject' || value === '' || table.at('note', from)) return undefined
  const notes = table.all.filter((marking): marking is NoteBody => marking.role === 'note')
  const whole = notes.find(({ parts }) => parts.some((part) => isWithin(from, part)))
  const inner = whole?.parts.find((part) => isWithin(from, part))
  const wanted = spans[1] || !inner ? lines.next(lines.at(spans[1]?.to ?? to)) : inner.to
  const next = Math.min(...notes.map((note) => note.from).filter((start) => start > from))
  const made = { from, to: Math.min(wanted, next) }
  if (whole) table.put(without(whole, made), whole)
  table.put({
    ...decidedBy(verdict),
    role: 'note',
    ...made,
    parts: [made],
    label: { from, to: from + labelled(text.slice(from, made.to), value) },
    siglum: value,
    place: whole?.place ?? 'foot',
  })
  return true
}

function isWithin(offset: number, { from, to }: Span): boolean {
  return from < offset && offset < to
}

/** What of a note is left when another one is taken out of it. */
function without(note: NoteBody, { from, to }: Span): NoteBody {
  const parts = note.parts.flatMap((part) => [
    ...(part.from < from ? [{ from: part.from, to: Math.min(part.to, from) }] : []),
    ...(part.to > to ? [{ from: Math.max(part.from, to), to: part.to }] : []),
  ])
  return { ...note, parts, to: parts.at(-1)?.to ?? note.to }
}

/** How long the label is with the marks around it; 0 where the siglum is not printed. */
function labelled(text: string, siglum: string): number {
  const marks = /^[[(]?/u.exec(text)?.[0].length ?? 0
  if (!text.startsWith(siglum, marks)) return 0
  const end = marks + siglum.length
  return end + (/^[\])]?[.)]?/u.exec(text.slice(end))?.[0].length ?? 0)
}
