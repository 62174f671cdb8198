import { digitalSource } from '../../model/digital-source.ts'
import type { Edition } from '../../model/edition.ts'
import { escapeText } from '../../model/xml-text.ts'
import { charDecl } from './char-decl.ts'
import { sourceDoc } from './source-doc.ts'

const LINES = `<p>Each line is a raw line and n its number, counted from 1. It ends with LF, or with what rend says: CRLF, CR, or none. A line without an end whose number the next line has too goes on there. The raw text is the characters of the lines and their ends, in this order, in the encoding that the description of the source names; white space between the elements is none of it. Each g stands for the one character that is declared below.</p>`

/** `BOOK.source.xml`: the raw text, from which it can be restored byte for byte. In chunks. */
export function* sourceFile(edition: Edition): Generator<string> {
  yield head(edition)
  yield* sourceDoc(edition)
  yield '</TEI>\n'
}

function head(edition: Edition): string {
  const title = escapeText(edition.book.title)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader xml:lang="en">\n',
    `<fileDesc><titleStmt><title>Raw text of ${title}</title></titleStmt>`,
    '<publicationStmt><p>Part of the edition.</p></publicationStmt>\n',
    `<sourceDesc>${digitalSource(edition.witness)}</sourceDesc></fileDesc>\n`,
    `<encodingDesc>\n<editorialDecl>${LINES}</editorialDecl>\n`,
    charDecl(edition),
    '</encodingDesc>\n</teiHeader>\n',
  ].join('')
}
