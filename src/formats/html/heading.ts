import type { HeadingNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** A heading: one of six levels, none of which is left out, since it is as deep as its division. */
export function heading(node: HeadingNode, scribe: Scribe, id?: string): void {
  const name = `h${Math.min(6, Math.max(1, scribe.depth) - 1 + scribe.manner.topHeading)}`
  const own = id === undefined ? scribe.idOfBlock(node.children) : ` id="${scribe.id(id)}"`
  scribe.inHeading = true
  scribe.block(`<${name}${own}>`, node.children, `</${name}>\n`)
  scribe.inHeading = false
}
