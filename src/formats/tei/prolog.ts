import type { Edition } from '../../model/edition.ts'
import { SCHEMA } from './header/encoding-description.ts'
import { attribute, bookId } from './xml-id.ts'

/** The head of each file: what it is, and where its schema. */
export const PROLOG = prolog(SCHEMA)

/** The head of a file that is valid against another schema. */
export function prolog(schema: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="${schema}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
`
}

/** The start tag of a file that bears the id and language of the book; with that of a part, if it is one. */
export function startOfBook({ book }: Edition, part?: string): string {
  const lang = attribute('xml:lang', book.language)
  const id = part === undefined ? bookId(book.slug) : `${bookId(book.slug)}.${part}`
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"${lang}>\n`
}
