import type { Article, Book, Licence, PrintedBook, Scan, Series } from '../model/book.ts'
import { publisherOf, responsible } from './book-people.ts'
import type { Value } from './yaml-value.ts'

/** The keys of `source`. */
const SOURCE = [
  'title',
  'subtitle',
  'edition',
  'volume',
  'series',
  'place',
  'publisher',
  'date',
  'identifier',
  'pages',
  'copy',
  'licence',
] as const

const WEB = /^https?:\/\/\S+$/u
const A_WEB_ADDRESS = 'an address that begins with https://'

/** The printed book. */
export function printedBook(value: Value | undefined): PrintedBook {
  if (value === undefined) return {}
  const fields = value.map(SOURCE)
  const copy = fields.get('copy')?.map(['holder', 'shelfmark', 'url'])
  copy?.get('url')?.text(WEB, A_WEB_ADDRESS)
  return {
    ...fields.texts(['title', 'subtitle', 'edition', 'volume', 'place', 'date', 'pages']),
    ...seriesOf(fields.get('series')),
    ...publisherOf(fields.get('publisher')),
    ...identified(fields.oneOrMore('identifier')),
    ...(copy
      ? { copy: { holder: copy.need('holder').text(), ...copy.texts(['shelfmark', 'url']) } }
      : {}),
    ...licensed(fields.get('licence')),
  }
}

/** How the raw text came to be. */
export function scanned(value: Value | undefined): Pick<Book, 'scan'> {
  if (value === undefined) return {}
  const fields = value.map(['by', 'date', 'url', 'software'])
  fields.get('url')?.text(WEB, A_WEB_ADDRESS)
  const by = fields.get('by')
  const scan: Scan = {
    ...(by ? { by: responsible(by) } : {}),
    ...fields.texts(['date', 'url', 'software']),
  }
  return { scan }
}

/** What is known of an article beyond its heading. */
export function article(value: Value): Article {
  const fields = value.map(['heading', 'title', 'authors', 'date'])
  return {
    heading: fields.need('heading').text(),
    ...fields.texts(['title', 'date']),
    authors: fields.list('authors').map(responsible),
  }
}

/** A series: its title, or a map of title, number and ISSN. */
export function seriesOf(value: Value | undefined): { readonly series?: Series } {
  if (value === undefined) return {}
  if (value.isText) return { series: { title: value.text() } }
  const fields = value.map(['title', 'number', 'issn'])
  fields.get('issn')?.text(/^\d{4}-\d{3}[\dX]$/u, 'an ISSN such as 2041-1723')
  return { series: { title: fields.need('title').text(), ...fields.texts(['number', 'issn']) } }
}

export function licensed(value: Value | undefined): { readonly licence?: Licence } {
  if (value === undefined) return {}
  if (value.isText) return { licence: { name: value.text() } }
  const fields = value.map(['name', 'url'])
  fields.get('url')?.text(WEB, A_WEB_ADDRESS)
  return { licence: { name: fields.need('name').text(), ...fields.texts(['url']) } }
}

/** Identifiers, as they are written. */
export function identified(values: readonly Value[]): { readonly identifiers?: readonly string[] } {
  return values.length > 0 ? { identifiers: values.map((value) => value.text()) } : {}
}
