import { byCertainty, type Certainty } from '../../model/certainty.ts'
import type { Correction } from '../../model/correction.ts'
import { editorId } from './xml-id.ts'

/** Who answers for a correction: the editor who decided, else Emend. */
export function agentOf(one: Correction): string {
  return one.by === undefined ? 'emend' : editorId(one.by)
}

/** Of several corrections, how sure the least sure one is. */
export function leastSure(corrections: readonly Correction[]): Certainty | undefined {
  return corrections
    .map((one) => one.cert)
    .sort(byCertainty)
    .at(-1)
}
