import { isBlank } from '../model/flow.ts'
import { type Marking, Markings, type NoteBody } from '../model/marking.ts'
import { bySpan, type Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'

/**
 * Markings of which the edition can be sure that no two notes own the same character, that every
 * note has a printed one, and that forme work lies outside the notes and does not overlap.
 *
 * What is cut away of a marking is not lost: it stays text of the book. O(n log n).
 */
export function soundMarkings(witness: Witness, markings: Markings): Markings {
  const known = new Set(markings.of('note'))
  const notes = soundNotes(witness, markings.of('note'))
  const work = disjoint(
    markings.of('forme-work'),
    notes.flatMap((note) => note.parts),
    witness.text.length,
  )
  // Of the forme work, some can only be missing; of a note, the parts can be others.
  const same = notes.length === markings.of('note').length && notes.every((note) => known.has(note))
  if (same && work.length === markings.of('forme-work').length) return markings
  const others = markings.all.filter(({ role }) => role !== 'note' && role !== 'forme-work')
  return new Markings([...others, ...work, ...notes] satisfies Marking[])
}

/** Notes with parts that are in order, within the witness, and no one else's. */
function soundNotes(witness: Witness, notes: readonly NoteBody[]): readonly NoteBody[] {
  const claims = notes.flatMap((note, owner) => note.parts.map((part) => ({ ...part, owner })))
  const parts = notes.map((): Span[] => [])
  let end = 0
  for (const claim of claims.sort((a, b) => bySpan(a, b) || a.owner - b.owner)) {
    const from = Math.max(claim.from, end)
    const to = Math.min(claim.to, witness.text.length)
    if (from >= to) continue
    parts[claim.owner]?.push({ from, to })
    end = to
  }
  return notes.flatMap((note, i) => {
    const own = parts[i] ?? []
    if (!own.some((part) => hasPrint(witness.text, part))) return []
    return [isSame(own, note.parts) ? note : { ...note, parts: own }]
  })
}

function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to)
  )
}

function hasPrint(text: string, span: Span): boolean {
  for (let at = span.from; at < span.to; at++) if (!isBlank(text.charCodeAt(at))) return true
  return false
}

/** Those of `spans` that are not empty and overlap neither each other nor `taken`. */
function disjoint<T extends Span>(
  spans: readonly T[],
  taken: readonly Span[],
  length: number,
): readonly T[] {
  const sorted = [...taken].sort(bySpan)
  const kept: T[] = []
  let end = 0
  let next = 0
  for (const span of [...spans].sort(bySpan)) {
    if (span.from < end || span.from >= span.to || span.to > length) continue
    while ((sorted[next]?.to ?? Number.POSITIVE_INFINITY) <= span.from) next++
    if ((sorted[next]?.from ?? Number.POSITIVE_INFINITY) < span.to) continue
    kept.push(span)
    end = span.to
  }
  return kept
}
