import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm'

const NAMESPACES = { t: 'http://www.tei-c.org/ns/1.0' }

/**
 * The references that the citeStructures of a TEI document give, sorted, one list a refsDecl: as any
 * program finds them that follows the Guidelines, by XPath alone.
 */
export function citedBy(tei: string): readonly (readonly string[])[] {
  const document = XmlDocument.fromString(tei)
  try {
    return elements(document.root, '//t:refsDecl').map((declaration) =>
      [...references(declaration, document.root, '')].toSorted(),
    )
  } finally {
    document.dispose()
  }
}

function* references(declared: XmlElement, from: XmlElement, above: string): Generator<string> {
  for (const level of elements(declared, 't:citeStructure')) {
    const match = level.attr('match')?.value ?? ''
    const path = match.replaceAll(/(?<=\/|^)(?=[a-z])/g, 't:')
    for (const unit of elements(from, path)) {
      const own = unit.eval(level.attr('use')?.value ?? '', NAMESPACES)
      const value = Array.isArray(own) ? (own[0]?.content ?? '') : String(own)
      const reference = `${above}${level.attr('delim')?.value ?? ''}${value}`
      yield reference
      yield* references(level, unit, reference)
    }
  }
}

function elements(node: XmlElement, path: string): readonly XmlElement[] {
  return node.find(path, NAMESPACES).filter((found: XmlNode) => found instanceof XmlElement)
}
