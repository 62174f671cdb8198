import type { Item, List } from '../../model/edition.ts'
import { isSeen } from './is-seen.ts'
import { pageBeginning } from './page-beginning.ts'
import type { Scribe } from './scribe.ts'
import { attribute } from './xml-id.ts'

/** A list; pages that begin between its items stand between them. */
export function list(node: List, scribe: Scribe): void {
  scribe.markup(`<list rend="${node.rend}">`)
  scribe.parted(node.children.filter(isSeen), '\n', (child) => {
    if (child.type === 'item') item(child, scribe)
    else if (child.type === 'pageBeginning') pageBeginning(child, scribe)
  })
  scribe.markup('</list>')
}

/** An item with its label as printed; `n` is the number in it. */
function item(node: Item, scribe: Scribe): void {
  const number = /[\p{L}\p{N}]+/u.exec(node.label)?.[0]
  scribe.block(`<item${attribute('n', number)}>`, node.children, '</item>')
}
