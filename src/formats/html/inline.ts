import type { Inline } from '../../model/edition.ts'
import { call } from './call.ts'
import { correction } from './correction.ts'
import { editorialMark } from './editorial-mark.ts'
import { emphasis } from './emphasis.ts'
import { leaf } from './leaf.ts'
import { locator } from './locator.ts'
import type { Scribe } from './scribe.ts'

/** Writes running text: the table of its nodes. */
export function inline(nodes: readonly Inline[], scribe: Scribe): void {
  for (const node of linesFirst(nodes)) {
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
      case 'emphasis':
        emphasis(node, scribe)
        break
      case 'editorialMark':
        editorialMark(node, scribe)
        break
      case 'note':
        scribe.note(node)
        break
      default:
        leaf(node, scribe)
    }
  }
}

/** A page that begins with a line begins in it, so that the mark of the page stands on its first line. */
function* linesFirst(nodes: readonly Inline[]): Generator<Inline> {
  let pages: Inline[] = []
  for (const node of nodes) {
    if (node.type === 'pageBeginning') pages.push(node)
    else if (node.type === 'layout' || node.type === 'formeWork') yield node
    else {
      if (node.type === 'lineBeginning') yield node
      yield* pages
      pages = []
      if (node.type !== 'lineBeginning') yield node
    }
  }
  yield* pages
}
