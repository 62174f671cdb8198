import { notUndone } from '../apparatus/undone.ts'
import type { Decision } from '../model/decision.ts'
import { InputError } from '../model/input-error.ts'

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

/**
 * The event that undoes the editor's last act that stands, or the one that `named` names; undefined
 * where there is none.
 *
 * Throws an `InputError` for a name that no act of the editor has.
 */
export function undoing(
  log: readonly Decision[],
  signature: Pick<Decision, 'at' | 'by' | 'batch' | 'note'>,
  named?: string,
): Decision | undefined {
  const { by } = signature
  const id = named ?? lastAct(log, by)?.batch
  if (id === undefined) return undefined
  if (!log.some((one) => one.by === by && one.batch === id)) {
    throw new InputError(`Unexpected act \`${id}\`, expected one of ${by}`)
  }
  return { ...signature, act: 'undo', target: { kind: 'batch', id } }
}
