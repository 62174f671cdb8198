import type { Book, Responsible } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { identifiersOf, isSoundIsbn } from '../../model/identifier.ts'
import { marcLanguage, relator, yearOf } from './codes.ts'
import { everyoneOf } from './everyone.ts'
import { frequentLanguages } from './languages.ts'
import { lostArticles, planOf } from './parts-of-book.ts'

/** Something that a library will miss in the records of an edition. */
export interface Gap {
  /** What there is not, or is not as it should be: `no publisher of the edition`. */
  readonly what: string
  /** Its field in our MARC record: `264 $b`. */
  readonly marc: string
  /** What to do in `book.yaml`: "add `publisher`". */
  readonly advice: string
}

/** What a library will miss, in the order of `book.yaml`. */
export function gapsOf(edition: Edition): readonly Gap[] {
  const { book } = edition
  return [
    ...ofBook(book),
    ...ofPeople(book),
    ...ofSource(book),
    ...ofLanguages(edition),
    ...lost(edition),
  ]
}

/** A field that is not there. */
function missing(value: unknown, what: string, marc: string, key: string): readonly Gap[] {
  const isThere = Array.isArray(value) ? value.length > 0 : value !== undefined
  return isThere ? [] : [{ what: `no ${what}`, marc, advice: `add \`${key}\`` }]
}

function ofBook(book: Book): readonly Gap[] {
  const { authors, contributors = [], editors, identifiers, keywords, preparedBy } = book
  return [
    ...missing(
      [...authors, ...editors, ...contributors],
      'author and no editor',
      '100, 700',
      'authors',
    ),
    ...missing(preparedBy, 'word of who makes this edition', '700, 710', 'prepared-by'),
    ...missing(book.date, 'date of the edition', '264 $c', 'date'),
    ...missing(book.edition, 'statement of the edition', '250 $a', 'edition'),
    ...missing(book.publisher, 'publisher of the edition', '264 $b', 'publisher'),
    ...missing(book.place, 'place of publication', '264 $a', 'place'),
    ...missing(identifiers, 'identifier of the edition, such as a DOI', '024 $a', 'identifier'),
    ...missing(book.licence, 'licence', '540 $a', 'licence'),
    ...(book.licence
      ? missing(book.licence.url, 'address of the licence', '540 $u', 'licence.url')
      : []),
    ...missing(book.abstract, 'abstract', '520 $a', 'abstract'),
    ...missing(keywords, 'subject', '650 $a', 'keywords'),
    ...missing(book.classification, 'notation of a classification', '050–084 $a', 'classification'),
  ]
}

function ofPeople(book: Book): readonly Gap[] {
  const everyone = everyoneOf(book)
  const people = [...new Map(everyone.map(({ who }) => [who.name, who])).values()]
  const unknown = people.filter(({ refs }) => refs === undefined)
  const roles = [...new Set(everyone.map(({ role }) => role))].filter((role) => !relator(role))
  return [
    ...told(
      unknown,
      (names) => `no authority record of ${names}`,
      '100, 700 $0 $1',
      'add `viaf`, `gnd`, `orcid` or `ref`',
    ),
    ...told(
      people.filter(isInReadingOrder),
      (names) => `no comma behind the surname in ${names}`,
      '100, 700 $a',
      'write `Surname, Name`, or say `organisation` in place of `name`',
    ),
    ...roles.map((role) => ({
      what: `no relator code for the role “${role}”`,
      marc: '700 $4',
      advice: 'take one that docs/book-yaml.md lists',
    })),
  ]
}

function told(
  people: readonly Responsible[],
  what: (names: string) => string,
  marc: string,
  advice: string,
): readonly Gap[] {
  if (people.length === 0) return []
  const names = people.slice(0, 3).map(({ name }) => name)
  const more = people.length > 3 ? ` and ${people.length - 3} more` : ''
  return [{ what: what(`${names.join('; ')}${more}`), marc, advice }]
}

/** Whether a person's name has two words and more and no comma that would tell the surname. */
function isInReadingOrder({ isInstitution, name }: Responsible): boolean {
  return !isInstitution && !name.includes(',') && /\S\s+\S/u.test(name)
}

/** Books have ISBNs since then. */
const FIRST_ISBN = 1970

function ofSource({ source }: Book): readonly Gap[] {
  const isbns = identifiersOf('ISBN', source.identifiers)
  const hasIsbns = Number(yearOf(source.date) ?? 0) >= FIRST_ISBN
  return [
    ...missing(source.place, 'place of publication of the source', '534 $c', 'source.place'),
    ...missing(source.publisher, 'publisher of the source', '534 $c', 'source.publisher'),
    ...missing(source.date, 'date of the source', '534 $c', 'source.date'),
    ...missing(source.pages, 'number of pages of the source', '534 $e', 'source.pages'),
    ...(source.identifiers === undefined && hasIsbns
      ? missing(
          undefined,
          'ISBN or other identifier of the source',
          '020 $z, 776',
          'source.identifier',
        )
      : []),
    ...missing(source.copy, 'word of which copy was scanned', '534 $l', 'source.copy'),
    ...isbns
      .filter((isbn) => !isSoundIsbn(isbn))
      .map((isbn) => ({
        what: `no right check digit in the ISBN ${isbn}`,
        marc: '020 $z',
        advice: 'compare `source.identifier` with the print',
      })),
  ]
}

function ofLanguages(edition: Edition): readonly Gap[] {
  return frequentLanguages(edition)
    .filter(({ language }) => marcLanguage(language) === 'und')
    .map(({ language }) => ({
      what: `no code of catalogues for the language \`${language}\``,
      marc: '041 $a',
      advice: 'look at `language`',
    }))
}

/** Articles that are told of and not found. */
function lost(edition: Edition): readonly Gap[] {
  if (edition.book.articles === undefined) return []
  return lostArticles(edition, planOf(edition)).map(({ heading }) => ({
    what: `no article under the heading “${heading}”`,
    marc: '505 $a',
    advice: 'write the `heading` as the edition has it',
  }))
}
