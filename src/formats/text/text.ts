import type { Format } from '../format.ts'
import { textFile } from './text-file.ts'

/** `BOOK.txt`. */
export const text: Format = {
  name: 'text',
  files: (edition) => new Map([[`${edition.book.slug}.txt`, textFile(edition)]]),
}
