import { parseDocument } from 'yaml'

/** What people say of a book when it is begun, by the keys of `book.yaml`. */
export interface BookAnswers {
  readonly title?: string
  readonly subtitle?: string
  readonly authors?: readonly string[]
  readonly editors?: readonly string[]
  readonly language?: string
  readonly 'prepared-by'?: readonly string[]
  readonly licence?: { readonly name: string; readonly url?: string }
  readonly source?: {
    readonly place?: string
    readonly publisher?: string
    readonly date?: string
    readonly pages?: string
    readonly identifier?: string
  }
  readonly encoding?: string
}

/** What `emend init` knows of a book. */
export interface BookBasics extends BookAnswers {
  readonly title: string
  readonly language: string
  /** The name of the raw file beside `book.yaml`. */
  readonly file: string
  /** The encoding as it was found out; a comment shows it where none was asked for. */
  readonly found: string
}

/** A new `book.yaml`, with comments on all that may be filled in. */
export function newBookYaml(basics: BookBasics): string {
  const { authors, editors, encoding, file, found, language, licence, source, subtitle, title } =
    basics
  return `# What is known of this book. The title and the language are enough. Take the # away from
# whatever else you can fill in; what you leave empty counts as not there. docs/book-yaml.md of
# Emend tells of every line; \`emend check\` tells what a library would miss.

title: ${quoted(title)}
${line('subtitle', subtitle)}
language: ${language}
# A book with words or pages in others may name them: [${language}, …]

# Who wrote it, and who had a part in the printed book, as catalogues have the name. An id of an
# authority file tells people of one name apart: viaf, gnd, orcid, isni, wikidata, lc.
${people('authors', authors, ['name: Surname, Name', 'viaf: 64002165'])}
${people('editors', editors, ['name: Surname, Name', 'gnd: 118540238'])}
# contributors:
#   - name: Surname, Name
#     role: translator

# The edition that you make. Its date never comes from a clock.
${people('prepared-by', basics['prepared-by'], ['name: Surname, Name', 'orcid: 0000-0002-1825-0097'])}
# date: 2026-07-28
# edition: First electronic edition
# place: …
# publisher: …
# identifier: DOI …
${licenceLines(licence)}

# What it is about.
# abstract: …
# keywords:
#   - …
# classification:
#   ddc: "686.2"
# written: 1895

# The printed book.
${sourceLines(source)}

# Who made the raw text, and with what.
# scan:
#   by: …
#   date: 2020
#   url: https://…
#   software: …

# The raw text: a name beside this file, or a path from the working folder such as
# \${EMEND_SHARED}/raw/book.txt, where EMEND_SHARED comes from the environment.
file: ${quoted(file)}
${encoding === undefined ? `# encoding: ${found}` : `encoding: ${encoding}`}

# Words in an older spelling are left as they are printed. Shall they be read in that of today?
# normalize: yes

# Words that are right in this book, whatever the dictionary says.
# words:
#   - …

# Rules that shall leave this book alone, each with the reason.
# rules-off:
#   - rule: word/name-of-the-rule
#     reason: …
`
}

/** A text that YAML reads as it stands. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

function line(key: string, value: string | undefined, example = '…'): string {
  return value === undefined ? `# ${key}: ${example}` : `${key}: ${quoted(value)}`
}

function people(
  key: string,
  names: readonly string[] | undefined,
  [first, ...others]: readonly string[],
): string {
  if (names === undefined) {
    return [`# ${key}:`, `#   - ${first}`, ...others.map((one) => `#     ${one}`)].join('\n')
  }
  return [`${key}:`, ...names.map((name) => `  - name: ${quoted(name)}`)].join('\n')
}

function licenceLines(licence: BookAnswers['licence']): string {
  if (licence === undefined) {
    return '# licence:\n#   name: CC BY 4.0\n#   url: https://creativecommons.org/licenses/by/4.0/'
  }
  const { name, url } = licence
  return `licence:\n  name: ${quoted(name)}\n  ${url ? `url: ${url}` : '# url: https://…'}`
}

const SOURCE = {
  place: '…',
  publisher: '…',
  date: '1937',
  pages: '412',
  identifier: 'ISBN …',
} as const

function sourceLines(source: NonNullable<BookAnswers['source']> = {}): string {
  const isThere = Object.keys(source).length > 0
  const before = isThere ? '  ' : '#   '
  const lines = (['place', 'publisher', 'date', 'pages', 'identifier'] as const).map((key) => {
    const value = source[key]
    if (value !== undefined) return `  ${key}: ${quoted(value)}`
    return `${before}${isThere ? '# ' : ''}${key}: ${SOURCE[key]}`
  })
  return [isThere ? 'source:' : '# source:', ...lines].join('\n')
}

/** A `book.yaml` with some values changed; its comments and all else stay. */
export function changedBookYaml(yaml: string, changes: BookAnswers): string {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  let changed = false
  const set = (path: readonly string[], value: unknown): void => {
    if (value === undefined) return
    // A text takes the place of the old one, whose comment stays.
    document.setIn(path, typeof value === 'string' ? value : document.createNode(value))
    changed = true
  }
  const { source = {}, ...others } = changes
  for (const [key, value] of Object.entries(others)) set([key], value)
  for (const [key, value] of Object.entries(source)) set(['source', key], value)
  return changed ? document.toString({ lineWidth: 0 }) : yaml
}
