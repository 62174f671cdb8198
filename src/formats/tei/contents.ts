import type { BlockNode, GroupNode, Line } from '../../model/edition.ts'
import { isSeen } from './is-seen.ts'
import { note } from './note.ts'
import { pageBeginning } from './page-beginning.ts'
import { quotation } from './quotation.ts'
import type { Scribe } from './scribe.ts'

/** A table of contents: a list of entries. One that holds anything else is a typed quotation. */
export function contents(node: GroupNode, scribe: Scribe): void {
  if (!node.children.every(isPart) || !node.children.some(isEntry)) {
    quotation(node, scribe, 'contents')
    return
  }
  scribe.markup(START)
  scribe.parted(node.children.filter(isSeen), '\n', (child) => {
    if (child.type === 'entry') item(child, scribe)
    else if (child.type === 'note') note(child, scribe)
    else if (child.type === 'pageBeginning') pageBeginning(child, scribe)
  })
  scribe.markup('</list>')
}

/** An entry that stands by itself, with a list around it. */
export function entry(node: Line, scribe: Scribe): void {
  scribe.markup(START)
  item(node, scribe)
  scribe.markup('</list>')
}

const START = '<list type="toc">'

function item(node: Line, scribe: Scribe): void {
  scribe.block('<item>', node.children, '</item>')
}

function isEntry({ type }: BlockNode): boolean {
  return type === 'entry'
}

function isPart(node: BlockNode): boolean {
  return isEntry(node) || node.type === 'note' || node.type === 'pageBeginning' || !isSeen(node)
}
