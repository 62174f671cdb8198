import { createHash } from 'node:crypto'
import type { Edition, PageBeginningNode } from '../../model/edition.ts'
import { pageImage } from '../../model/page-image.ts'
import { type Beside, mediaType } from '../beside.ts'
import { type BookPlan, type PartOfBook, planOf } from '../library/parts-of-book.ts'
import { empty, parent, XML } from '../library/xml.ts'
import { modsRecord } from '../mods/mods-record.ts'
import { pageName } from '../pages/pages.ts'

const NAMESPACES = {
  'xmlns:mets': 'http://www.loc.gov/METS/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/version1121/mets.xsd',
}

/** A file that the METS names. */
interface MetsFile {
  readonly id: string
  readonly address: string
  readonly type: string
  /** Undefined for an image, which is not read. */
  readonly bytes: Uint8Array | undefined
}

/** What the files are for, as `USE` has it. */
type Uses = ReadonlyMap<string, readonly MetsFile[]>

/**
 * `BOOK.mets.xml`: ties the images of the pages, the raw text, the TEI and all that was exported with
 * it together, page by page and division by division. Linear.
 */
export function* metsFile(edition: Edition, beside: Beside): Generator<string> {
  const { book, version } = edition
  const plan = planOf(edition)
  const uses = filesOf(edition, beside, plan)
  yield `${XML}<mets:mets${attributesOf(edition)}>\n`
  yield parent(
    'mets:metsHdr',
    { CREATEDATE: momentOf(book.date) },
    parent(
      'mets:agent',
      { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' },
      `<mets:name>Emend ${version.replace(/[^\w.+-]/g, '')}</mets:name>\n`,
    ),
  )
  yield parent(
    'mets:dmdSec',
    { ID: 'dmd.mods' },
    parent('mets:mdWrap', { MDTYPE: 'MODS' }, parent('mets:xmlData', {}, modsRecord(edition))),
  )
  yield parent(
    'mets:dmdSec',
    { ID: 'dmd.tei' },
    empty('mets:mdRef', {
      LOCTYPE: 'URL',
      MDTYPE: 'TEIHDR',
      'xlink:href': encodeURIComponent(`${book.slug}.xml`),
    }),
  )
  yield parent('mets:fileSec', {}, ...[...uses].map(([use, files]) => fileGroup(use, files)))
  yield physical(plan, uses, edition)
  yield logical(plan, edition)
  yield links(plan)
  yield '</mets:mets>\n'
}

function attributesOf({ book }: Edition): string {
  return empty('', { ...NAMESPACES, OBJID: book.slug, LABEL: book.title, TYPE: 'Text' }).slice(
    1,
    -3,
  )
}

function momentOf(date: string | undefined): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? `${date}T00:00:00` : undefined
}

function filesOf({ book }: Edition, { edition, raw }: Beside, { pages }: BookPlan): Uses {
  const uses = new Map<string, MetsFile[]>()
  const put = (use: string, file: MetsFile): void => {
    uses.set(use, [...(uses.get(use) ?? []), file])
  }
  const images = pages.map((page, index) =>
    pageImage(book, { number: page.number, leaf: index + 1 }),
  )
  uses.set(
    'image',
    images.flatMap((address, index) => {
      if (address === undefined) return []
      return [{ id: imageId(index), address, type: mediaType(address), bytes: undefined }]
    }),
  )
  for (const [name, bytes] of raw) {
    const address = ['..', '..', 'raw', book.slug, name].map(encodeURIComponent).join('/')
    put('raw', { id: fileId(`raw/${name}`), address, type: mediaType(name), bytes })
  }
  const texts: MetsFile[] = []
  for (const [name, bytes] of edition) {
    const address = name.split('/').map(encodeURIComponent).join('/')
    const tei = [`${book.slug}.xml`, `${book.slug}.source.xml`, `${book.slug}.apparatus.xml`]
    const isTei = tei.includes(name)
    const type = isTei ? 'application/tei+xml' : mediaType(name)
    const file = { id: fileId(name), address, type, bytes }
    if (name.startsWith('pages/')) texts.push(file)
    else put(isTei ? 'TEI' : 'derivative', file)
  }
  uses.set('page text', texts)
  return new Map([...uses].filter(([, files]) => files.length > 0))
}

