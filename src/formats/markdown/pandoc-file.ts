import type { Html, Parents, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import type { Edition } from '../../model/edition.ts'
import { pandocFrontMatter } from './front-matter.ts'
import { written } from './markdown-file.ts'
import { markdownBlocks } from './markdown-tree.ts'
import { pandocText } from './pandoc-text.ts'
import { printedList } from './printed-list.ts'

const OPTIONS: Options = {
  handlers: {
    html: page,
    list: printedList,
    text: pandocText,
    yaml: (node: { readonly value: string }) => `---\n${node.value}\n---`,
  },
  ruleSpaces: true,
}

const stringifier = unified()
  .use(remarkStringify, OPTIONS)
  .data('toMarkdownExtensions', [gfmFootnoteToMarkdown()])
  .freeze()

/**
 * `BOOK.pandoc.md`: the same edition for Pandoc, to be read without any option. Where the book begins
 * a page there is an empty span or division of the class `page`, which filters can find. In chunks.
 */
export function* pandocFile(edition: Edition): Generator<string> {
  yield* written(blocks(edition), (tree) => stringifier.stringify(tree))
}

function* blocks(edition: Edition): Generator<RootContent> {
  for (const node of markdownBlocks(edition)) {
    yield node.type === 'yaml' ? pandocFrontMatter(edition) : node
  }
}

/** A comment that says where a page begins, as Pandoc keeps it. */
function page({ value }: Html, parent: Parents | undefined): string {
  const number = /^<!-- p\. (.*) -->$/.exec(value)?.[1]
  if (number === undefined) return value
  const attributes = `{.page n="${number}"}`
  const inText =
    parent?.type === 'paragraph' || parent?.type === 'heading' || parent?.type === 'emphasis'
  return inText ? `[]${attributes}` : `::: ${attributes}\n:::`
}
