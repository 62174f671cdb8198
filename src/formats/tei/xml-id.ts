import { escapeAttribute } from '../../model/xml-text.ts'

/** The xml:id of a correction's place in the text. */
export function correctionId(id: string): string {
  return `c.${safe(id)}`
}

/** The xml:id of an entry of the apparatus. */
export function entryId(id: string): string {
  return `a.${safe(id)}`
}

/** The xml:id of a rule in the taxonomy of the header. */
export function ruleId(rule: string): string {
  return `rule.${safe(rule.replaceAll('/', '.'))}`
}

/** The xml:id of what the header says of an article, by that of its division. */
export function articleId(division: string): string {
  return `bib.${safe(division)}`
}

/** The xml:id of a person who decided. */
export function editorId(name: string): string {
  return `by.${safe(name)}`
}

/** Ids that the writers give, which a book must not take. */
const TAKEN =
  /^(?:(?:[adnrsx]|bib|by|c|ch|ed|pb|ref|resp|rule)[.\dA-F]|(?:apparatus|emend|ocr|print|raw|rules|P)$)/

/** The xml:id of the book: its slug, where that is a name in XML and not one of ours. */
export function bookId(slug: string): string {
  const name = safe(slug)
  return /^[A-Za-z_]/.test(name) && !TAKEN.test(name) ? name : `book.${name}`
}

/** Pointers to xml:ids, as the value of an attribute. */
export function pointers(prefix: string, ids: readonly string[]): string {
  return ids.map((id) => `${prefix}${id}`).join(' ')
}

/** An attribute with a blank before it, or nothing where there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value ? ` ${name}="${escapeAttribute(value)}"` : ''
}

/** Characters that a name in XML may not have, by their code. */
function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)
}
