import { SaxesParser } from 'saxes'
import { InputError } from '../model/input-error.ts'

/** An element of a document: its local name, its attributes, and what it holds. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Deepest nesting that is read. */
const DEPTH = 200

/**
 * Parses a document with a parser that is not the one that Emend uses. Comments and processing
 * instructions are left out.
 *
 * Throws an `InputError` where it is not well-formed, or nested too deeply.
 */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser()
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const text = (value: string): void => {
    open.at(-1)?.children.push(value)
  }
  parser.on('error', ({ message }) => {
    throw notAnEdition(message.replaceAll('\n', ' '))
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEPTH) throw notAnEdition(`it is more than ${DEPTH} elements deep`)
    const element: Open = { name: localName(name), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(xml).close()
  const [first] = root.children.filter((child) => typeof child !== 'string')
  if (!first) throw notAnEdition('there is no element')
  return first
}

/** What is said of an edition that cannot be read. */
export function notAnEdition(why: string): InputError {
  return new InputError(
    `Unexpected XML, expected an edition: ${why}`,
    '`emend build` makes it anew.',
  )
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[]
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The first element of this name, in the order of the document. */
export function findFirst(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findFirst(child, name)
    if (found) return found
  }
  return undefined
}

/** All character data of an element. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
}
