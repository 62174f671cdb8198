import type { Format } from '../format.ts'
import { latexFile } from './latex-file.ts'

/** `BOOK.tex`. */
export const latex: Format = {
  name: 'latex',
  files: (edition) => new Map([[`${edition.book.slug}.tex`, latexFile(edition)]]),
}
