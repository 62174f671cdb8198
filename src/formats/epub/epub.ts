import type { Format } from '../format.ts'
import { epubFile } from './epub-file.ts'

/** `BOOK.epub`: an e-book. */
export const epub: Format = {
  name: 'epub',
  files: (edition) => new Map([[`${edition.book.slug}.epub`, epubFile(edition)]]),
}
