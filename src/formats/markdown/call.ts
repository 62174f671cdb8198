import type { CallNode } from '../../model/edition.ts'
import type { Context } from './flow.ts'
import { writeLeaf } from './leaf.ts'
import type { Phrase } from './phrase.ts'

/**
 * A reference mark: the call of its note's definition, `[^d3.iv]`. A mark that no note answers stays
 * as it is printed.
 */
export function writeCall(call: CallNode, phrase: Phrase, context: Context): void {
  const label = call.note === undefined ? undefined : context.labels.get(call.note)
  for (const leaf of call.children) {
    if (label === undefined || leaf.type === 'pageBeginning') writeLeaf(leaf, phrase)
  }
  if (label !== undefined) phrase.call(label, call)
}
