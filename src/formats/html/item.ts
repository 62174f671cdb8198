import type { Item } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** An item of a list, with the label that is printed before it. */
export function item(node: Item, scribe: Scribe): void {
  scribe.block(`<li${scribe.idOfBlock(node.children)}>`, node.children, '</li>\n')
}
