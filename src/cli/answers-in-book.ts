import { bookFileOf } from '../store/book-file.ts'
import type { BookAnswers } from '../store/book-yaml.ts'

/** What a `book.yaml` says already, as far as it would be asked for. */
export function answersIn(
  yaml: string,
  { folder, slug }: { readonly folder: string; readonly slug: string },
): BookAnswers {
  const { book, language } = bookFileOf(yaml, `${folder}/book.yaml`, slug)
  const { authors, editors, licence, preparedBy, source, subtitle, title } = book
  const { date, identifiers, pages, place, publisher } = source
  const known = { date, identifier: identifiers?.[0], pages, place, publisher }
  const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name)
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    ...(language ? { language } : {}),
    ...(authors.length > 0 ? { authors: names(authors) } : {}),
    ...(editors.length > 0 ? { editors: names(editors) } : {}),
    ...(preparedBy ? { 'prepared-by': names(preparedBy) } : {}),
    ...(licence ? { licence } : {}),
    source: Object.fromEntries(
      Object.entries(known).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  }
}

/** The answers that a `book.yaml` has not: it is changed in nothing else. */
export function beyond(before: BookAnswers, after: BookAnswers): BookAnswers {
  const isNew = ([key, value]: [string, unknown]) =>
    !Object.entries(before).some(([known, old]) => known === key && old === value)
  const old = before.source ?? {}
  const { source = {}, ...answers } = after
  return {
    ...Object.fromEntries(Object.entries(answers).filter(isNew)),
    source: Object.fromEntries(Object.entries(source).filter(([key]) => !(key in old))),
  }
}
