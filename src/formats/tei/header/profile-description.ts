import type { Book, Keyword } from '../../../model/book.ts'
import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { type BookLanguage, bookLanguages } from '../../library/languages.ts'
import { CLASSIFICATIONS, subjectFileOf } from '../../library/subjects.ts'
import { attribute } from '../xml-id.ts'
import { correspondence } from './correspondence.ts'
import { dated } from './element.ts'

/** What the book is about, when it was written, in which languages, and which letters are in it. */
export function profileDescription(edition: Edition): string {
  const { abstract, written } = edition.book
  return [
    '<profileDesc>\n',
    written ? `<creation>${dated(written)}</creation>\n` : '',
    abstract ? `<abstract><p>${escapeText(abstract)}</p></abstract>\n` : '',
    `<langUsage>${bookLanguages(edition).map(language).join('')}</langUsage>\n`,
    textClass(edition.book),
    correspondence(edition),
    '</profileDesc>\n',
  ].join('')
}

function language({ language: code, name, usage }: BookLanguage): string {
  const said = `${attribute('ident', code)}${attribute('usage', usage?.toString())}`
  return name ? `<language${said}>${escapeText(name)}</language>` : `<language${said}/>`
}

function textClass({ classification = {}, keywords = [] }: Book): string {
  const codes = Object.entries(classification).map(([key, code]) => {
    const scheme = CLASSIFICATIONS[key]?.address
    return `<classCode${attribute('scheme', scheme)}>${escapeText(code)}</classCode>\n`
  })
  const parts = [...keywordLists(keywords), ...codes]
  return parts.length > 0 ? `<textClass>\n${parts.join('')}</textClass>\n` : ''
}

/** Subjects, those of one file together. */
function keywordLists(keywords: readonly Keyword[]): readonly string[] {
  const schemes = [...new Set(keywords.map(schemeOf))]
  return schemes.map((scheme) => {
    const terms = keywords
      .filter((one) => schemeOf(one) === scheme)
      .map(({ ref, term }) => {
        return `<term${attribute('ref', ref && encodeURI(ref))}>${escapeText(term)}</term>`
      })
    return `<keywords${attribute('scheme', scheme)}>${terms.join('')}</keywords>\n`
  })
}

function schemeOf({ ref }: Keyword): string | undefined {
  return subjectFileOf(ref)?.address
}
