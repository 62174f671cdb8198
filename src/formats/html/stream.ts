import type { BlockNode, Division, Edition, GroupNode, Item, List } from '../../model/edition.ts'

/** What holds whole blocks and may run on over many pages. */
export type Container = GroupNode | List

/** A block on its way from the tree to the pages. */
export interface StreamNode {
  readonly node: BlockNode | Item
  /** What it stands in, outermost first. */
  readonly within: readonly Container[]
  /** How many divisions that have a heading it stands in. */
  readonly depth: number
  /** The divisions that begin with it, outermost first. */
  readonly opens: readonly Division[]
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'list',
  'quotation',
  'epigraph',
  'letter',
  'verse',
  'contents',
])

/**
 * The blocks of an edition in reading order, out of their divisions: pages begin and end anywhere, and
 * what stands at their foot must be able to stand between any two blocks. Linear in the blocks.
 */
export function* streamOf(edition: Edition): Generator<StreamNode> {
  let opens: readonly Division[] = []
  yield* of(edition.children, [], 0)

  function* of(
    nodes: readonly (BlockNode | Item)[],
    within: readonly Container[],
    depth: number,
  ): Generator<StreamNode> {
    for (const node of nodes) {
      if (node.type === 'division') {
        opens = [...opens, node]
        yield* of(node.children, within, depth + (hasHeading(node) ? 1 : 0))
        opens = opens.filter((division) => division !== node)
      } else if (isContainer(node)) {
        yield* of(node.children, [...within, node], depth)
      } else {
        const begun = 'children' in node ? opens : []
        yield { node, within, depth, opens: begun }
        if (begun.length > 0) opens = []
      }
    }
  }
}

export function hasHeading({ children }: Division): boolean {
  return children.some(({ type }) => type === 'heading')
}

function isContainer(node: BlockNode | Item): node is Container {
  return CONTAINERS.has(node.type)
}
