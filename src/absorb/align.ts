import { diffArrays } from 'diff'
import type { Passage, Sign } from './passage.ts'

/** Passages of the edition and those that stand in their place in the edited file. */
export interface Region {
  readonly base: readonly Passage[]
  readonly edited: readonly Passage[]
  /** The passage of the edited file before them, or else the first one. */
  readonly near: Passage | undefined
}

/** Names what a sign is, the same in both texts. */
export type SignName = (sign: Sign) => string

/** How many passages may differ before the search for the best alignment is given up. */
const MOST_DIFFERENT = 4000

/**
 * The stretches in which two texts differ, with nothing in them that is the same at their ends. Where
 * almost everything differs, all of it is one stretch. Linear in the text, and in the passages times
 * those that differ.
 */
export function differingRegions(
  base: readonly Passage[],
  edited: readonly Passage[],
  [ours, theirs]: readonly [SignName, SignName],
): readonly Region[] {
  const changes = diffArrays(
    base.map((passage) => nameOf(passage, ours)),
    edited.map((passage) => nameOf(passage, theirs)),
    { maxEditLength: MOST_DIFFERENT },
  )
  if (!changes) return [{ base, edited, near: edited[0] }]
  const regions: Region[] = []
  let [at, place] = [0, 0]
  let open: Region | undefined
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      if (open) regions.push(open)
      open = undefined
      at += count
      place += count
      continue
    }
    const mine = removed ? base.slice(at, at + count) : []
    const other = added ? edited.slice(place, place + count) : []
    open = {
      base: [...(open?.base ?? []), ...mine],
      edited: [...(open?.edited ?? []), ...other],
      near: open?.near ?? edited[Math.max(0, place - 1)],
    }
    at += mine.length
    place += other.length
  }
  if (open) regions.push(open)
  return regions
}

/** All that there is to a passage, as a string. */
function nameOf({ kind, frame, text, signs, emphasised }: Passage, name: SignName): string {
  const parts = [kind, frame, text, ...[...signs].map(([at, sign]) => `${at} ${name(sign)}`)]
  if (emphasised.includes(true)) parts.push(emphasised.map(Number).join(''))
  return parts.join('\n')
}
