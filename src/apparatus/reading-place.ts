import { partitionPoint } from '../model/partition-point.ts'
import type { Reading } from '../model/reading.ts'

/** How many characters of the running text stand on each side of an entry. */
const CONTEXT = 44

/** Finds places of the witness in a reading text. */
export interface ReadingPlaces {
  /** The running text before and after a stretch of the witness, up to 44 characters of its block. */
  context(from: number, to: number): readonly [string, string]
}

/** Indexes a reading by the witness. O(n log n) in its pieces; each look-up is in O(log n). */
export function readingPlaces(reading: Reading): ReadingPlaces {
  const pieces = [...reading.pieces].sort((a, b) => a.from - b.from || a.at - b.at)
  return {
    context(from, to) {
      const start = offsetOf(from)
      const end = Math.max(start, offsetOf(to))
      return [before(reading.text, start), after(reading.text, end)]
    },
  }

  /** Where the reading stands when the witness has been read up to `offset`. */
  function offsetOf(offset: number): number {
    let low = partitionPoint(pieces, ({ from }) => from <= offset)
    // An insertion, and an offset at the end of a piece, belong to the piece before.
    while (low > 1 && pieces[low - 1]?.from === offset && pieces[low - 2]?.to === offset) low--
    const piece = pieces[low - 1]
    if (!piece) return 0
    if (piece.source === 'witness') return piece.at + Math.min(piece.length, offset - piece.from)
    return offset >= piece.to ? piece.at + piece.length : piece.at
  }
}

function before(text: string, at: number): string {
  const near = Math.max(0, at - CONTEXT)
  const window = text.slice(isLow(text, near) ? near + 1 : near, at)
  return window.slice(window.lastIndexOf('\n') + 1)
}

function after(text: string, at: number): string {
  const near = Math.min(text.length, at + CONTEXT)
  const window = text.slice(at, isLow(text, near) ? near - 1 : near)
  const end = window.indexOf('\n')
  return end < 0 ? window : window.slice(0, end)
}

/** Whether the second half of a surrogate pair stands at `at`. */
function isLow(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
