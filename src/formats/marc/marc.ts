import type { Format } from '../format.ts'
import { marcFile } from './marc-record.ts'

/** `BOOK.marc.xml`. */
export const marc: Format = {
  name: 'marc',
  files: (edition) => new Map([[`${edition.book.slug}.marc.xml`, [marcFile(edition)]]]),
}
