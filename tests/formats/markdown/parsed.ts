import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(function footnotes() {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmFootnote()]
    data.fromMarkdownExtensions = [
      ...(data.fromMarkdownExtensions ?? []),
      gfmFootnoteFromMarkdown(),
    ]
  })
  .freeze()

/** The tree that a reader of Markdown sees. */
export function parsed(markdown: string): Root {
  return parser.parse(markdown)
}

/**
 * A tree without what only its origin explains: positions, data, fields that say nothing.
 *
 * Nor whether a list is loose that a quotation follows within another block: remark takes the blank
 * line between the two for one between items.
 */
export function bare(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'position' || key === 'data' || value === null) return undefined
      return key === 'children' && Array.isArray(value) ? value.map(withoutLooseness) : value
    }),
  )
}

function withoutLooseness(node: unknown, index: number, siblings: readonly unknown[]): unknown {
  if (typeOf(node) !== 'list' || typeOf(siblings[index + 1]) !== 'blockquote') return node
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'spread' ? '' : value)))
}

function typeOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'type' in node ? node.type : undefined
}
