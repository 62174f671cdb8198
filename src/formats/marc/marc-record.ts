import type { Book, Responsible } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { extentOf, marcLanguage, nonFiling, relator, yearOf } from '../library/codes.ts'
import { articlesOf, planOf } from '../library/parts-of-book.ts'
import { type Attributes, field, parent, XML } from '../library/xml.ts'
import { isbn } from '../mods/mods-record.ts'

const NAMESPACES = {
  xmlns: 'http://www.loc.gov/MARC21/slim',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
}

/** A new record of a book in Unicode, described as RDA wants it. */
const LEADER = '     nam a22     2i 4500'

type Subfields = readonly (readonly [code: string, value: string | undefined])[]

/** `BOOK.marc.xml`: a bibliographic record in MARC 21, its fields in the order of their tags. */
export function marcFile(edition: Edition): string {
  const { book } = edition
  const [first, ...others] = book.authors
  const record = parent(
    'record',
    { ...NAMESPACES, type: 'Bibliographic' },
    field('leader', {}, LEADER),
    field('controlfield', { tag: '001' }, book.slug),
    field('controlfield', { tag: '006' }, 'm     o  d        '),
    field('controlfield', { tag: '007' }, 'cr |||||||||||'),
    field('controlfield', { tag: '008' }, fixed(book)),
    data('020', '  ', [
      ['a', isbn(book.source.identifier) ? bare(book.source.identifier) : undefined],
    ]),
    data('040', '  ', [
      ['b', 'eng'],
      ['e', 'rda'],
    ]),
    first ? person('100', first, 'author') : '',
    title(book, first !== undefined),
    data('250', '  ', [['a', book.edition]]),
    data('264', ' 1', [
      ['b', book.publisher],
      ['c', book.date],
    ]),
    ...description(),
    data('500', '  ', [['a', corrected(edition)]]),
    data('505', '0 ', [['a', contents(edition)]]),
    original(book),
    data('540', '  ', [
      ['a', book.licence?.name],
      ['u', book.licence?.url],
    ]),
    ...others.map((author) => person('700', author, author.role ?? 'author')),
    ...book.editors.map((editor) => person('700', editor, editor.role ?? 'editor')),
  )
  return XML + record
}

/** The 40 characters of field 008: a reproduction has the dates of both. */
function fixed({ date, language, source }: Book): string {
  const made = yearOf(date)
  const printed = yearOf(source.date)
  const entered =
    /^\d\d(\d\d)-(\d\d)-(\d\d)/
      .exec(date ?? '')
      ?.slice(1)
      .join('') ?? '000000'
  const kind = made && printed ? 'r' : made ? 's' : 'n'
  const dates = `${made ?? 'uuuu'}${made && printed ? printed : made ? '    ' : 'uuuu'}`
  return `${entered}${kind}${dates}xx      o     000 0 ${marcLanguage(language)} d`
}

function title(book: Book, hasAuthor: boolean): string {
  const skipped = nonFiling(book.title, book.language)
  const names = book.authors.map(({ name }) => name).join(', ')
  const subtitle = book.subtitle
  return data('245', `${hasAuthor ? 1 : 0}${skipped}`, [
    ['a', `${book.title}${subtitle ? ' :' : names ? ' /' : ''}`],
    ['b', subtitle && `${subtitle}${names ? ' /' : ''}`],
    ['c', names],
  ])
}

function person(tag: string, { name, ref }: Responsible, role: string): string {
  const code = relator(role)
  return data(tag, `${name.includes(',') ? 1 : 0} `, [
    ['a', name],
    ['e', code === undefined ? role : undefined],
    ['1', ref],
    ['4', code],
  ])
}

/** What the edition is made of: an online resource of text. */
function description(): readonly string[] {
  return [
    data('300', '  ', [['a', '1 online resource']]),
    type('336', 'text', 'txt', 'rdacontent'),
    type('337', 'computer', 'c', 'rdamedia'),
    type('338', 'online resource', 'cr', 'rdacarrier'),
  ]
}

function type(tag: string, term: string, code: string, source: string): string {
  return data(tag, '  ', [
    ['a', term],
    ['b', code],
    ['2', source],
  ])
}

function corrected({ version }: Edition): string {
  return `Critical edition in TEI, made with Emend ${version}; every correction is in its apparatus.`
}

function contents(edition: Edition): string | undefined {
  const titles = articlesOf(planOf(edition)).map((article) => {
    return article.byline === '' ? article.title : `${article.title} / ${article.byline}`
  })
  return titles.length > 0 ? `${titles.join(' -- ')}.` : undefined
}

/** The printed book. */
function original({ source }: Book): string {
  const { date, identifier, pages, place, publisher, title: printed } = source
  const imprint = [place, publisher].filter((part) => part).join(' : ')
  if (imprint === '' && !date && !printed) return ''
  return data('534', '  ', [
    ['p', 'Print version:'],
    ['t', printed],
    ['c', [imprint, date].filter((part) => part).join(', ')],
    ['e', extentOf(pages)],
    ['z', isbn(identifier) ? bare(identifier) : undefined],
  ])
}

/** A field with the subfields that have a value; nothing where none has. */
function data(tag: string, indicators: string, subfields: Subfields): string {
  const attributes: Attributes = { tag, ind1: indicators[0], ind2: indicators[1] }
  return parent(
    'datafield',
    attributes,
    ...subfields.map(([code, value]) => field('subfield', { code }, value)),
  )
}

function bare(identifier: string | undefined): string | undefined {
  return identifier?.replace(/^ISBN[\s:]*/u, '').replace(/[- ]/g, '')
}
