import type { EmphasisNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** Words set apart by letter-spacing. */
export function emphasis(node: EmphasisNode, scribe: Scribe): void {
  scribe.markup('<em>')
  scribe.inline(node.children)
  scribe.markup('</em>')
}
