import type { Yaml } from 'mdast'
import type { Book, Responsible } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { escapePandoc } from './pandoc-text.ts'

/** What the file is, in YAML: title, people, language, date, source, the digest of the raw text. */
export function frontMatter({ book, version, witness }: Edition): Yaml {
  const lines = [
    entry('title', book.title),
    entry('subtitle', book.subtitle),
    ...people('authors', book.authors),
    ...people('editors', book.editors),
    entry('language', book.language),
    entry('date', book.date),
    ...source(book.source),
    entry('sha256', witness.digest),
    entry('generator', `Emend ${version}`),
  ]
  return { type: 'yaml', value: lines.filter((line) => line !== '').join('\n') }
}

/**
 * The same as Pandoc wants it: its own names, and text in which it finds no markup, since it reads the
 * values as Markdown.
 */
export function pandocFrontMatter({ book, version, witness }: Edition): Yaml {
  const names = book.authors.map(({ name }) => `  - ${quoted(escapePandoc(name))}`)
  const said = (key: string, value: string | undefined): string =>
    entry(key, value === undefined ? undefined : escapePandoc(value))
  const lines = [
    said('title', book.title),
    said('subtitle', book.subtitle),
    ...(names.length > 0 ? ['author:', ...names] : []),
    entry('lang', book.language),
    said('date', book.date),
    entry('sha256', witness.digest),
    entry('generator', `Emend ${version}`),
  ]
  return { type: 'yaml', value: lines.filter((line) => line !== '').join('\n') }
}

function people(key: string, list: readonly Responsible[]): readonly string[] {
  if (list.length === 0) return []
  const lines = list.flatMap(({ name, refs, role }) => [
    `  - ${entry('name', name)}`,
    indented(entry('ref', refs?.join(' ')), 4),
    indented(entry('role', role), 4),
  ])
  return [`${key}:`, ...lines]
}

/** The printed book. */
function source(source: Book['source']): readonly string[] {
  const { date, identifiers, pages, place, publisher, title } = source
  const identifier = identifiers?.join(', ')
  const fields = { title, place, publisher, date, identifier, pages }
  const lines = Object.entries(fields).map(([key, value]) => indented(entry(key, value), 2))
  return lines.some((line) => line !== '') ? ['source:', ...lines] : []
}

function entry(key: string, value: string | undefined): string {
  return value === undefined ? '' : `${key}: ${quoted(value)}`
}

function indented(line: string, depth: number): string {
  return line === '' ? '' : `${' '.repeat(depth)}${line}`
}

/** A double-quoted scalar of YAML: JSON's, with what YAML calls unprintable escaped as well. */
function quoted(value: string): string {
  return JSON.stringify(value.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
