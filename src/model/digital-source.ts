import { codePointsIn } from './code-points.ts'
import type { Witness } from './witness.ts'
import { escapeText } from './xml-text.ts'

/**
 * The element of a TEI header that says from which raw file an edition was made, and all that is
 * needed to write that file again from its lines: digest, encoding, number of bytes.
 *
 * `BOOK.source.xml` and a bundle must have it in their header, since `restoreRaw` reads it there.
 * What more is known of it, elements of TEI, comes last.
 */
export function digitalSource(witness: Witness, more = ''): string {
  const file = witness.name.split('/').at(-1) ?? ''
  return [
    `<bibl xml:id="ocr" type="digitalSource"><title>${escapeText(file)}</title>`,
    `<idno type="sha256">${witness.digest}</idno>`,
    `<extent><measure unit="byte" quantity="${witness.byteLength}"/>`,
    `<measure unit="char" quantity="${codePointsIn(witness.text)}"/>`,
    `<measure unit="line" quantity="${witness.lines.count}"/></extent>`,
    `<note type="encoding">${escapeText(witness.encoding)}</note>${more}</bibl>\n`,
  ].join('')
}
