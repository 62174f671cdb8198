import type { GroupNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** A block quotation, or a group that can be nothing else where it stands. */
export function quotation(node: GroupNode, scribe: Scribe, type = ''): void {
  scribe.join = 'blank'
  scribe.markup(type === '' ? '<quote rend="block">' : `<quote rend="block" type="${type}">`)
  scribe.blocks(node.children)
  scribe.markup('</quote>')
}
