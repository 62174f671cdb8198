import { notUndone } from '../apparatus/undone.ts'
import type { Decision } from '../model/decision.ts'

/** What an editor did at once. */
export interface EditorsAct {
  readonly batch: string
  readonly decisions: readonly Decision[]
}

/**
 * What an editor can undo next: the last act of theirs that was not undone, bulk or not. A decision
 * without a batch cannot be undone as an act. `log` is in the order of each editor. Linear.
 */
export function lastAct(log: readonly Decision[], by: string): EditorsAct | undefined {
  const own = notUndone(log.filter((one) => one.by === by))
  const batch = own.findLast((one) => one.batch !== undefined)?.batch
  if (batch === undefined) return undefined
  return { batch, decisions: own.filter((one) => one.batch === batch) }
}
