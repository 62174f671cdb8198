import type { Html, Root, RootContent } from 'mdast'
import type { BlockNode, Edition } from '../../model/edition.ts'
import { apparatus } from './apparatus.ts'
import { block } from './block.ts'
import { type Context, listsApart } from './flow.ts'
import { definitions } from './footnote.ts'
import { frontMatter } from './front-matter.ts'
import { landmarksOf } from './landmarks.ts'
import { noteLabels } from './note-labels.ts'

/** The edition as a Markdown tree, with footnotes and front matter. */
export function markdownTree(edition: Edition): Root {
  return { type: 'root', children: [...markdownBlocks(edition)] }
}

/** The blocks of that tree, one after the other, so that nobody need hold all of them. */
export function* markdownBlocks(edition: Edition): Generator<RootContent> {
  const landmarks = landmarksOf(edition)
  const context: Context = { labels: noteLabels(landmarks), block, isTraced: false }
  yield frontMatter(edition)
  yield* listsApart(textBlocks(edition.children, context))
  yield* apparatus(edition, landmarks.words)
}

/**
 * The text of the edition as a Markdown tree, without front matter and apparatus. Each text in it
 * knows the places of its characters in the witness, each call and page its node of the edition.
 */
export function tracedText(edition: Edition): Root {
  const labels = noteLabels(landmarksOf(edition))
  const context: Context = { labels, block, isTraced: true }
  return { type: 'root', children: [...listsApart(textBlocks(edition.children, context))] }
}

function* textBlocks(nodes: readonly BlockNode[], context: Context): Generator<RootContent> {
  let pages: Html[] = []
  for (const node of readOn(nodes)) {
    const flow = block(node, context)
    const notes = definitions(flow.notes, context)
    if (flow.content.length > 0 || notes.length > 0) {
      yield* pages
      yield* flow.content
      yield* notes
      pages = []
    }
    for (const page of flow.pages) pages.push(page)
  }
  yield* pages
}

/** The blocks that stand in divisions and letters, in their place. */
function* readOn(nodes: readonly BlockNode[]): Generator<BlockNode> {
  for (const node of nodes) {
    if (node.type === 'division' || node.type === 'letter') yield* readOn(node.children)
    else yield node
  }
}
