import type { FlowLine } from '../../model/flow.ts'
import type { IsCalled } from './note-body.ts'
import type { NoteZone } from './note-zone.ts'
import { isFirst, isNext, type PlacedSiglum, type Siglum } from './siglum.ts'

/** A zone that the next page may carry on. */
export interface OpenZone extends NoteZone {
  readonly lines: FlowLine[]
  readonly anew: Set<number>
  /** The last label that came in sequence. */
  expected: Siglum | undefined
  /** Whether the article has a call that bears a siglum. */
  readonly isCalled: IsCalled
  /** How often its notes may still begin to count anew: chapters whose calls do. */
  restarts: number
}

/** Whether a label comes next in an open zone, or begins to count anew. */
export function isExpected(
  { expected, form, restarts }: OpenZone,
  { siglum, form: own }: PlacedSiglum,
): boolean {
  if (siglum.style === 'letter' && own !== form) return false
  if (expected === undefined || isNext(expected, siglum)) return true
  return isFirst(siglum) && (restarts > 0 || own !== form || isMarked(own))
}

/** Whether a bare label, such as a section may have, does not come next in an open zone. */
export function countsAnew({ expected }: OpenZone, { siglum, form }: PlacedSiglum): boolean {
  return expected !== undefined && !isMarked(form) && !isNext(expected, siglum)
}

/** Whether a form of labels is more than a bare number, which a section or an item may have, too. */
export function isMarked(form: string): boolean {
  return form !== 'arabic' && form !== 'arabic.' && form !== 'roman' && form !== 'roman.'
}
