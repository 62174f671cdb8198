import type { EmphasisNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** Letter-spaced words. */
export function emphasis(node: EmphasisNode, scribe: Scribe): void {
  scribe.markup('<hi rend="letterspaced">')
  scribe.inline(node.children)
  scribe.markup('</hi>')
}
