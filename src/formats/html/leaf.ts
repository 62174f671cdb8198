import type { Leaf } from '../../model/edition.ts'
import { hyphen } from './hyphen.ts'
import { label } from './label.ts'
import { lineBeginning } from './line-beginning.ts'
import { pageBeginning } from './page-beginning.ts'
import type { Scribe } from './scribe.ts'
import { text } from './text.ts'

/** Writes a leaf: what a reader sees of it, and marks where lines and pages begin. */
export function leaf(node: Leaf, scribe: Scribe): void {
  switch (node.type) {
    case 'text':
      text(node, scribe)
      break
    case 'layout':
      scribe.anchor(scribe.markedIn(node))
      scribe.markup(node.value)
      break
    case 'lineBeginning':
      lineBeginning(node, scribe)
      break
    case 'pageBeginning':
      pageBeginning(node, scribe)
      break
    case 'hyphen':
      scribe.anchor(scribe.markedIn(node))
      hyphen(node, scribe)
      break
    case 'label':
      scribe.anchor(scribe.markedIn(node))
      label(node, scribe)
      break
    case 'formeWork':
      // It belongs to no one's text; the facing raw text shows it.
      scribe.anchor(scribe.markedIn(node))
  }
}
