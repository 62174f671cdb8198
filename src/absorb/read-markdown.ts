import type { Heading, Root, RootContent } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified()
  .use(remarkParse)
  .use(function footnotes() {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmFootnote()]
    const extensions = data.fromMarkdownExtensions ?? []
    data.fromMarkdownExtensions = [...extensions, gfmFootnoteFromMarkdown()]
  })
  .freeze()

/**
 * The text of an edited `BOOK.md` as a Markdown tree: the front matter and the apparatus at the end
 * are taken out, the lines keep their numbers. Linear, but for what remark makes of the text.
 */
export function readMarkdown(markdown: string): Root {
  const root = parser.parse(withoutFrontMatter(markdown))
  const end = apparatusAt(root.children)
  return { type: 'root', children: root.children.slice(0, end) }
}

/** The front matter as empty lines. */
function withoutFrontMatter(markdown: string): string {
  const text = markdown.startsWith('\ufeff') ? markdown.slice(1) : markdown
  return text.replace(/^---\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/u, (matter) =>
    matter.replace(/[^\r\n]/gu, ''),
  )
}

/** Where the apparatus begins: the last `# Apparatus` that `## Emendations` follows. */
function apparatusAt(nodes: readonly RootContent[]): number {
  const found = nodes.findLastIndex((node, i) => {
    return says(node, 1, 'Apparatus') && says(nodes[i + 1], 2, 'Emendations')
  })
  return found < 0 ? nodes.length : found
}

function says(node: RootContent | undefined, depth: Heading['depth'], what: string): boolean {
  if (node?.type !== 'heading' || node.depth !== depth) return false
  const [text] = node.children
  return node.children.length === 1 && text?.type === 'text' && text.value.trim() === what
}
