import type { EmphasisNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** Letter-spaced words; words that an editor sets apart are not printed so. */
export function emphasis(node: EmphasisNode, scribe: Scribe): void {
  if (node.isSet) {
    scribe.markup('<emph>')
    scribe.inline(node.children)
    scribe.markup('</emph>')
    return
  }
  scribe.markup('<hi rend="letterspaced">')
  scribe.inline(node.children)
  scribe.markup('</hi>')
}
