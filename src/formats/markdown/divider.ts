import type { PhrasingContent } from 'mdast'
import type { Line } from '../../model/edition.ts'
import type { Context, Flow } from './flow.ts'
import { phrasingOf } from './inline.ts'
import { blockOf, paragraphOf } from './paragraph.ts'

/**
 * A divider: a thematic break, `* * *`, whatever ornament the printer took. One that says something,
 * with a letter, a digit, a call or a page in it, stays a paragraph.
 */
export function divider(node: Line, context: Context): Flow {
  return blockOf(phrasingOf(node.children, context), (children) =>
    children.every(isOrnament) ? { type: 'thematicBreak' } : paragraphOf(children),
  )
}

function isOrnament(node: PhrasingContent): boolean {
  return node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value)
}
