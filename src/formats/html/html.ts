import type { Format } from '../format.ts'
import { htmlFile } from './html-file.ts'

/** `BOOK.html`: a page for readers, complete in one file. */
export const html: Format = {
  name: 'html',
  files: (edition) => new Map([[`${edition.book.slug}.html`, htmlFile(edition)]]),
}
