import type { Book, Keyword, Licence, Series } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { bareIsbn, identifierOf, identifiersOf } from '../../model/identifier.ts'
import { extentOf, marcLanguage, nonFiling, yearOf } from '../library/codes.ts'
import { everyoneOf } from '../library/everyone.ts'
import { frequentLanguages } from '../library/languages.ts'
import { articlesOf, type PartOfBook, planOf } from '../library/parts-of-book.ts'
import { rawTextNote } from '../library/raw-text-note.ts'
import { CLASSIFICATIONS, subjectFileOf } from '../library/subjects.ts'
import { field, parent, XML } from '../library/xml.ts'
import { data, named, punctuated } from './marc-field.ts'

const NAMESPACES = {
  xmlns: 'http://www.loc.gov/MARC21/slim',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
}

/** A new record of a book in Unicode, described as RDA wants it. */
const LEADER = '     nam a22     2i 4500'

/** `BOOK.marc.xml`: a bibliographic record in MARC 21, its fields in the order of their tags. */
export function marcFile(edition: Edition): string {
  const { book } = edition
  const everyone = everyoneOf(book)
  const main = book.authors.length > 0 ? everyone[0] : undefined
  const record = parent(
    'record',
    { ...NAMESPACES, type: 'Bibliographic' },
    field('leader', {}, LEADER),
    field('controlfield', { tag: '001' }, book.slug),
    field('controlfield', { tag: '006' }, 'm     o  d        '),
    field('controlfield', { tag: '007' }, 'cr |||||||||||'),
    field('controlfield', { tag: '008' }, fixed(book)),
    ...numbers(book),
    data('040', '  ', [
      ['b', 'eng'],
      ['e', 'rda'],
    ]),
    languages(edition),
    ...classes(book),
    main ? named('1', main.who, main.role) : '',
    title(book, main !== undefined),
    data('250', '  ', [['a', book.edition]]),
    data(
      '264',
      ' 1',
      punctuated([
        ['a', book.place, ' :'],
        ['b', book.publisher, ','],
        ['c', book.date, ''],
      ]),
    ),
    ...description(),
    series(book.series),
    data('500', '  ', [['a', corrected(edition)]]),
    data('500', '  ', [['a', rawTextNote(book)]]),
    data('505', '0 ', [['a', contents(edition)]]),
    data('520', '  ', [['a', book.abstract]]),
    original(book),
    ...everyone
      .filter(({ role }) => role === 'funder')
      .map(({ who }) => data('536', '  ', [['a', who.name]])),
    licence(book.licence, undefined),
    licence(book.source.licence, 'Printed text'),
    ...(book.keywords ?? []).map(subject),
    // Persons before institutions, as their tags are.
    ...everyone
      .filter((one) => one !== main)
      .sort((a, b) => Number(a.who.isInstitution ?? 0) - Number(b.who.isInstitution ?? 0))
      .map(({ who, role }) => named('7', who, role)),
    print(book),
    ...addresses(book),
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

/** Numbers of the edition; the ISBN of the print is that of another book and stands in `$z`. */
function numbers({ identifiers = [], source }: Book): readonly string[] {
  const codes: Readonly<Record<string, string>> = {
    DOI: 'doi',
    URN: 'urn',
    ARK: 'ark',
    Handle: 'hdl',
  }
  return [
    ...identifiersOf('ISBN', identifiers).map((isbn) => data('020', '  ', [['a', bareIsbn(isbn)]])),
    ...identifiersOf('ISBN', source.identifiers).map((isbn) => {
      return data('020', '  ', [['z', bareIsbn(isbn)]])
    }),
    ...identifiers.map(identifierOf).map(({ type, value }) => {
      if (type === 'ISBN' || type === 'URI') return ''
      const code = type && codes[type]
      return data('024', code ? '7 ' : '8 ', [
        ['a', value],
        ['2', code],
      ])
    }),
  ]
}

/** The languages of a book that has more than one. */
function languages(edition: Edition): string {
  const codes = frequentLanguages(edition).map(({ language }) => marcLanguage(language))
  const translated = everyoneOf(edition.book).some(({ role }) => role === 'translator')
  if (codes.length < 2) return ''
  return data(
    '041',
    translated ? '1 ' : '0 ',
    [...new Set(codes)].map((code) => ['a', code]),
  )
}

function classes({ classification = {} }: Book): readonly string[] {
  return Object.entries(CLASSIFICATIONS)
    .toSorted(([, a], [, b]) => (a.marc[0] < b.marc[0] ? -1 : 1))
    .map(
      ([
        key,
        {
          marc: [tag, indicators, code],
        },
      ]) => {
        if (classification[key] === undefined) return ''
        return data(tag, indicators, [
          ['a', classification[key]],
          ['2', code],
        ])
      },
    )
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

function series(said: Series | undefined): string {
  if (!said) return ''
  return data('490', '0 ', [
    ['a', said.title],
    ['x', said.issn],
    ['v', said.number],
  ])
}

function corrected({ version }: Edition): string {
  return `Critical edition in TEI, made with Emend ${version}; every correction is in its apparatus.`
}

function contents(edition: Edition): string | undefined {
  const titles = articlesOf(planOf(edition)).map(entryOf)
  return titles.length > 0 ? `${titles.join(' -- ').replace(/\.$/u, '')}.` : undefined
}

function entryOf({ byline, said, title: heading }: PartOfBook): string {
  const names = said?.authors.map(({ name }) => name).join(', ') || byline
  const entitled = said?.title ?? heading
  return names === '' ? entitled : `${entitled} / ${names}`
}

/** The printed book, as the note on the original has it. */
function original({ source }: Book): string {
  const { copy, edition, identifiers = [], pages, series: within, title: printed } = source
  const published = imprint(source)
  if (published === '' && !printed) return ''
  const others = identifiers.map(identifierOf).filter(({ type: kind }) => kind !== 'ISBN')
  return data('534', '  ', [
    ['p', 'Print version:'],
    ['t', printed],
    ['b', edition],
    ['c', published],
    ['e', extentOf(pages)],
    ['f', within && [within.title, within.number].filter((part) => part).join(' ; ')],
    ['l', copy && [copy.holder, copy.shelfmark].filter((part) => part).join(', ')],
    ['x', within?.issn],
    ...identifiersOf('ISBN', identifiers).map((isbn) => ['z', bareIsbn(isbn)] as const),
    ...others.map(({ type: kind, value }) => ['o', kind ? `${kind} ${value}` : value] as const),
  ])
}

function imprint({ date, place, publisher }: Book['source']): string {
  const published = [place, publisher].filter((part) => part).join(' : ')
  return [published, date].filter((part) => part).join(', ')
}

function licence(said: Licence | undefined, of: string | undefined): string {
  if (!said) return ''
  return data('540', '  ', [
    ['3', of],
    ['a', said.name],
    ['u', said.url],
  ])
}

function subject({ ref, term }: Keyword): string {
  const file = subjectFileOf(ref)
  return data('650', ` ${file?.marc[0] ?? '4'}`, [
    ['a', term],
    ['0', ref],
    ['2', file?.marc[1]],
  ])
}

/** The link to the record of the printed book. */
function print({ source, title: ours }: Book): string {
  const isbns = identifiersOf('ISBN', source.identifiers)
  const oclc = identifiersOf('OCLC', source.identifiers)
  if (isbns.length + oclc.length === 0) return ''
  return data('776', '08', [
    ['i', 'Print version:'],
    ['t', source.title ?? ours],
    ['d', imprint(source)],
    ...oclc.map((number) => ['w', `(OCoLC)${number}`] as const),
    ...isbns.map((isbn) => ['z', bareIsbn(isbn)] as const),
  ])
}

/** Where the edition is, and where its scan. */
function addresses({ identifiers = [], scan, source }: Book): readonly string[] {
  const own = [
    ...identifiersOf('DOI', identifiers).map((doi) => `https://doi.org/${doi}`),
    ...identifiersOf('URI', identifiers),
  ]
  return [
    ...own.map((address) => data('856', '40', [['u', address]])),
    data(
      '856',
      '42',
      scan?.url
        ? [
            ['3', 'Scan'],
            ['u', scan.url],
          ]
        : [],
    ),
    data(
      '856',
      '42',
      source.copy?.url
        ? [
            ['3', 'Copy of the print'],
            ['u', source.copy.url],
          ]
        : [],
    ),
  ]
}
