import { buildEdition } from '../../src/edition/build-edition.ts'
import type { Book } from '../../src/model/book.ts'
import type { Edition } from '../../src/model/edition.ts'
import { BOOK, type Marked, marked } from './notation.ts'

/** The edition of a marked text, or of one in the notation. */
export function editionOf(text: Marked | string, book: Partial<Book> = {}): Edition {
  return buildEdition({
    ...(typeof text === 'string' ? marked(text) : text),
    book: { ...BOOK, ...book },
    notices: [],
    rules: [],
    version: '0.1.0',
  })
}
