import { type Decision, isUndo } from '../model/decision.ts'

/**
 * A log without the acts that their editors took back, and without the taking back. An undoing that
 * was undone itself counts for nothing. `log` is sorted, the oldest first. O(n).
 */
export function notUndone(log: readonly Decision[]): readonly Decision[] {
  const undone = new Set<string>()
  for (const event of log.toReversed()) {
    if (isUndo(event) && !undone.has(actOf(event))) undone.add(named(event.by, event.target.id))
  }
  return log.filter((event) => !isUndo(event) && !undone.has(actOf(event)))
}

/** Names the act that an event is part of; one without a batch is part of none. */
function actOf({ by, batch }: Decision): string {
  return batch === undefined ? '' : named(by, batch)
}

function named(by: string, batch: string): string {
  return JSON.stringify([by, batch])
}
