import type { BlockNode, GroupNode } from '../../model/edition.ts'
import { isSeen } from './is-seen.ts'
import { note } from './note.ts'
import { pageBeginning } from './page-beginning.ts'
import { quotation } from './quotation.ts'
import type { Scribe } from './scribe.ts'

/**
 * A poem: its title, its lines, and who signed it. Verse that holds anything else is a quotation
 * with line groups in it.
 */
export function verse(node: GroupNode, scribe: Scribe): void {
  if (isPoem(node.children)) poem(node, scribe)
  else quotation(node, scribe, 'verse')
}

function poem(node: GroupNode, scribe: Scribe): void {
  scribe.markup('<lg>')
  scribe.parted(node.children.filter(isSeen), '\n', (child) => part(child, scribe))
  scribe.markup('</lg>')
}

function part(node: BlockNode, scribe: Scribe): void {
  switch (node.type) {
    case 'verseLine':
      scribe.block('<l>', node.children, '</l>')
      break
    case 'heading':
      scribe.block('<head>', node.children, '</head>')
      break
    case 'byline':
    case 'dateline':
    case 'salute':
    case 'signed':
      scribe.block(`<${node.type}>`, node.children, `</${node.type}>`)
      break
    case 'note':
      note(node, scribe)
      break
    case 'pageBeginning':
      pageBeginning(node, scribe)
  }
}

/** Whether verse lines stand together, with nothing but a title before and a signature behind. */
function isPoem(nodes: readonly BlockNode[]): boolean {
  const blocks = nodes.filter((node) => 'children' in node && node.type !== 'note')
  const first = blocks.findIndex(({ type }) => type === 'verseLine')
  const last = blocks.findLastIndex(({ type }) => type === 'verseLine')
  if (first < 0) return false
  return blocks.every(({ type }, i) => {
    if (i < first) return type === 'heading' || isSignature(type)
    return i > last ? isSignature(type) : type === 'verseLine'
  })
}

function isSignature(type: BlockNode['type']): boolean {
  return type === 'byline' || type === 'dateline' || type === 'salute' || type === 'signed'
}
