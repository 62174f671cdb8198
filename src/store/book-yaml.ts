import { parseDocument } from 'yaml'

/** What `emend init` knows of a book. */
export interface BookBasics {
  readonly title: string
  readonly language: string
  /** The name of the raw file beside `book.yaml`. */
  readonly file: string
  /** As it was found out. */
  readonly found: string
  /** As it was asked for; a comment shows what was found when it was not. */
  readonly encoding: string | undefined
}

/** A new `book.yaml`, with comments on all that may be filled in. */
export function newBookYaml(basics: BookBasics): string {
  const { title, language, file, found, encoding } = basics
  return `# What is known of this book. The title and the language are enough. Take the # away from
# whatever else you can fill in; what you leave empty counts as not there.

title: ${JSON.stringify(title)}
# subtitle: …
language: ${language}
# A book with words or pages in others may name them: [${language}, …]

# authors:
#   - Name Surname
#   - name: Name Surname
#     ref: https://viaf.org/viaf/…
# editors:
#   - name: Name Surname
#     role: translator

# The edition that you make. Its date never comes from a clock.
# date: 2026-07-28
# edition: First electronic edition
# publisher: …
# licence:
#   name: CC BY 4.0
#   url: https://creativecommons.org/licenses/by/4.0/

# The printed book.
# source:
#   title: …
#   place: …
#   publisher: …
#   date: 1937
#   identifier: ISBN …
#   pages: 412

# The raw text: a name beside this file, or a path from the working folder such as
# \${EMEND_SHARED}/raw/book.txt, where EMEND_SHARED comes from the environment.
file: ${JSON.stringify(file)}
${encoding === undefined ? `# encoding: ${found}` : `encoding: ${encoding}`}

# Words that are right in this book, whatever the dictionary says.
# words:
#   - …

# Rules that shall leave this book alone, each with the reason.
# rules-off:
#   - rule: word/name-of-the-rule
#     reason: …
`
}

/** A `book.yaml` with some values changed; its comments and all else stay. */
export function changedBookYaml(
  yaml: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  let changed = false
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    document.set(key, value)
    changed = true
  }
  return changed ? document.toString({ lineWidth: 0 }) : yaml
}
