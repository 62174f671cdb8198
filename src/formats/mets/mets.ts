import type { Format } from '../format.ts'
import { metsFile } from './mets-file.ts'

/** `BOOK.mets.xml`. */
export const mets: Format = {
  name: 'mets',
  files(edition, { beside }) {
    return new Map([
      [
        `${edition.book.slug}.mets.xml`,
        metsFile(edition, beside ?? { edition: new Map(), raw: new Map() }),
      ],
    ])
  },
}
