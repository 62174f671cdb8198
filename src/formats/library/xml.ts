import { escapeAttribute, escapeText } from '../../model/xml-text.ts'
import { writable } from '../reading/writable.ts'

/** Attributes by their names; those without a value are not written. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An element with others in it, each on lines of its own; nothing where there are none. */
export function parent(
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  const content = children.join('')
  return content === '' ? '' : `<${name}${written(attributes)}>\n${content}</${name}>\n`
}

/** An element that holds text; nothing where there is none. */
export function field(name: string, attributes: Attributes, text: string | undefined): string {
  if (text === undefined || text.trim() === '') return ''
  return `<${name}${written(attributes)}>${escapeText(plain(text))}</${name}>\n`
}

/** A character that one font alone knows says nothing in a record: these formats have no `g`. */
export function plain(text: string): string {
  return writable(text).replace(/[\ue000-\uf8ff]/gu, '\ufffd')
}

/** An element that holds nothing. */
export function empty(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>\n`
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeAttribute(writable(String(value)))}"`)
    .join('')
}
