import type { Edition } from '../../model/edition.ts'
import { everyoneOf } from './everyone.ts'
import { frequentLanguages } from './languages.ts'
import { articlesOf, planOf } from './parts-of-book.ts'
import { field, parent } from './xml.ts'

const NAMESPACES = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
}

/** The edition in simple Dublin Core, as OAI-PMH asks for it: an element. Linear. */
export function dublinCore(edition: Edition): string {
  const { book, version } = edition
  const { source } = book
  const print = [source.title ?? book.title, source.place, source.publisher, source.date]
  const articles = articlesOf(planOf(edition))
  return parent(
    'oai_dc:dc',
    NAMESPACES,
    field('dc:title', {}, book.subtitle ? `${book.title}: ${book.subtitle}` : book.title),
    ...book.authors.map(({ name }) => field('dc:creator', {}, name)),
    ...everyoneOf({ ...book, authors: [] }).map(({ who, role }) =>
      field('dc:contributor', {}, role === 'editor' ? who.name : `${who.name} (${role})`),
    ),
    ...(book.keywords ?? []).map(({ term }) => field('dc:subject', {}, term)),
    ...Object.entries(book.classification ?? {}).map(([scheme, code]) =>
      field('dc:subject', {}, `${scheme.toUpperCase()} ${code}`),
    ),
    field('dc:publisher', {}, book.publisher),
    field('dc:date', {}, book.date),
    field('dc:type', {}, 'Text'),
    field('dc:format', {}, 'application/tei+xml'),
    ...(book.identifiers ?? []).map((identifier) => field('dc:identifier', {}, identifier)),
    field('dc:identifier', {}, book.slug),
    field('dc:source', {}, print.filter((part) => part).join(', ')),
    ...(source.identifiers ?? []).map((identifier) => field('dc:source', {}, identifier)),
    ...frequentLanguages(edition).map(({ language }) => field('dc:language', {}, language)),
    field('dc:description', {}, book.abstract),
    field('dc:description', {}, `Critical edition made with Emend ${version}.`),
    field(
      'dc:description',
      {},
      articles.map(({ said, title }) => said?.title ?? title).join(' — '),
    ),
    field('dc:rights', {}, book.licence?.name),
    field('dc:rights', {}, book.licence?.url),
    field('dc:rights', {}, source.licence && `Printed text: ${source.licence.name}`),
  )
}
