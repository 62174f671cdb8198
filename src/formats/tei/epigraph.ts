import type { BlockNode, GroupNode, Line } from '../../model/edition.ts'
import { isAnywhere } from './arrangement.ts'
import { block } from './block.ts'
import { isSeen } from './is-seen.ts'
import type { Scribe } from './scribe.ts'

/** An epigraph at the head of a division: what is quoted, and from whom. */
export function epigraph(node: GroupNode, scribe: Scribe): void {
  scribe.markup('<epigraph><cit>')
  scribe.parted(runs(node.children.filter(isSeen)), ' ', (run) => {
    const [first] = run
    if (!first) return
    if (isSource(first)) {
      scribe.block('<bibl>', first.children, '</bibl>')
    } else if (isAnywhere(first)) {
      block(first, scribe)
    } else {
      scribe.markup('<quote>')
      scribe.blocks(run)
      scribe.markup('</quote>')
    }
  })
  scribe.markup('</cit></epigraph>')
}

/** What is quoted together; each source, note and page by itself. */
function runs(nodes: readonly BlockNode[]): readonly (readonly BlockNode[])[] {
  const found: BlockNode[][] = []
  let quoted: BlockNode[] | undefined
  for (const node of nodes) {
    if (isSource(node) || isAnywhere(node)) {
      found.push([node])
      quoted = undefined
    } else if (quoted) {
      quoted.push(node)
    } else {
      quoted = [node]
      found.push(quoted)
    }
  }
  return found
}

interface Source extends Line {
  readonly type: 'source' | 'byline' | 'signed' | 'dateline'
}

function isSource(node: BlockNode): node is Source {
  const { type } = node
  return type === 'source' || type === 'byline' || type === 'signed' || type === 'dateline'
}
