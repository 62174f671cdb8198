import type { LabelNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** The siglum of a note or the label of an item, as printed. */
export function label(node: LabelNode, scribe: Scribe): void {
  scribe.markup('<label>')
  scribe.text(node.value)
  scribe.markup('</label>')
}
