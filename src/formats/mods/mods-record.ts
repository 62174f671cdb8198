import type { Book, Responsible } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { extentOf, relator } from '../library/codes.ts'
import { articlesOf, type PartOfBook, planOf } from '../library/parts-of-book.ts'
import { empty, field, parent, XML } from '../library/xml.ts'

const NAMESPACES = {
  'xmlns:mods': 'http://www.loc.gov/mods/v3',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
}

/** `BOOK.mods.xml`: the electronic edition, the printed book that it reproduces, and its articles. */
export function modsFile(edition: Edition): string {
  return XML + modsRecord(edition)
}

/** The record, to stand by itself or in a METS. */
export function modsRecord(edition: Edition): string {
  const { book, version } = edition
  const articles = articlesOf(planOf(edition))
  return parent(
    'mods:mods',
    { ...NAMESPACES, version: '3.8' },
    titleInfo(book.title, book.subtitle),
    ...book.authors.map((author) => name(author, author.role ?? 'author')),
    ...book.editors.map((editor) => name(editor, editor.role ?? 'editor')),
    field('mods:typeOfResource', {}, 'text'),
    parent(
      'mods:originInfo',
      { eventType: 'publication' },
      field('mods:publisher', {}, book.publisher),
      field('mods:dateIssued', { encoding: 'w3cdtf' }, book.date),
      field('mods:edition', {}, book.edition),
    ),
    parent(
      'mods:language',
      {},
      field('mods:languageTerm', { type: 'code', authority: 'rfc5646' }, book.language),
    ),
    parent(
      'mods:physicalDescription',
      {},
      field('mods:form', { authority: 'marcform' }, 'electronic'),
      field('mods:internetMediaType', {}, 'application/tei+xml'),
      field('mods:digitalOrigin', {}, 'reformatted digital'),
    ),
    original(book),
    ...articles.map(constituent),
    field('mods:identifier', { type: 'local' }, book.slug),
    licence(book),
    parent(
      'mods:recordInfo',
      {},
      field('mods:recordOrigin', {}, `Made with Emend ${version} from what book.yaml says.`),
    ),
  )
}

function titleInfo(title: string, subtitle: string | undefined): string {
  return parent(
    'mods:titleInfo',
    {},
    field('mods:title', {}, title),
    field('mods:subTitle', {}, subtitle),
  )
}

function name(who: Responsible, role: string): string {
  const code = relator(role)
  const term =
    code === undefined
      ? field('mods:roleTerm', { type: 'text' }, role)
      : field('mods:roleTerm', { type: 'code', authority: 'marcrelator' }, code)
  return parent(
    'mods:name',
    { type: 'personal', valueURI: who.ref },
    field('mods:namePart', {}, who.name),
    parent('mods:role', {}, term),
  )
}

/** The printed book. */
function original({ authors, source, title }: Book): string {
  const { date, identifier, pages, place, publisher } = source
  const known = [date, identifier, pages, place, publisher, source.title].some((value) => value)
  if (!known) return ''
  return parent(
    'mods:relatedItem',
    { type: 'original' },
    titleInfo(source.title ?? title, undefined),
    ...authors.map((author) => name(author, author.role ?? 'author')),
    parent(
      'mods:originInfo',
      { eventType: 'publication' },
      parent('mods:place', {}, field('mods:placeTerm', { type: 'text' }, place)),
      field('mods:publisher', {}, publisher),
      field('mods:dateIssued', {}, date),
    ),
    parent('mods:physicalDescription', {}, field('mods:extent', {}, extentOf(pages))),
    field(
      'mods:identifier',
      isbn(identifier) ? { type: 'isbn' } : { type: 'local' },
      plain(identifier),
    ),
  )
}

/** An article of a collection, and the pages of the print on which it stands. */
function constituent({ byline, id, pages, title }: PartOfBook): string {
  const [first] = pages
  const last = pages.at(-1)
  return parent(
    'mods:relatedItem',
    { type: 'constituent', ID: id },
    titleInfo(title, undefined),
    parent('mods:name', { type: 'personal' }, field('mods:namePart', {}, byline)),
    parent(
      'mods:part',
      {},
      parent(
        'mods:extent',
        { unit: 'page' },
        field('mods:start', {}, first?.number),
        field('mods:end', {}, last?.number),
      ),
    ),
  )
}

function licence({ licence: said }: Book): string {
  if (!said) return ''
  const attributes = { type: 'use and reproduction', 'xlink:href': said.url }
  return said.name === ''
    ? empty('mods:accessCondition', attributes)
    : field('mods:accessCondition', attributes, said.name)
}

/** Whether an identifier is an ISBN, whatever stands before it. */
export function isbn(identifier: string | undefined): boolean {
  return /^(?:ISBN[\s:]*)?(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]$/u.test(identifier?.trim() ?? '')
}

function plain(identifier: string | undefined): string | undefined {
  return isbn(identifier) ? identifier?.replace(/^ISBN[\s:]*/u, '').trim() : identifier
}
