import type { Book, Licence, Series } from '../../../model/book.ts'
import { CORRECTION_STATES } from '../../../model/correction.ts'
import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import type { BookPlan } from '../../library/parts-of-book.ts'
import { amountOf } from '../../reading/amount.ts'
import type { Profile } from '../profile.ts'
import { attribute } from '../xml-id.ts'
import { addresses } from './agent.ts'
import { dated, element, identifier } from './element.ts'
import { sourceDescription } from './source-description.ts'
import { titleStatement } from './title-statement.ts'

/** What the file is, who answers for it, and from what it was made; of a part, the book is its `host`. */
export function fileDescription(
  edition: Edition,
  plan: BookPlan,
  profile: Profile,
  host?: Book,
): string {
  return [
    '<fileDesc>\n',
    titleStatement(edition),
    editionStatement(edition),
    extent(edition, plan, host === undefined),
    publicationStatement(edition.book),
    seriesStatement(edition.book.series),
    sourceDescription(host ? { ...edition, book: host } : edition, plan, profile),
    '</fileDesc>\n',
  ].join('')
}

function editionStatement({ book: { edition } }: Edition): string {
  return edition ? `<editionStmt>${element('edition', edition)}</editionStmt>\n` : ''
}

/** How much there is of it: of the raw text, the reading text, notes included, and the apparatus. */
function extent(edition: Edition, plan: BookPlan, isWhole: boolean): string {
  const { corrections, witness } = edition
  const { characters, words } = amountOf(edition)
  const states = corrections.map(({ beatenBy, state }) => (beatenBy ? 'beaten' : state))
  return [
    '<extent>\n',
    measure('pages', 'page', plan.pages.length),
    isWhole ? measure('lines', 'line', witness.lines.count) : '',
    measure('words', 'word', words),
    measure('characters', 'character', characters),
    ...[...CORRECTION_STATES, 'beaten'].map((state) =>
      measure(state, 'correction', states.filter((one) => one === state).length),
    ),
    '</extent>\n',
  ].join('')
}

function measure(type: string, unit: string, quantity: number): string {
  return `<measure type="${type}" unit="${unit}" quantity="${quantity}"/>\n`
}

function publicationStatement(book: Book): string {
  const { date, identifiers = [], place, publisher, publisherRefs } = book
  const known = [date, place, publisher, book.licence, book.source.licence, ...identifiers]
  if (known.every((one) => one === undefined)) {
    return '<publicationStmt>\n<p>No publisher is named.</p>\n</publicationStmt>\n'
  }
  const refs = attribute('ref', addresses(publisherRefs))
  return [
    '<publicationStmt>\n',
    publisher && refs
      ? `<publisher><orgName${refs}>${escapeText(publisher)}</orgName></publisher>`
      : element('publisher', publisher),
    place ? element('pubPlace', place) : '',
    dated(date),
    ...identifiers.map(identifier),
    availability(book),
    '\n</publicationStmt>\n',
  ].join('')
}

/** A licence of Creative Commons lets everyone read; of others nobody can tell. */
function availability({ licence, source }: Book): string {
  if (!licence && !source.licence) return ''
  const isFree = /^https?:\/\/creativecommons\.org\//u.test(licence?.url ?? '')
  return [
    `\n<availability${isFree ? ' status="free"' : ''}>`,
    licence ? terms(licence, '') : '',
    source.licence ? terms(source.licence, ' corresp="#print"') : '',
    '</availability>',
  ].join('')
}

function terms({ name, url }: Licence, of: string): string {
  return `<licence${of}${attribute('target', url && encodeURI(url))}>${escapeText(name)}</licence>`
}

function seriesStatement(series: Series | undefined): string {
  if (!series) return ''
  return [
    `<seriesStmt><title level="s">${escapeText(series.title)}</title>`,
    series.issn ? `<idno type="ISSN">${escapeText(series.issn)}</idno>` : '',
    series.number ? `<biblScope unit="volume">${escapeText(series.number)}</biblScope>` : '',
    '</seriesStmt>\n',
  ].join('')
}
