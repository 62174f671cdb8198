import type { Book, PrintedBook, Series } from '../../../model/book.ts'
import { digitalSource } from '../../../model/digital-source.ts'
import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { articlesOf, type BookPlan, type PartOfBook } from '../../library/parts-of-book.ts'
import { plain } from '../../library/xml.ts'
import type { Profile } from '../profile.ts'
import { articleId, attribute } from '../xml-id.ts'
import { addresses, maker, responsibility } from './agent.ts'
import { dated, element, identifier } from './element.ts'

/** The printed book, its articles, the copy that was scanned, and the raw text. */
export function sourceDescription(
  edition: Edition,
  plan: BookPlan,
  { witnesses }: Profile,
): string {
  return [
    '<sourceDesc>\n',
    printedBook(edition.book),
    listOfArticles(plan),
    copy(edition.book.source),
    digitalSource(edition.witness, scan(edition.book)),
    witnesses,
    '</sourceDesc>\n',
  ].join('')
}

function printedBook(book: Book): string {
  const { authors, contributors = [], editors, source } = book
  return [
    '<biblStruct xml:id="print" type="source"><monogr>',
    ...authors.map((author) => maker('author', author)),
    `<title level="m">${escapeText(source.title ?? book.title)}</title>`,
    source.subtitle ? `<title level="m" type="sub">${escapeText(source.subtitle)}</title>` : '',
    ...(source.identifiers ?? []).map(identifier),
    ...editors.map((editor) => maker('editor', editor)),
    ...contributors.map(responsibility),
    source.edition ? element('edition', source.edition) : '',
    imprint(source),
    source.volume ? `<biblScope unit="volume">${escapeText(source.volume)}</biblScope>` : '',
    pages(source.pages),
    '</monogr>',
    series(source.series),
    '</biblStruct>\n',
  ].join('')
}

function imprint({ date, place, publisher, publisherRefs }: PrintedBook): string {
  const refs = attribute('ref', addresses(publisherRefs))
  return [
    '<imprint>',
    place ? element('pubPlace', place) : '',
    publisher
      ? refs
        ? `<publisher><orgName${refs}>${escapeText(publisher)}</orgName></publisher>`
        : element('publisher', publisher)
      : '',
    dated(date),
    '</imprint>',
  ].join('')
}

/** How many pages there are, or which of them the text was taken from: `412`, `5–27`. */
function pages(said: string | undefined): string {
  if (said === undefined) return ''
  if (/^\d+$/u.test(said)) {
    return `<extent><measure unit="page" quantity="${Number(said)}">${said}</measure></extent>`
  }
  const [, from, to] = /^(\w+)\s*[-–—]\s*(\w+)$/u.exec(said) ?? []
  return from && to ? pageScope(from, to, said) : element('extent', said)
}

function pageScope(from: string, to: string, shown: string): string {
  return `<biblScope unit="page"${attribute('from', from)}${attribute('to', to)}>${escapeText(shown)}</biblScope>`
}

function series(said: Series | undefined): string {
  if (!said) return ''
  return [
    `<series><title level="s">${escapeText(said.title)}</title>`,
    said.issn ? `<idno type="ISSN">${escapeText(said.issn)}</idno>` : '',
    said.number ? `<biblScope unit="volume">${escapeText(said.number)}</biblScope>` : '',
    '</series>',
  ].join('')
}

/** The articles of a volume; each is joined from its division by `decls`. */
function listOfArticles(plan: BookPlan): string {
  const untitled = plan.untitled.map((id) => entry(id, ''))
  const entries = [...articlesOf(plan).map(article), ...untitled]
  if (entries.length === 0) return ''
  return `<listBibl type="articles">\n${entries.join('')}</listBibl>\n`
}

function article({ byline, id, pages: leaves, said, title }: PartOfBook): string {
  const authors = said?.authors ?? []
  const parts = [
    ...(authors.length > 0
      ? authors.map((author) => maker('author', author))
      : [byline === '' ? '' : element('author', plain(byline))]),
    `<title level="a">${escapeText(plain(said?.title ?? title))}</title>`,
    said?.date ? dated(said.date) : '',
    scopeOf(leaves),
  ]
  return entry(id, parts.filter((part) => part !== '').join(' '))
}

function entry(id: string, said: string): string {
  return `<bibl xml:id="${articleId(id)}" type="article" corresp="#print">${said}</bibl>\n`
}

function scopeOf(leaves: PartOfBook['pages']): string {
  const numbers = leaves.map(({ number }) => number).filter((number) => number !== '')
  const [from] = numbers
  const to = numbers.at(-1)
  if (from === undefined || to === undefined) return ''
  return pageScope(from, to, from === to ? from : `${from}–${to}`)
}

/** The copy of the book that was scanned. */
function copy({ copy: said }: PrintedBook): string {
  if (!said) return ''
  return [
    '<msDesc corresp="#print"><msIdentifier>',
    element('repository', said.holder),
    said.shelfmark ? `<idno type="shelfmark">${escapeText(said.shelfmark)}</idno>` : '',
    said.url ? `<idno type="URI">${escapeText(said.url)}</idno>` : '',
    '</msIdentifier></msDesc>\n',
  ].join('')
}

/** How the raw text came to be. */
function scan({ scan: said }: Book): string {
  if (!said) return ''
  const { by, date, software, url } = said
  return [
    by
      ? `<respStmt corresp="#resp.scan"><resp>digitisation and raw text</resp>${element('name', by.name)}</respStmt>`
      : '',
    date ? dated(date) : '',
    software ? `<note type="software">${escapeText(software)}</note>` : '',
    url ? `<ptr${attribute('target', encodeURI(url))}/>` : '',
  ].join('')
}
