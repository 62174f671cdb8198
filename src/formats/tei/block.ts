import type { BlockNode } from '../../model/edition.ts'
import { contents, entry } from './contents.ts'
import { isSeen } from './is-seen.ts'
import { line } from './line.ts'
import { list } from './list.ts'
import { note } from './note.ts'
import { pageBeginning } from './page-beginning.ts'
import { quotation } from './quotation.ts'
import type { Scribe } from './scribe.ts'
import { loneRow, table } from './table.ts'
import { verse } from './verse.ts'

/**
 * Writes blocks where a paragraph may stand: within notes and quotations, and in the midst of a
 * division. What TEI has at the ends of divisions only is an `ab` of its type here.
 */
export function blocks(nodes: readonly BlockNode[], scribe: Scribe): void {
  scribe.parted(nodes.filter(isSeen), ' ', (node) => block(node, scribe))
}

/** The table of blocks. */
export function block(node: BlockNode, scribe: Scribe): void {
  switch (node.type) {
    case 'list':
      list(node, scribe)
      break
    case 'verse':
      verse(node, scribe)
      break
    case 'table':
      table(node, scribe)
      break
    case 'row':
      loneRow(node, scribe)
      break
    case 'contents':
      contents(node, scribe)
      break
    case 'entry':
      entry(node, scribe)
      break
    case 'quotation':
      quotation(node, scribe)
      break
    case 'epigraph':
    case 'letter':
      quotation(node, scribe, node.type)
      break
    case 'note':
      note(node, scribe)
      break
    case 'division':
      blocks(node.children, scribe)
      break
    case 'pageBeginning':
      pageBeginning(node, scribe)
      break
    case 'layout':
    case 'formeWork':
    case 'text':
    case 'lineBeginning':
    case 'hyphen':
    case 'label':
      break
    default:
      line(node, scribe)
  }
}
