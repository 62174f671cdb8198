import type { Format } from '../format.ts'
import { docxFile } from './docx-file.ts'

/** `BOOK.docx`. */
export const docx: Format = {
  name: 'docx',
  files: async (edition) => new Map([[`${edition.book.slug}.docx`, await docxFile(edition)]]),
}
