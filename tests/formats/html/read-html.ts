import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** A page read as a browser reads it. */
export interface ReadPage {
  readonly elements: readonly Element[]
  /** What a browser would forgive. */
  readonly errors: readonly string[]
}

/** Errors of a parser that are none here: the page is written so that XHTML can be, too. */
const FORGIVEN: ReadonlySet<string> = new Set([
  'non-void-html-element-start-tag-with-trailing-solidus',
])

export function readHtml(html: string): ReadPage {
  const errors: string[] = []
  const document = parse(html, {
    onParseError: ({ code, startLine }) => {
      if (!FORGIVEN.has(code)) errors.push(`${code} in line ${startLine}`)
    },
  })
  return { elements: [...elementsIn(document)], errors }
}

/** The elements below a node, in the order of the document. */
export function* elementsIn(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child
    yield* elementsIn(child)
  }
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((own) => own.name === name)?.value
}

export function hasClass(element: Element, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(' ').includes(name)
}

/** All text below a node, but for that of elements that are left out. */
export function textOf(node: Node, isLeftOut: (element: Element) => boolean = () => false): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  if ('tagName' in node && isLeftOut(node)) return ''
  return node.childNodes.map((child) => textOf(child, isLeftOut)).join('')
}

/** Readings of the print, reference marks and what else is not part of the reading text. */
export function isApart(element: Element): boolean {
  return (
    element.tagName === 'del' ||
    element.tagName === 'pre' ||
    hasClass(element, 'hy') ||
    (element.tagName === 'a' && ['call', 'siglum', 'pb'].some((name) => hasClass(element, name)))
  )
}
