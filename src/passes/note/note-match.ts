import type { CallCandidate } from './note-call.ts'
import { answers, type Siglum } from './siglum.ts'

/** A note that looks for its call. */
export interface Unlinked {
  readonly siglum: Siglum
}

/**
 * Assigns calls to the notes of one numbering scope: at most one call a note, both in order, and the
 * sum of the calls' likeness as great as can be.
 *
 * Only calls that bear the note's siglum are looked at, so the work is the notes times the calls of
 * their sigla, which in a book is near to linear. Returns for each note the index of its call, or -1.
 */
export function matchNotes(
  notes: readonly Unlinked[],
  calls: readonly CallCandidate[],
): readonly number[] {
  const useful = calls
    .map((call, index) => ({ call, index }))
    .filter(({ call }) => notes.some((note) => answers(note.siglum, call.siglum)))
  const width = useful.length + 1
  const best = new Float64Array((notes.length + 1) * width)
  for (let i = 1; i <= notes.length; i++) {
    for (let j = 1; j < width; j++) {
      const skip = Math.max(best[(i - 1) * width + j] ?? 0, best[i * width + j - 1] ?? 0)
      const gain = gainOf(notes[i - 1], useful[j - 1]?.call)
      const taken = gain > 0 ? (best[(i - 1) * width + j - 1] ?? 0) + gain : 0
      best[i * width + j] = Math.max(skip, taken)
    }
  }
  const chosen = notes.map(() => -1)
  let i = notes.length
  let j = width - 1
  while (i > 0 && j > 0) {
    const here = best[i * width + j] ?? 0
    if (here === (best[(i - 1) * width + j] ?? 0)) i--
    else if (here === (best[i * width + j - 1] ?? 0)) j--
    else {
      chosen[i - 1] = useful[j - 1]?.index ?? -1
      i--
      j--
    }
  }
  return chosen
}

function gainOf(note: Unlinked | undefined, call: CallCandidate | undefined): number {
  return note && call && answers(note.siglum, call.siglum) ? call.likeness : 0
}
