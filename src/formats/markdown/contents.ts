import type { GroupNode, Line } from '../../model/edition.ts'
import type { Context, Flow } from './flow.ts'
import { listOf } from './list.ts'
import { paragraph } from './paragraph.ts'

/** A table of contents: a list of its entries, with the numbers of the pages as printed. */
export function contents(node: GroupNode, context: Context): Flow {
  return listOf(
    node.children.map((child) =>
      child.type === 'entry' ? entry(child, context) : context.block(child, context),
    ),
    undefined,
  )
}

function entry(node: Line, context: Context): Flow {
  return paragraph(node.children, context)
}
