import { authorityOf } from '../../model/authority.ts'
import type { Book, Keyword, Licence, Responsible, Series } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { identifierOf } from '../../model/identifier.ts'
import { extentOf, nonFiling, relator } from '../library/codes.ts'
import { everyoneOf } from '../library/everyone.ts'
import { frequentLanguages } from '../library/languages.ts'
import { articlesOf, type PartOfBook, planOf } from '../library/parts-of-book.ts'
import { rawTextNote } from '../library/raw-text-note.ts'
import { CLASSIFICATIONS, subjectFileOf } from '../library/subjects.ts'
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
    titleInfo(book.title, book.subtitle, nonFiling(book.title, book.language)),
    ...everyoneOf(book).map(({ who, role }) => name(who, role)),
    field('mods:typeOfResource', {}, 'text'),
    parent(
      'mods:originInfo',
      { eventType: 'publication' },
      place(book.place),
      field('mods:publisher', { valueURI: book.publisherRefs?.[0] }, book.publisher),
      field('mods:dateIssued', { encoding: 'w3cdtf' }, book.date),
      field('mods:edition', {}, book.edition),
    ),
    ...frequentLanguages(edition).map(({ language }) => {
      const attributes = { type: 'code', authority: 'rfc5646' }
      return parent('mods:language', {}, field('mods:languageTerm', attributes, language))
    }),
    parent(
      'mods:physicalDescription',
      {},
      field('mods:form', { authority: 'marcform' }, 'electronic'),
      field('mods:internetMediaType', {}, 'application/tei+xml'),
      field('mods:digitalOrigin', {}, 'reformatted digital'),
    ),
    field('mods:abstract', {}, book.abstract),
    field('mods:note', { type: 'digitization' }, rawTextNote(book)),
    ...(book.keywords ?? []).map(subject),
    ...classes(book),
    original(book),
    within(book.series),
    ...articles.map(constituent),
    ...(book.identifiers ?? []).map(identifier),
    field('mods:identifier', { type: 'local' }, book.slug),
    location(book),
    licence(book.licence, undefined),
    parent(
      'mods:recordInfo',
      {},
      field('mods:recordOrigin', {}, `Made with Emend ${version} from what book.yaml says.`),
    ),
  )
}

/** Catalogues sort a title without the article before it. */
function titleInfo(title: string, subtitle: string | undefined, skipped = 0): string {
  return parent(
    'mods:titleInfo',
    {},
    field('mods:nonSort', { 'xml:space': 'preserve' }, title.slice(0, skipped)),
    field('mods:title', {}, title.slice(skipped)),
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
    { type: who.isInstitution ? 'corporate' : 'personal', ...authority(who.refs) },
    field('mods:namePart', {}, who.name),
    parent('mods:role', {}, term),
    ...(who.refs ?? []).map((ref) => {
      const record = authorityOf(ref)
      return field('mods:nameIdentifier', { type: record?.file }, record?.id)
    }),
  )
}

/** The first record of a name, which MODS has room for in its attributes. */
function authority(refs: readonly string[] = []) {
  const [ref] = refs
  const record = ref === undefined ? undefined : authorityOf(ref)
  return { authority: record?.file === 'lc' ? 'naf' : record?.file, valueURI: ref }
}

function place(said: string | undefined): string {
  return parent('mods:place', {}, field('mods:placeTerm', { type: 'text' }, said))
}

function subject({ ref, term }: Keyword): string {
  const attributes = { authority: subjectFileOf(ref)?.mods, valueURI: ref }
  return parent('mods:subject', attributes, field('mods:topic', {}, term))
}

function classes({ classification = {} }: Book): readonly string[] {
  return Object.entries(classification).map(([key, code]) => {
    return field('mods:classification', { authority: CLASSIFICATIONS[key]?.mods ?? key }, code)
  })
}

function within(series: Series | undefined): string {
  if (!series) return ''
  return parent(
    'mods:relatedItem',
    { type: 'series' },
    titleInfo(series.title, undefined),
    parent(
      'mods:part',
      {},
      parent('mods:detail', { type: 'volume' }, field('mods:number', {}, series.number)),
    ),
    field('mods:identifier', { type: 'issn' }, series.issn),
  )
}

function identifier(text: string): string {
  const { type, value } = identifierOf(text)
  return field('mods:identifier', { type: type?.toLowerCase() ?? 'local' }, value)
}

/** Where the scan is from which the text was taken. */
function location({ scan }: Book): string {
  return parent('mods:location', {}, field('mods:url', { displayLabel: 'Scan' }, scan?.url))
}

/** The printed book. */
function original(book: Book): string {
  const { source, title } = book
  if (Object.keys(source).length === 0) return ''
  const { contributors = [], authors, editors } = book
  const makers = everyoneOf({ ...book, authors, editors, contributors, preparedBy: [] })
  return parent(
    'mods:relatedItem',
    { type: 'original' },
    titleInfo(source.title ?? title, source.subtitle),
    ...makers.map(({ who, role }) => name(who, role)),
    parent(
      'mods:originInfo',
      { eventType: 'publication' },
      place(source.place),
      field('mods:publisher', { valueURI: source.publisherRefs?.[0] }, source.publisher),
      field('mods:dateIssued', {}, source.date),
      field('mods:edition', {}, source.edition),
    ),
    parent('mods:physicalDescription', {}, field('mods:extent', {}, extentOf(source.pages))),
    within(source.series),
    part(source.volume),
    ...(source.identifiers ?? []).map(identifier),
    held(source.copy),
    licence(source.licence, 'Printed text'),
  )
}

function part(volume: string | undefined): string {
  const detail = parent('mods:detail', { type: 'volume' }, field('mods:number', {}, volume))
  return parent('mods:part', {}, detail)
}

/** The copy that was scanned. */
function held(copy: Book['source']['copy']): string {
  if (!copy) return ''
  return parent(
    'mods:location',
    {},
    field('mods:physicalLocation', {}, copy.holder),
    field('mods:shelfLocator', {}, copy.shelfmark),
    field('mods:url', {}, copy.url),
  )
}

/** An article of a collection, and the pages of the print on which it stands. */
function constituent({ byline, id, pages, said, title }: PartOfBook): string {
  const [first] = pages
  const last = pages.at(-1)
  return parent(
    'mods:relatedItem',
    { type: 'constituent', ID: id },
    titleInfo(said?.title ?? title, undefined),
    ...(said && said.authors.length > 0
      ? said.authors.map((author) => name(author, author.role ?? 'author'))
      : [parent('mods:name', { type: 'personal' }, field('mods:namePart', {}, byline))]),
    parent('mods:originInfo', {}, field('mods:dateCreated', {}, said?.date)),
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

function licence(said: Licence | undefined, of: string | undefined): string {
  if (!said) return ''
  const attributes = { type: 'use and reproduction', displayLabel: of, 'xlink:href': said.url }
  return said.name === ''
    ? empty('mods:accessCondition', attributes)
    : field('mods:accessCondition', attributes, said.name)
}
