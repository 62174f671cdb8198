import type { BlockNode, GroupNode, Inline, Row } from '../../model/edition.ts'
import { isSeen } from './is-seen.ts'
import { note } from './note.ts'
import { pageBeginning } from './page-beginning.ts'
import { quotation } from './quotation.ts'
import type { Scribe } from './scribe.ts'

/** A table of rows. One that holds anything else is a typed quotation. */
export function table(node: GroupNode, scribe: Scribe): void {
  if (!node.children.every(isPart) || !node.children.some(isRow)) {
    quotation(node, scribe, 'table')
    return
  }
  scribe.markup('<table>')
  scribe.parted(node.children.filter(isSeen), '\n', (child) => {
    if (child.type === 'row') row(child, scribe)
    else if (child.type === 'note') note(child, scribe)
    else if (child.type === 'pageBeginning') pageBeginning(child, scribe)
  })
  scribe.markup('</table>')
}

/** A row that stands by itself, with a table around it. */
export function loneRow(node: Row, scribe: Scribe): void {
  scribe.markup('<table>')
  row(node, scribe)
  scribe.markup('</table>')
}

function row(node: Row, scribe: Scribe): void {
  scribe.markup('<row>')
  for (const cell of cellsOf(node.children)) scribe.block('<cell>', cell, '</cell>')
  scribe.markup('</row>')
}

/** What stands between the wide gaps of a row. What parts two cells is layout. */
function cellsOf(nodes: readonly Inline[]): readonly (readonly Inline[])[] {
  const cells: Inline[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'layout' && node.value === ' ') cells.push([])
    else cells.at(-1)?.push(node)
  }
  return cells
}

function isRow({ type }: BlockNode): boolean {
  return type === 'row'
}

function isPart(node: BlockNode): boolean {
  return isRow(node) || node.type === 'note' || node.type === 'pageBeginning' || !isSeen(node)
}
