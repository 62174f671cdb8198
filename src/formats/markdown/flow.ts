import type { BlockContent, FootnoteDefinition, Html, RootContent } from 'mdast'
import type { BlockNode, NoteNode } from '../../model/edition.ts'

/** What may stand between blocks in Markdown. */
export type Block = BlockContent | FootnoteDefinition

/** What a stretch of the edition becomes: blocks, and what must wait for a better place. */
export interface Flow {
  readonly content: readonly Block[]
  /** Notes called in it. Their definitions are due after the outermost block. */
  readonly notes: readonly NoteNode[]
  /** Comments of pages that begin behind its last printed character: the next block's. */
  readonly pages: readonly Html[]
}

/** What the writers of blocks share. */
export interface Context {
  /** Whether each text node shall know the places of its characters in the witness. */
  readonly isTraced: boolean
  /** The label of every note that is called, by the note's id. The other notes are orphans. */
  readonly labels: ReadonlyMap<string, string>
  /** Writes one block. It is here so that blocks that hold blocks need not import each other. */
  readonly block: (node: BlockNode, context: Context) => Flow
}

/** Writes blocks that stand in another block: a quotation, a letter, a note. */
export function flowOf(nodes: readonly BlockNode[], context: Context): Flow {
  return joined(nodes.map((node) => context.block(node, context)))
}

/** One flow of several. A page that begins at the end of one stands before what comes next. */
export function joined(flows: readonly Flow[]): Flow {
  const content: (readonly Block[])[] = []
  const notes: (readonly NoteNode[])[] = []
  let pages: (readonly Html[])[] = []
  for (const flow of flows) {
    if (flow.content.length > 0) {
      content.push(...pages, flow.content)
      pages = []
    }
    if (flow.pages.length > 0) pages.push(flow.pages)
    if (flow.notes.length > 0) notes.push(flow.notes)
  }
  return { content: [...listsApart(content.flat())], notes: notes.flat(), pages: pages.flat() }
}

/** Puts an empty comment between two lists that Markdown would take for one. */
export function* listsApart<Node extends RootContent>(
  nodes: Iterable<Node>,
): Generator<Node | Html> {
  let last: string | undefined
  for (const node of nodes) {
    if (last === 'list' && node.type === 'list') yield { type: 'html', value: '<!-- -->' }
    yield node
    last = node.type
  }
}
