import type { Format } from '../format.ts'
import { bagFile } from './bag-file.ts'

/** `BOOK.bag.zip`. */
export const bag: Format = {
  name: 'bag',
  files(edition, { beside }) {
    const files = beside ?? { edition: new Map(), raw: new Map() }
    return new Map([[`${edition.book.slug}.bag.zip`, bagFile(edition, files)]])
  },
}
