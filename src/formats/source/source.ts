import type { BuiltFormat } from '../format.ts'
import { sourceFile } from './source-file.ts'

/** `BOOK.source.xml`, from which the raw file can be restored; a bundle of TEI has it in it. */
export const source: BuiltFormat = {
  name: 'source',
  files(edition, { bundle }) {
    if (bundle) return new Map()
    return new Map([[`${edition.book.slug}.source.xml`, sourceFile(edition)]])
  },
}
