import { isBlank } from '../model/flow.ts'
import { partitionPoint } from '../model/partition-point.ts'
import type { Span } from '../model/span.ts'
import type { View } from '../model/view.ts'

/** What an emendation must not touch, for look-up by place. All answers are in O(log n). */
export interface Guard {
  /** The next stretch that ends behind `at`: a reference mark, or a mark of the book's own editors. */
  next(at: number): Span | undefined
  /** Where the blanks of a line end stop that begin at `from`: before anything hidden, or at `to`. */
  endOfBlanks(from: number, to: number): number
  /** Whether two flows meet at `at` without a blank, so that an insertion would belong to both. */
  isSeam(at: number): boolean
  /** Whether a hyphen that belongs to the text ends a line at `at`: nothing is put in behind it. */
  isBehindHyphen(at: number): boolean
}

/** Builds the guard of a view. O(n log n) in its notes, calls, forme work and editorial marks. */
export function guardOf(view: View): Guard {
  const { markings, witness } = view
  const kept = merged([...markings.of('call'), ...markings.of('editorial-mark')])
  const hidden = merged([
    ...markings.of('note').flatMap((note) => note.parts),
    ...markings.of('forme-work'),
  ])
  const seams = new Set(hidden.flatMap((span) => [span.from, span.to]))
  const behindHyphens = new Set(markings.of('hyphen').map((hyphen) => hyphen.to))
  return {
    next: (at) => kept[firstBehind(kept, at)],
    endOfBlanks(from, to) {
      const end = Math.min(to, witness.lines.next(witness.lines.at(from)))
      const next = hidden[firstBehind(hidden, from)]
      return next ? Math.max(from, Math.min(end, next.from)) : end
    },
    isBehindHyphen: (at) => behindHyphens.has(at),
    isSeam: (at) =>
      seams.has(at) && !isBlankAt(witness.text, at - 1) && !isBlankAt(witness.text, at),
  }
}

function isBlankAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isBlank(text.charCodeAt(at))
}

/** The spans in order, those that overlap made one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const disjoint: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = disjoint.at(-1)
    if (last && from < last.to) {
      disjoint[disjoint.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    } else {
      disjoint.push({ from, to })
    }
  }
  return disjoint
}

/** The index of the first of the disjoint, sorted spans that ends behind `at`. */
function firstBehind(spans: readonly Span[], at: number): number {
  return partitionPoint(spans, ({ to }) => to <= at)
}
