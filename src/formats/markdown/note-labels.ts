import type { NoteNode } from '../../model/edition.ts'
import type { Landmarks } from './landmarks.ts'

/**
 * Labels of the notes that are called, by the notes' ids: unique in the file, readable, and changed
 * by nothing that happens in another division.
 *
 * A label is the id of the article, document or part, as it is in the TEI, and the siglum as
 * printed: `d3.iv`. Where a division has a siglum twice, as with notes numbered page by page, the
 * second note is `d3.1.2`. A note outside all divisions has its siglum alone.
 *
 * A note that no text calls that a reader can come to is an orphan and has no label. Linear.
 */
export function noteLabels(landmarks: Landmarks): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const taken = new Set<string>()
  const reached = reachedNotes(landmarks)
  const counts = new Map<string, number>()
  for (const note of landmarks.notes) {
    if (!reached.has(note.id) || labels.has(note.id)) continue
    labels.set(note.id, freeLabel(stemOf(note, landmarks.divisionOf.get(note)), counts, taken))
  }
  return labels
}

/** The first of `stem`, `stem.2`, `stem.3`, … that is free. */
function freeLabel(stem: string, counts: Map<string, number>, taken: Set<string>): string {
  for (;;) {
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    const label = count === 1 ? stem : `${stem}.${count}`
    if (taken.has(identifierOf(label))) continue
    taken.add(identifierOf(label))
    return label
  }
}

/** What Markdown compares when it looks for the definition of a label. */
export function identifierOf(label: string): string {
  return label.toLowerCase().toUpperCase().toLowerCase()
}

function stemOf(note: NoteNode, division: string | undefined): string {
  const siglum = plainSiglum(note.siglum)
  return division === undefined ? siglum : `${division}.${siglum}`
}

/** A siglum as every reader of Markdown takes it in a label: `asterisk2` for two asterisks. */
function plainSiglum(siglum: string): string {
  const plain = siglum
    .replace(/[*∗＊]+/gu, (stars) => (stars.length > 1 ? `asterisk${stars.length}` : 'asterisk'))
    .replace(/[^\p{L}\p{M}\p{N}†‡§¶.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '')
  return plain === '' ? 'note' : plain
}

/**
 * The notes that a reader comes to by calls: those called in the text of the book or in an orphan,
 * which stands in the text, and those called in them.
 */
function reachedNotes({ notes, called }: Landmarks): ReadonlySet<string> {
  const known = new Set(notes.map((note) => note.id))
  const reached = new Set<string>()
  for (const start of [undefined, ...known]) {
    if (start === undefined || !reached.has(start)) follow(start)
  }
  return reached

  function follow(start: string | undefined): void {
    const waiting = [start]
    while (waiting.length > 0) {
      for (const id of called.get(waiting.pop()) ?? []) {
        if (id === start || !known.has(id) || reached.has(id)) continue
        reached.add(id)
        waiting.push(id)
      }
    }
  }
}