function fileGroup(use: string, files: readonly MetsFile[]): string {
  return parent(
    'mets:fileGrp',
    { USE: use },
    ...files.map(({ address, bytes, id, type }) =>
      parent(
        'mets:file',
        { ID: id, MIMETYPE: type, SIZE: bytes?.length, ...checked(bytes) },
        empty('mets:FLocat', { LOCTYPE: 'URL', 'xlink:href': address }),
      ),
    ),
  )
}

function checked(bytes: Uint8Array | undefined) {
  if (!bytes) return {}
  return { CHECKSUM: createHash('sha256').update(bytes).digest('hex'), CHECKSUMTYPE: 'SHA-256' }
}

/** The pages in their order, each with all that shows it. */
function physical({ pages }: BookPlan, uses: Uses, { book }: Edition): string {
  const ids = new Set([...uses.values()].flatMap((files) => files.map(({ id }) => id)))
  const divisions = pages.map((page, index) => {
    const simple = [imageId(index), fileId(`pages/${pageName(index + 1)}.txt`)]
    return parent(
      'mets:div',
      { ID: pageId(page), TYPE: 'page', ORDER: index + 1, ORDERLABEL: page.number },
      ...simple.filter((id) => ids.has(id)).map((id) => empty('mets:fptr', { FILEID: id })),
      area(`${book.slug}.xml`, `pb${page.key}`),
      area(`${book.slug}.source.xml`, `s${page.key}`),
    )
  })
  const sequence = { ID: 'phys', TYPE: 'physSequence', DMDID: 'dmd.mods' }
  const content = divisions.length > 0 ? divisions : [area(`${book.slug}.xml`, 'text')]
  return parent('mets:structMap', { TYPE: 'PHYSICAL' }, parent('mets:div', sequence, ...content))
}

/** The divisions as they lie in each other. */
function logical({ parts }: BookPlan, { book }: Edition): string {
  const divisions = parts.map((part) => logicalPart(part, book.slug))
  const whole = { ID: 'log', TYPE: 'monograph', LABEL: book.title, DMDID: 'dmd.mods dmd.tei' }
  const file = empty('mets:fptr', { FILEID: fileId(`${book.slug}.xml`) })
  return parent(
    'mets:structMap',
    { TYPE: 'LOGICAL' },
    parent('mets:div', whole, file, ...divisions),
  )
}

function logicalPart({ id, kind, parts, title }: PartOfBook, slug: string): string {
  return parent(
    'mets:div',
    { ID: `log.${id}`, TYPE: kind, LABEL: title },
    area(`${slug}.xml`, id),
    ...parts.map((part) => logicalPart(part, slug)),
  )
}

/** Which division stands on which pages. */
function links({ pages, parts }: BookPlan): string {
  if (pages.length === 0) return ''
  const found = [empty('mets:smLink', { 'xlink:from': 'log', 'xlink:to': 'phys' })]
  const visit = (part: PartOfBook): void => {
    for (const page of part.pages) {
      found.push(empty('mets:smLink', { 'xlink:from': `log.${part.id}`, 'xlink:to': pageId(page) }))
    }
    for (const inner of part.parts) visit(inner)
  }
  for (const part of parts) visit(part)
  return parent('mets:structLink', {}, ...found)
}

function area(name: string, id: string): string {
  return parent(
    'mets:fptr',
    {},
    empty('mets:area', { FILEID: fileId(name), BETYPE: 'IDREF', BEGIN: id }),
  )
}

function imageId(index: number): string {
  return `image.${index + 1}`
}

function pageId({ key }: PageBeginningNode): string {
  return `phys.${key}`
}

/** The name of a file as a name in XML. */
function fileId(name: string): string {
  return `file.${name.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)}`
}
