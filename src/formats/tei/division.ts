import type { Division, GroupNode } from '../../model/edition.ts'
import { isArticle } from '../library/parts-of-book.ts'
import { type Anywhere, arrange, type FormalLine, isAnywhere, type Placed } from './arrangement.ts'
import { block } from './block.ts'
import { typeOfDivision } from './citation.ts'
import { epigraph } from './epigraph.ts'
import { line } from './line.ts'
import type { Scribe } from './scribe.ts'
import { articleId } from './xml-id.ts'

/** Writes a division or letter, and hands over what is written chunk by chunk. */
export function* division(node: Division | GroupNode, scribe: Scribe): Iterable<string> {
  scribe.markup(node.type === 'division' ? startOf(node) : `<div type="${node.type}">\n`)
  yield* placedNodes(arrange(node.children), scribe)
  scribe.markup('</div>\n')
  yield* scribe.chunk()
}

/** Writes nodes that have their place in a division, each on lines of its own. */
export function* placedNodes(nodes: readonly Placed[], scribe: Scribe): Iterable<string> {
  for (const placed of nodes) {
    switch (placed.as) {
      case 'division':
        yield* division(placed.node, scribe)
        break
      case 'text':
        scribe.markup('<div type="text">\n')
        yield* placedNodes(placed.placed, scribe)
        scribe.markup('</div>\n')
        break
      default:
        simple(placed, scribe)
        scribe.markup('\n')
        yield* scribe.chunk()
    }
  }
}

/** An article points to what the header says of it. */
function startOf(node: Division): string {
  const decls = isArticle(node) ? ` decls="#${articleId(node.id)}"` : ''
  return `<div type="${typeOfDivision(node)}" xml:id="${node.id}"${decls}>\n`
}

type Simple = Exclude<Placed, { readonly as: 'division' | 'text' }>

function simple(placed: Simple, scribe: Scribe): void {
  switch (placed.as) {
    case 'head':
      scribe.block('<head>', placed.node.children, '</head>')
      break
    case 'byline':
      scribe.block('<byline>', placed.node.children, '</byline>')
      break
    case 'argument':
      scribe.markup('<argument>')
      line(placed.node, scribe)
      scribe.markup('</argument>')
      break
    case 'epigraph':
      epigraph(placed.node, scribe)
      break
    case 'block':
      block(placed.node, scribe)
      break
    default:
      formal(placed.as, placed.nodes, scribe)
      break
  }
}

/** An opener or closer: places and dates, salutations, signatures. */
function formal(name: string, nodes: readonly (FormalLine | Anywhere)[], scribe: Scribe): void {
  scribe.markup(`<${name}>`)
  scribe.parted(nodes, ' ', (node) => {
    if (isAnywhere(node)) block(node, scribe)
    else scribe.block(`<${node.type}>`, node.children, `</${node.type}>`)
  })
  scribe.markup(`</${name}>`)
}
