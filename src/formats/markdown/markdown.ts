import type { BuiltFormat } from '../format.ts'
import { markdownFile } from './markdown-file.ts'

/** `BOOK.md`. */
export const markdown: BuiltFormat = {
  name: 'markdown',
  files: (edition) => new Map([[`${edition.book.slug}.md`, markdownFile(edition)]]),
}
