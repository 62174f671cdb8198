import type { PageBeginningNode } from '../../model/edition.ts'
import { pageId } from './ids.ts'
import type { Scribe } from './scribe.ts'

/** Where a page begins. Where it does so within a note, the page itself is elsewhere. */
export function pageBeginning(node: PageBeginningNode, scribe: Scribe): void {
  const id = node.inNote ? undefined : scribe.id(pageId(node.key))
  scribe.markup(scribe.manner.page(node, id, scribe.words))
}
