import type { EditorialMarkNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** A mark of the book's own editors, as printed. */
export function editorialMark(node: EditorialMarkNode, scribe: Scribe): void {
  scribe.markup(`<span class="ed">`)
  scribe.inline(node.children)
  scribe.markup('</span>')
}
