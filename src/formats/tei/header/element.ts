import { identifierOf } from '../../../model/identifier.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { attribute } from '../xml-id.ts'

/** An element that holds text alone; empty where there is none. */
export function element(name: string, text: string | undefined): string {
  return text ? `<${name}>${escapeText(text)}</${name}>` : `<${name}/>`
}

/** A date as W3C writes it: a year, a month, a day. */
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/** A date, with `when` where it can be read; empty where it is unknown. */
export function dated(date: string | undefined): string {
  if (!date) return '<date/>'
  return DATE.test(date) ? `<date when="${date}">${date}</date>` : element('date', date)
}

/** An identifier, with its kind where that can be told. */
export function identifier(text: string): string {
  const { type, value } = identifierOf(text)
  return `<idno${attribute('type', type)}>${escapeText(value)}</idno>`
}

/** The value of `when` for a date, where it can be read. */
export function readableDate(date: string | undefined): string | undefined {
  return date !== undefined && DATE.test(date) ? date : undefined
}
