import type { Inline, Leaf } from '../../model/edition.ts'
import { proposed } from './app.ts'
import { call } from './call.ts'
import { correction } from './correction.ts'
import { editorialMark } from './editorial-mark.ts'
import { emphasis } from './emphasis.ts'
import { hyphen } from './hyphen.ts'
import { label } from './label.ts'
import { layout } from './layout.ts'
import { lineBeginning } from './line-beginning.ts'
import { locator } from './locator.ts'
import { note } from './note.ts'
import { pageBeginning } from './page-beginning.ts'
import type { Scribe } from './scribe.ts'

/** Writes running text: the table of its nodes. */
export function inline(nodes: readonly Inline[], scribe: Scribe): void {
  for (const node of scribe.proposals.within(nodes)) {
    switch (node.type) {
      case 'call':
        call(node, scribe)
        break
      case 'locator':
        locator(node, scribe)
        break
      case 'correction':
        correction(node, scribe)
        break
      case 'proposed':
        proposed(node, scribe)
        break
      case 'emphasis':
        emphasis(node, scribe)
        break
      case 'editorialMark':
        editorialMark(node, scribe)
        break
      case 'note':
        note(node, scribe)
        break
      default:
        leaf(node, scribe)
    }
  }
}

/** Writes leaves as they are, whatever is proposed for them. */
export function leaves(nodes: readonly Leaf[], scribe: Scribe): void {
  for (const node of nodes) leaf(node, scribe)
}

/** The table of leaves. */
function leaf(node: Leaf, scribe: Scribe): void {
  switch (node.type) {
    case 'text':
      scribe.text(node.value)
      break
    case 'layout':
      layout(node, scribe)
      break
    case 'lineBeginning':
      lineBeginning(node, scribe)
      break
    case 'pageBeginning':
      pageBeginning(node, scribe)
      break
    case 'formeWork':
      // It stands in the source layer, and belongs to no one's text.
      break
    case 'hyphen':
      hyphen(node, scribe)
      break
    case 'label':
      label(node, scribe)
  }
}
