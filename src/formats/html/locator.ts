import type { LocatorNode } from '../../model/edition.ts'
import { behind } from './call.ts'
import { pageId } from './ids.ts'
import { leaf } from './leaf.ts'
import type { Scribe } from './scribe.ts'

/** The number of a page in a table of contents, and the way to it. */
export function locator(node: LocatorNode, scribe: Scribe): void {
  const pages = node.children.filter(({ type }) => type === 'pageBeginning')
  const linked = node.page !== undefined
  if (linked) {
    const href = scribe.manner.address(pageId(node.page ?? ''))
    scribe.markup(`<a class="locator" href="${href}">`)
  }
  for (const child of node.children) if (child.type !== 'pageBeginning') leaf(child, scribe)
  if (linked) scribe.markup('</a>')
  behind(pages, scribe)
}
