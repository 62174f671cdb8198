import type { Book, Responsible } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../html/direction.ts'
import { attribute, escapeText } from '../html/escape.ts'
import { wordsFor } from '../html/words/words.ts'
import { relator } from '../library/codes.ts'
import { everyoneOf } from '../library/everyone.ts'

const FEATURES = [
  'tableOfContents',
  'structuralNavigation',
  'readingOrder',
  'displayTransformability',
]

/** `package.opf`: what the book is, its files, and their order. */
export function packageDocument(
  edition: Edition,
  files: readonly string[],
  hasPages: boolean,
): string {
  const { book } = edition
  const items = files.map(
    (file) =>
      `<item id="${idOf(file)}" href="${file}" media-type="application/xhtml+xml"${file === 'nav.xhtml' ? ' properties="nav"' : ''}/>\n`,
  )
  const order = files.map((file) => `<itemref idref="${idOf(file)}"/>\n`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"',
    `${attribute('xml:lang', book.language)} prefix="schema: http://schema.org/">\n`,
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n${metadata(edition, hasPages)}</metadata>\n`,
    `<manifest>\n${items.join('')}<item id="style" href="style.css" media-type="text/css"/>\n</manifest>\n`,
    `<spine page-progression-direction="${directionOf(book.language)}">\n${order.join('')}</spine>\n`,
    '</package>\n',
  ].join('')
}

function idOf(file: string): string {
  return `file-${file.replace('.xhtml', '')}`
}

function metadata({ book, witness }: Edition, hasPages: boolean): string {
  const features = hasPages ? [...FEATURES, 'pageBreakMarkers', 'pageNavigation'] : FEATURES
  return [
    `<dc:identifier id="id">urn:uuid:${uuidOf(witness.digest)}</dc:identifier>\n`,
    `<dc:title id="title">${escapeText(book.title)}</dc:title>\n`,
    property('title-type', 'main', 'title'),
    book.subtitle ? `<dc:title id="subtitle">${escapeText(book.subtitle)}</dc:title>\n` : '',
    book.subtitle ? property('title-type', 'subtitle', 'subtitle') : '',
    `<dc:language>${escapeText(book.language)}</dc:language>\n`,
    ...book.authors.map((who, i) => person('creator', 'aut', who, `author-${i + 1}`)),
    ...everyoneOf({ ...book, authors: [] }).map(({ who, role }, i) =>
      person('contributor', relator(role) ?? 'ctb', who, `contributor-${i + 1}`),
    ),
    element('publisher', book.publisher),
    element('date', book.date),
    element('description', book.abstract),
    ...(book.keywords ?? []).map(({ term }) => element('subject', term)),
    element(
      'rights',
      book.licence && [book.licence.name, book.licence.url].filter(Boolean).join(', '),
    ),
    source(book, hasPages),
    property(
      'dcterms:modified',
      `${/^\d{4}-\d{2}-\d{2}/u.exec(book.date ?? '')?.[0] ?? '1980-01-01'}T00:00:00Z`,
    ),
    property('schema:accessMode', 'textual'),
    property('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    property('schema:accessibilitySummary', wordsFor(book.language).accessibility),
  ].join('')
}

/** The printed book, whose pages the e-book names. */
function source({ source, title }: Book, hasPages: boolean): string {
  const named = [source.title ?? title, source.place, source.publisher, source.date]
  const text = [...named, ...(source.identifiers ?? [])].filter(Boolean).join(', ')
  const paged = hasPages ? property('source-of', 'pagination', 'source') : ''
  return `<dc:source id="source">${escapeText(text)}</dc:source>\n${paged}`
}

function person(name: string, code: string, { name: who }: Responsible, id: string): string {
  return [
    `<dc:${name} id="${id}">${escapeText(who)}</dc:${name}>\n`,
    `<meta refines="#${id}" property="role" scheme="marc:relators">${code}</meta>\n`,
  ].join('')
}

function element(name: string, value: string | undefined): string {
  return value ? `<dc:${name}>${escapeText(value)}</dc:${name}>\n` : ''
}

function property(name: string, value: string, refines?: string): string {
  const of = refines === undefined ? '' : ` refines="#${refines}"`
  return `<meta${of} property="${name}">${escapeText(value)}</meta>\n`
}

/** A name-based UUID (RFC 9562, version 8) of the digest of the raw text: no clock, no chance. */
function uuidOf(digest: string): string {
  const hex = digest.replace(/[^0-9a-f]/gu, '').padEnd(32, '0')
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
