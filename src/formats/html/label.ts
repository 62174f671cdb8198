import type { LabelNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** The label of an item, as printed. That of a note is written by the note. */
export function label(node: LabelNode, scribe: Scribe): void {
  scribe.markup('<span class="label">')
  scribe.text(node.value)
  scribe.markup('</span> ')
}
