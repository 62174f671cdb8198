import type { BlockNode } from '../../model/edition.ts'
import { contents } from './contents.ts'
import { divider } from './divider.ts'
import { type Context, type Flow, flowOf } from './flow.ts'
import { note } from './footnote.ts'
import { heading } from './heading.ts'
import { list } from './list.ts'
import { paragraph } from './paragraph.ts'
import { quotation } from './quotation.ts'
import { rowsOf, table } from './table.ts'
import { verse } from './verse.ts'

/** Writes one block of the edition, and what it holds: which node becomes what. */
export function block(node: BlockNode, context: Context): Flow {
  switch (node.type) {
    case 'paragraph':
    case 'verseLine':
    case 'entry':
    case 'byline':
    case 'source':
    case 'dateline':
    case 'salute':
    case 'signed':
      return paragraph(node.children, context)
    case 'divider':
      return divider(node, context)
    case 'heading':
      return heading(node, context)
    case 'list':
      return list(node, context)
    case 'quotation':
    case 'epigraph':
      return quotation(node, context)
    case 'table':
      return table(node, context)
    case 'row':
      return rowsOf([node], context)
    case 'contents':
      return contents(node, context)
    case 'verse':
      return verse(node, context)
    case 'note':
      return note(node, context)
    // Markdown has no divisions; their headings show them. A letter reads on in the running text.
    case 'division':
    case 'letter':
      return flowOf(node.children, context)
    // Between blocks: pages; printed characters only where no block claims them.
    default:
      return paragraph([node], context)
  }
}
