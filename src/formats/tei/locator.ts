import type { LocatorNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** The number of a page in a table of contents: `<ref type="page" target="#pb12">12</ref>`. */
export function locator(node: LocatorNode, scribe: Scribe): void {
  const target = node.page === undefined ? ' subtype="orphan"' : ` target="#pb${node.page}"`
  scribe.markup(`<ref type="page"${target}>`)
  scribe.inline(node.children)
  scribe.markup('</ref>')
}
