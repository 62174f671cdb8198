import type { BlockNode, Item } from '../../model/edition.ts'
import { container } from './container.ts'
import { heading } from './heading.ts'
import { item } from './item.ts'
import { leaf } from './leaf.ts'
import { line } from './line.ts'
import { note } from './note.ts'
import type { Scribe } from './scribe.ts'
import { hasHeading } from './stream.ts'
import { lone, table } from './table.ts'

/** Writes blocks that stand in another block: in a note. */
export function blocks(nodes: readonly BlockNode[], scribe: Scribe): void {
  for (const node of nodes) block(node, scribe)
}

/** The table of blocks. */
export function block(node: BlockNode | Item, scribe: Scribe): void {
  switch (node.type) {
    case 'heading':
      heading(node, scribe)
      break
    case 'item':
      item(node, scribe)
      break
    case 'table':
      table(node, scribe)
      break
    case 'row':
      lone(node, scribe)
      break
    case 'list':
    case 'quotation':
    case 'epigraph':
    case 'letter':
    case 'verse':
    case 'contents':
      container(node, scribe)
      break
    case 'note':
      if (node.place === 'end') note(node, scribe)
      else scribe.note(node)
      break
    case 'division': {
      const before = scribe.depth
      if (hasHeading(node)) scribe.depth++
      blocks(node.children, scribe)
      scribe.depth = before
      break
    }
    case 'layout':
    case 'lineBeginning':
      scribe.anchor(scribe.markedIn(node))
      break
    case 'text':
    case 'pageBeginning':
    case 'formeWork':
    case 'hyphen':
    case 'label':
      leaf(node, scribe)
      break
    default:
      line(node, scribe)
  }
}
