import type { EmendedPart } from '../model/emendation.ts'
import type { Piece } from '../model/reading.ts'
import { pieceAt } from '../model/reading.ts'
import type { View } from '../model/view.ts'
import { share } from './align.ts'
import { guardOf } from './guard.ts'
import { type Change, isEmpty, slide, strip } from './normal-form.ts'
import { stretchesOf } from './stretch.ts'
import { touches } from './touch.ts'

/** A change of the reading text, as a change of the witness. */
export interface Lifted {
  /** In the order of the reading, in normal form: no common ends, never empty. */
  readonly parts: readonly EmendedPart[]
  /** The ids of the corrections whose place it takes, sorted. */
  readonly supersedes: readonly string[]
}

/** Lifts one change from the reading text to the witness, or says that it is no emendation. */
export type Lift = (change: Change) => Lifted | undefined

/**
 * Builds the function that lifts changes of a view's reading text to the witness.
 *
 * A change has several parts where it runs across what the reading does not show: soft hyphens, line
 * ends, page feet, notes, the blanks of letter-spaced words. What is hidden is never taken along. A
 * change that touches a correction of an earlier layer takes all of it over and supersedes it.
 *
 * No emendation, and so undefined: a change that changes nothing or only takes a correction back;
 * one that touches a reference mark, a mark of the book's own editors or the end of a block; an
 * insertion where two flows meet without a blank; one of thousands of characters over several lines.
 *
 * Law: the reading after the lifted parts have taken the place of what they supersede is the reading
 * with the change made. O(log n) each, but for changes over several stretches, which are aligned.
 */
export function lifterOf(view: View): Lift {
  const { reading, witness } = view
  const guard = guardOf(view)
  const extents = extentsOf(reading.pieces)
  return function lift(change) {
    if (change.from < 0 || change.to < change.from || change.to > reading.text.length) {
      const { from, to } = change
      throw new RangeError(`Unexpected edit of ${from} to ${to}, expected one within the reading`)
    }
    let wide = strip(reading.text, change)
    if (isEmpty(wide)) return undefined
    const swallowed = new Set<string>()
    for (;;) {
      const inside = correctionsIn(wide)
      if (swallow(inside, swallowed)) continue
      const parts = partsOf(wide, swallowed)
      if (!parts || parts.length === 0) return undefined
      if (swallow(correctionsTouched(wide, parts), swallowed)) continue
      return { parts, supersedes: [...swallowed].sort() }
    }

    /** Widens the change so that it holds the corrections; false when it held them all. */
    function swallow(ids: readonly string[], known: Set<string>): boolean {
      const fresh = ids.filter((id) => !known.has(id))
      for (const id of fresh) {
        known.add(id)
        const extent = extents().get(id) ?? wide
        const from = Math.min(wide.from, extent.from)
        const to = Math.max(wide.to, extent.to)
        const before = reading.text.slice(from, wide.from)
        const after = reading.text.slice(wide.to, to)
        wide = { from, to, corr: before + wide.corr + after }
      }
      return fresh.length > 0
    }
  }

  /** The corrections in whose reading the change falls. */
  function correctionsIn(change: Change): readonly string[] {
    return corrections(change, ({ at, length }) =>
      change.from === change.to
        ? at <= change.to && change.from <= at + length
        : at < change.to && change.from < at + length,
    )
  }

  /** The corrections that the parts meet in the witness, though not in the reading. */
  function correctionsTouched(change: Change, parts: readonly EmendedPart[]): readonly string[] {
    return corrections(change, (piece) => parts.some((part) => touches(part, piece)))
  }

  /** The corrections of the pieces in and beside the change that pass a test. */
  function corrections(change: Change, test: (piece: Piece) => boolean): readonly string[] {
    const { pieces } = reading
    let first = pieceAt(reading, change.from)
    while (first > 0 && (pieces[first - 1]?.at ?? 0) >= change.from - 1) first--
    const found: string[] = []
    for (let i = Math.max(0, first - 2); i < pieces.length; i++) {
      const piece = pieces[i]
      if (!piece || piece.at > change.to + 1) break
      if (typeof piece.source === 'object' && test(piece)) found.push(piece.source.correction)
    }
    return found
  }

  /** The parts of a change that swallows some corrections, or undefined where it may not be. */
  function partsOf(
    change: Change,
    swallowed: ReadonlySet<string>,
  ): readonly EmendedPart[] | undefined {
    const stretches = stretchesOf(view, guard, change, swallowed)
    const shares = share(
      stretches.map((stretch) => stretch.text),
      change.corr,
    )
    if (!shares || stretches.length === 0) return undefined
    const parts: EmendedPart[] = []
    let carried = ''
    for (const [i, stretch] of stretches.entries()) {
      const corr = carried + (shares[i] ?? '')
      carried = ''
      const stays = stretch.fixed ? stretch.text : stretch.layout ? ' ' : ''
      if (stays !== '' && corr.startsWith(stays)) {
        // What is put in behind it belongs to what comes next.
        carried = corr.slice(stays.length)
        continue
      }
      if (stretch.fixed || (stretch.layout && corr.endsWith(' '))) return undefined
      const whole = { from: stretch.from, to: stretch.to, corr }
      const part = stretch.layout ? whole : strip(witness.text, whole)
      if (isEmpty(part)) continue
      if (part.from === part.to && guard.isSeam(part.from)) return undefined
      parts.push(stretches.length > 1 ? part : slide(witness.text, part, stretch.limit(part)))
    }
    return carried === '' ? parts : undefined
  }

  /** Where in the reading each correction begins and ends; computed once, when first asked for. */
  function extentsOf(pieces: readonly Piece[]): () => ReadonlyMap<string, ReadingExtent> {
    let known: Map<string, ReadingExtent> | undefined
    return () => {
      if (known) return known
      known = new Map()
      for (const { at, length, source } of pieces) {
        if (typeof source !== 'object') continue
        const from = known.get(source.correction)?.from ?? at
        known.set(source.correction, { from, to: at + length })
      }
      return known
    }
  }
}

/** A stretch of the reading text. */
interface ReadingExtent {
  readonly from: number
  readonly to: number
}
