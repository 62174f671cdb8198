import { XMLParser } from 'fast-xml-parser'

/** An element of XML that we wrote ourselves. Its children are elements and character data, in order. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const ATTRIBUTES = ':@'
const CDATA = '#cdata'
const TEXT = '#text'

// Entities are decoded here: the parser leaves character references as they are, and counts the
// others against a limit.
const parser = new XMLParser({
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  processEntities: false,
  attributeNamePrefix: '',
  cdataPropName: CDATA,
  textNodeName: TEXT,
})

/**
 * Parses a fragment of XML: elements, and character data between them. Throws an `Error` for some,
 * not all, that is not well-formed; whoever calls it must know by other means that all was there.
 */
export function parseElements(xml: string): readonly (XmlElement | string)[] {
  return nodesOf(parser.parse(xml))
}

function nodesOf(found: unknown): readonly (XmlElement | string)[] {
  return Array.isArray(found) ? found.map(nodeOf) : []
}

function nodeOf(found: unknown): XmlElement | string {
  const fields = fieldsOf(found)
  const [name = ''] = Object.keys(fields).filter((key) => key !== ATTRIBUTES)
  const content = fields[name]
  if (name === TEXT) return decodeEntities(String(content))
  if (name === CDATA) return cdata(content)
  return { name, attributes: attributesOf(fields[ATTRIBUTES]), children: nodesOf(content) }
}

function cdata(content: unknown): string {
  if (!Array.isArray(content)) return ''
  return content.map((part) => String(fieldsOf(part)[TEXT] ?? '')).join('')
}

function attributesOf(found: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(fieldsOf(found))
  return Object.fromEntries(entries.map(([name, value]) => [name, decodeEntities(String(value))]))
}

const NONE: Readonly<Record<string, unknown>> = {}

function fieldsOf(found: unknown): Readonly<Record<string, unknown>> {
  return isRecord(found) ? found : NONE
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
}

/** Character data with the five entities and the character references put back, each once. */
export function decodeEntities(data: string): string {
  if (!data.includes('&')) return data
  return data.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|quot));/giu,
    (reference, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? reference
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : reference
    },
  )
}

/** The character data of an element, that of the elements in it included. */
export function textOf(node: XmlElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** The first element of this name, with these attributes, in a tree; in the order of the document. */
export function findElement(
  nodes: readonly (XmlElement | string)[],
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const matches = Object.entries(attributes).every(([key, is]) => node.attributes[key] === is)
    const found =
      node.name === name && matches ? node : findElement(node.children, name, attributes)
    if (found) return found
  }
  return undefined
}
