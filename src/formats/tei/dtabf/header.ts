import type { Book, PrintedBook, Responsible } from '../../../model/book.ts'
import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { planOf } from '../../library/parts-of-book.ts'
import { amountOf } from '../../reading/amount.ts'
import { maker } from '../header/agent.ts'
import { element, readableDate } from '../header/element.ts'
import { attribute } from '../xml-id.ts'

/**
 * The header as DTABf has it: declarations in prose, the print as `biblFull`, no register of rules and no
 * history. What it cannot say is in the header of `BOOK.xml`.
 */
export function dtabfHeader(edition: Edition): string {
  const { book } = edition
  return [
    '<teiHeader>\n<fileDesc>\n',
    titleStatement(book, book),
    book.edition ? `<editionStmt>${element('edition', book.edition)}</editionStmt>\n` : '',
    extent(edition),
    publicationStatement(book),
    source(book),
    `</fileDesc>\n<encodingDesc>\n${DECLARATION}</encodingDesc>\n`,
    `<profileDesc>\n${abstract(book)}<langUsage>${language(book)}</langUsage>\n</profileDesc>\n`,
    '</teiHeader>\n',
  ].join('')
}

interface Titled {
  readonly title: string
  readonly subtitle?: string
}

/** `editors` of the print are those of the text in both: DTABf has the makers of a file in its publication. */
function titleStatement({ subtitle, title }: Titled, { authors, editors }: Book): string {
  return [
    '<titleStmt>\n',
    `<title type="main">${escapeText(title)}</title>\n`,
    subtitle ? `<title type="sub">${escapeText(subtitle)}</title>\n` : '',
    ...authors.map((author) => `${person('author', author)}\n`),
    ...editors.map((editor) => `${person('editor', editor)}\n`),
    '</titleStmt>\n',
  ].join('')
}

/** DTABf knows no role but that of a translator. */
function person(name: 'author' | 'editor', { role: _, ...who }: Responsible): string {
  return maker(name, who)
}

function extent(edition: Edition): string {
  const { characters, words } = amountOf(edition)
  return [
    '<extent>\n',
    measure('pages', planOf(edition).pages.length),
    measure('tokens', words),
    measure('characters', characters),
    '</extent>\n',
  ].join('')
}

function measure(type: string, quantity: number): string {
  return `<measure type="${type}">${quantity}</measure>\n`
}

function publicationStatement(book: Book): string {
  const { date, identifiers = [], licence, place, publisher } = book
  return [
    '<publicationStmt>\n',
    `${element('publisher', publisher)}\n`,
    place ? `${element('pubPlace', place)}\n` : '',
    publicationDate(date),
    ...identifiers.map((said) => `${identifier(said)}\n`),
    licence
      ? `<availability>${licence.url ? `<licence target="${encodeURI(licence.url)}">${element('p', licence.name)}</licence>` : element('p', licence.name)}</availability>\n`
      : '',
    '</publicationStmt>\n',
  ].join('')
}

function publicationDate(date: string | undefined): string {
  if (!date) return ''
  return `<date type="publication"${attribute('when', readableDate(date))}>${escapeText(date)}</date>\n`
}

/** Of the kinds of numbers that it has, those that we can tell. */
function identifier(said: string): string {
  const [, type, rest] = /^(DOI|URN|VD|PPN)[\s:]+(.+)$/u.exec(said) ?? []
  return type && rest ? `<idno type="${type}">${escapeText(rest)}</idno>` : element('idno', said)
}

/** The print: in a line, in full, and the copy that was scanned. */
function source(book: Book): string {
  const { source: print } = book
  const { date, edition, identifiers = [], pages, place, publisher } = print
  const titled: Titled = { title: print.title ?? book.title, ...subtitleOf(book) }
  return [
    '<sourceDesc>\n',
    `<bibl type="M">${escapeText(inOneLine(titled, book))}</bibl>\n`,
    '<biblFull>\n',
    titleStatement(titled, book),
    edition ? `<editionStmt>${element('edition', edition)}</editionStmt>\n` : '',
    pages ? `<extent><measure type="pages">${escapeText(pages)}</measure></extent>\n` : '',
    '<publicationStmt>\n',
    `${element('publisher', publisher)}\n`,
    place ? `${element('pubPlace', place)}\n` : '',
    publicationDate(date),
    ...identifiers.map((said) => `${identifier(said)}\n`),
    '</publicationStmt>\n</biblFull>\n',
    copy(print),
    '</sourceDesc>\n',
  ].join('')
}

/** The print has the subtitle of the edition, unless it has a title of its own. */
function subtitleOf({ source, subtitle }: Book): { readonly subtitle?: string } {
  const found = source.subtitle ?? (source.title === undefined ? subtitle : undefined)
  return found === undefined ? {} : { subtitle: found }
}

function inOneLine({ subtitle, title }: Titled, { authors, source }: Book): string {
  const names = authors.map(({ name }) => name).join('; ')
  const imprint = [source.place, source.publisher].filter(Boolean).join(': ')
  const published = [imprint, source.date].filter(Boolean).join(', ')
  const whole = [names && `${names}:`, [title, subtitle].filter(Boolean).join('. ')]
  return `${whole.filter(Boolean).join(' ')}.${published && ` ${published}.`}`
}

function copy({ copy: said }: PrintedBook): string {
  if (!said) return ''
  return [
    '<msDesc><msIdentifier>',
    element('repository', said.holder),
    said.shelfmark ? `<idno type="shelfmark">${escapeText(said.shelfmark)}</idno>` : '',
    said.url ? `<idno type="URLImages">${escapeText(said.url)}</idno>` : '',
    '</msIdentifier><p>The copy that was scanned.</p></msDesc>\n',
  ].join('')
}

function abstract({ abstract: said }: Book): string {
  return said ? `<abstract>${element('p', said)}</abstract>\n` : ''
}

function language({ language: tag }: Book): string {
  return `<language ident="${tag}">${tag}</language>`
}

const DECLARATION = `<editorialDecl>
<p>Errors of the raw text and of the print are corrected: choice, with corr and sic, or reg and orig where the spelling stays.</p>
<p>Lines are as printed; lb stands where one ends within a paragraph. A hyphen of the printer stands before it. Where the hyphen belongs to the word, or nobody has decided, a choice says so: reg has the hyphen, orig the hyphen and the end of the line. White space parts words, lb does not.</p>
<p>A note stands where it is called; what of it is printed on the next page stands at the end of that page and is joined by next and prev. Running heads, page numbers, signatures and catchwords are fw.</p>
<p>White space of the layout is not kept. A character that XML cannot carry is U+FFFD.</p>
</editorialDecl>
`
