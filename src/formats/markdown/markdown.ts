import type { BuiltFormat } from '../format.ts'
import { markdownFile } from './markdown-file.ts'
import { pandocFile } from './pandoc-file.ts'

/** `BOOK.md`, and `BOOK.pandoc.md`. */
export const markdown: BuiltFormat = {
  name: 'markdown',
  files(edition, { flavour }) {
    const { slug } = edition.book
    if (flavour === 'pandoc') return new Map([[`${slug}.pandoc.md`, pandocFile(edition)]])
    return new Map([[`${slug}.md`, markdownFile(edition)]])
  },
}
