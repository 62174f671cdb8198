import type { CallCandidate } from './note-call.ts'
import { answers, keyOf, type Siglum } from './siglum.ts'

/** A note that looks for its call. */
export interface Unlinked {
  readonly siglum: Siglum
}

/** How many calls ahead the next note's may be, where calls are matched in order. */
const WINDOW = 64

/** What looks less like a call is none, however well it would fit: a number of a section, of a figure. */
const LEAST = 0.32

/** Scopes with more pairs of notes and calls than this are matched in order, without weighing. */
const PAIRS = 4_000_000

/**
 * Assigns calls to the notes of one numbering scope: at most one call a note, both in order, and the
 * sum of the calls' likeness as great as can be.
 *
 * Only calls that bear the siglum of one of the notes are looked at. O(notes · calls) within a scope,
 * which is a page or an article; a scope that no book has is matched in linear time instead. The
 * likeness of a call counts by its weight. Returns for each note the index of its call, or -1.
 */
export function matchNotes(
  notes: readonly Unlinked[],
  calls: readonly CallCandidate[],
  weightOf: (call: CallCandidate) => number = () => 1,
): readonly number[] {
  const sigla = new Set(notes.map(({ siglum }) => keyOf(siglum)))
  const useful = calls
    .map((call, index) => ({ call, index, weight: weightOf(call) }))
    .filter(({ call }) => sigla.has(keyOf(call.siglum)))
  return notes.length * useful.length > PAIRS
    ? matchInOrder(notes, useful)
    : matchBest(notes, useful)
}

interface Indexed {
  readonly call: CallCandidate
  readonly index: number
  readonly weight: number
}

function matchInOrder(notes: readonly Unlinked[], calls: readonly Indexed[]): readonly number[] {
  let next = 0
  return notes.map((note) => {
    for (let at = next; at < Math.min(calls.length, next + WINDOW); at++) {
      const candidate = calls[at]
      if (!candidate || !answers(note.siglum, candidate.call.siglum)) continue
      next = at + 1
      return candidate.index
    }
    return -1
  })
}

/** The weighted longest common subsequence of notes and calls. */
function matchBest(notes: readonly Unlinked[], useful: readonly Indexed[]): readonly number[] {
  const width = useful.length + 1
  const best = new Float64Array((notes.length + 1) * width)
  for (let i = 1; i <= notes.length; i++) {
    for (let j = 1; j < width; j++) {
      const skip = Math.max(best[(i - 1) * width + j] ?? 0, best[i * width + j - 1] ?? 0)
      const gain = gainOf(notes[i - 1], useful[j - 1])
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

function gainOf(note: Unlinked | undefined, one: Indexed | undefined): number {
  if (!note || !one || one.call.likeness < LEAST) return 0
  return answers(note.siglum, one.call.siglum) ? one.call.likeness * one.weight : 0
}
