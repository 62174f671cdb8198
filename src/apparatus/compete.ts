import { byPlace, byRank, type Entry } from './entry.ts'
import { Ground } from './ground.ts'

/**
 * Gives each place to the entry that ranks highest there; the others keep its id in `beatenBy`.
 * Rejected entries take no part. The result is in the order of the witness, and is the same for any
 * order of the entries. O(n log n) in the entries and the length of their spans.
 */
export function compete(entries: readonly Entry[]): readonly Entry[] {
  const taken = new Ground()
  const settled = [...entries].sort(byRank).map((entry) => {
    if (entry.state === 'rejected') return { ...entry, beatenBy: undefined }
    const beatenBy = taken.holderOf(entry.ground)
    if (beatenBy === undefined) taken.take(entry.ground, entry.id)
    return { ...entry, beatenBy }
  })
  return settled.sort(byPlace)
}
