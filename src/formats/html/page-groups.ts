import type { EditionNode } from '../../model/edition.ts'
import type { StreamNode } from './stream.ts'

/**
 * The blocks that are set together with one foot: those between two beginnings of pages. A paragraph
 * over which a page begins is not parted; it stands whole on the page on which it begins.
 */
export type PageGroup = readonly StreamNode[]

/**
 * Groups the blocks of an edition by pages, in order and none left out; an empty edition has one group.
 * Linear in the nodes.
 */
export function* pageGroups(stream: Iterable<StreamNode>): Generator<PageGroup> {
  let group: StreamNode[] = []
  let any = false
  for (const placed of stream) {
    const { node } = placed
    if (group.some(isText) && beginsPage(node)) {
      yield group
      any = true
      group = []
    }
    group.push(placed)
    if (node.type !== 'pageBeginning' && holdsPage(node)) {
      yield group
      any = true
      group = []
    }
  }
  if (group.length > 0 || !any) yield group
}

/** Whether anything but pages and white space stands there. */
function isText({ node }: StreamNode): boolean {
  return 'children' in node
}

/** Whether a page begins with a node, nothing being printed in the node before. */
function beginsPage(node: EditionNode): boolean {
  if (node.type === 'pageBeginning') return true
  if (!('children' in node)) return false
  const first = node.children.find(({ type }) => !BEFORE_PRINT.has(type))
  return first !== undefined && first.type === 'pageBeginning'
}

const BEFORE_PRINT: ReadonlySet<string> = new Set(['layout', 'formeWork', 'lineBeginning'])

/** Whether a page begins within a node, behind something that is printed in it. */
function holdsPage(node: EditionNode): boolean {
  return 'children' in node && countPages(node) > (beginsPage(node) ? 1 : 0)
}

/** Notes called in a text have their own pages; those that stand between blocks are text. */
function countPages(node: EditionNode): number {
  if (node.type === 'pageBeginning') return 1
  if (!('children' in node)) return 0
  let count = 0
  for (const child of node.children) if (child.type !== 'note') count += countPages(child)
  return count
}
