import { AlignmentType, Document, type ISectionOptions, type IStylesOptions, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Edition } from '../../model/edition.ts'
import { writable } from '../reading/writable.ts'
import { zipped } from '../zip.ts'
import { Composer } from './composer.ts'
import { momentOf } from './revisions.ts'

/** In twentieths of a point. */
const INDENT = 400

const STYLES: IStylesOptions = {
  default: { document: { run: { font: 'Times New Roman', size: 24 } } },
  characterStyles: [{ id: 'Row', name: 'Row', run: { font: 'Courier New', size: 18 } }],
  paragraphStyles: [
    {
      id: 'Body',
      name: 'Body',
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: INDENT } },
    },
    {
      id: 'Quotation',
      name: 'Quotation',
      paragraph: { alignment: AlignmentType.BOTH, indent: { left: 2 * INDENT, right: 2 * INDENT } },
    },
    { id: 'SetIn', name: 'Set in', paragraph: { indent: { left: 2 * INDENT, hanging: INDENT } } },
    { id: 'Middle', name: 'Middle', paragraph: { alignment: AlignmentType.CENTER } },
    { id: 'Right', name: 'Right', paragraph: { alignment: AlignmentType.RIGHT } },
    { id: 'Rows', name: 'Rows', paragraph: { spacing: { before: 0, after: 0 } } },
  ],
}

/**
 * `BOOK.docx`: for editors who work in Word. Each correction is a tracked change whose author is its
 * rule, or the editor who decided; notes are footnotes; pages of the printed book are bookmarks.
 *
 * The package stamps the hour on what it makes: the file is packed again without it.
 */
export async function docxFile(edition: Edition): Promise<Uint8Array> {
  const { authors, date, title, subtitle } = edition.book
  const composer = new Composer(edition)
  const children: ISectionOptions['children'] = [...composer.text(edition)]
  const names = authors.map(({ name }) => name).join(', ')
  const document = new Document({
    title: writable(subtitle ? `${title}. ${subtitle}` : title),
    creator: writable(names === '' ? 'Emend' : names),
    lastModifiedBy: 'Emend',
    description: writable(`Made with Emend ${edition.version}.`),
    styles: STYLES,
    footnotes: composer.footnotes(),
    sections: [{ children }],
  })
  const parts = unzipSync(await Packer.toBuffer(document))
  const timeless = Object.entries(parts).map((part) => withoutClock(part, momentOf(date)))
  return zipped(new Map(timeless), 'small')
}

function withoutClock([name, bytes]: [string, Uint8Array], moment: string): [string, Uint8Array] {
  if (name !== 'docProps/core.xml') return [name, bytes]
  const stamp = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g
  return [name, strToU8(strFromU8(bytes).replace(stamp, `$1${moment}`))]
}
