import { SaxesParser } from 'saxes'

/** An element of a small document, read for a test. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  /** The names of the elements that it stands in, outermost first. */
  readonly within: readonly string[]
}

/** The elements of a document, in the order in which they end. Throws where it is not well-formed. */
export function elementsOf(xml: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  const open: { name: string; attributes: Record<string, string>; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, text: '' })
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) found.push({ ...closed, within: open.map(({ name }) => name) })
  })
  parser.write(xml).close()
  return found
}
