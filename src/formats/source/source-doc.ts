import type { Edition } from '../../model/edition.ts'
import { Markings } from '../../model/marking.ts'
import { escapeAttribute } from '../../model/xml-text.ts'
import { lineElement } from './line.ts'
import { LineParts } from './line-parts.ts'
import { surfacesOf } from './surface.ts'

/** When a chunk is handed over, in UTF-16 units. */
const CHUNK = 1 << 16

/**
 * The source layer of an edition: every raw line as it stands, page by page, in chunks.
 *
 * The raw text is the lines and their line ends in order, and nothing else; see `restoreRaw`. The
 * header of the file must have the `digitalSource` and the `charDecl` of the edition. Linear.
 */
export function* sourceDoc(edition: Edition): Generator<string> {
  const { witness, markings } = edition
  const parts = new LineParts(witness, new Markings(markings).of('forme-work'))
  let chunk = '<sourceDoc xml:id="raw" xml:space="preserve" corresp="#ocr">'
  for (const surface of surfacesOf(edition)) {
    const number = surface.number === '' ? '' : ` n="${escapeAttribute(surface.number)}"`
    chunk += `<surface xml:id="s${surface.key}"${number}>`
    for (const part of parts.of(surface)) {
      chunk += lineElement(witness.text, part)
      if (chunk.length < CHUNK) continue
      yield chunk
      chunk = ''
    }
    chunk += '</surface>'
  }
  yield `${chunk}</sourceDoc>\n`
}
