import type { Root, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import type { Edition } from '../../model/edition.ts'
import { markdownBlocks } from './markdown-tree.ts'
import { printedList } from './printed-list.ts'
import { safeText } from './safe-text.ts'

const OPTIONS: Options = {
  handlers: {
    list: printedList,
    text: safeText,
    yaml: (node: { readonly value: string }) => `---\n${node.value}\n---`,
  },
  ruleSpaces: true,
  // Not of CommonMark, but GitHub and others strike out what stands between tildes.
  unsafe: [{ character: '~', inConstruct: 'phrasing' }],
}

const stringifier = unified()
  .use(remarkStringify, OPTIONS)
  .data('toMarkdownExtensions', [gfmFootnoteToMarkdown()])
  .freeze()

/** How many blocks are written at a time: enough to save work, few enough to save memory. */
const BLOCKS_A_CHUNK = 128

/**
 * The Markdown edition, `BOOK.md`: CommonMark with footnotes as GitHub has them, one paragraph a
 * line, the apparatus at the end. In chunks, to be joined as they are. Linear in the edition.
 */
export function* markdownFile(edition: Edition): Generator<string> {
  yield* written(markdownBlocks(edition), (tree) => stringifier.stringify(tree))
}

/** The blocks of an edition as text, some at a time. */
export function* written(
  blocks: Iterable<RootContent>,
  stringify: (tree: Root) => string,
): Generator<string> {
  let chunk: RootContent[] = []
  let parting = ''
  for (const node of blocks) {
    chunk.push(node)
    if (chunk.length < BLOCKS_A_CHUNK) continue
    yield parting + stringify({ type: 'root', children: chunk })
    chunk = []
    parting = '\n'
  }
  if (chunk.length > 0) yield parting + stringify({ type: 'root', children: chunk })
}
