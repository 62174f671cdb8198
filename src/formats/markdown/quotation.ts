import type { GroupNode } from '../../model/edition.ts'
import { type Context, type Flow, flowOf } from './flow.ts'

/** A block quotation or an epigraph: every line behind `>`. */
export function quotation(node: GroupNode, context: Context): Flow {
  const { content, notes, pages } = flowOf(node.children, context)
  if (content.length === 0) return { content, notes, pages }
  return { content: [{ type: 'blockquote', children: [...content] }], notes, pages }
}
