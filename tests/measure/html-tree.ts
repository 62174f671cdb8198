import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

const BLOCKS = words(
  `address article aside blockquote body center dd details div dl dt figure h1 h2 h3 h4 h5 h6 html li
  main ol p pre section summary table ul`,
)

/** Elements of the screen, not of the text. */
const SKIPPED_TAGS = words('head script style nav header footer form img svg button hr object')

/** The same, by what pages made by DocBook, Sphinx, AsciiDoc and Publican call them. */
const SKIPPED_NAMES = words(
  `author authorgroup banner caption clearer copyright docnav figure footer headerlink imageblock
  index indexterm informalfigure legalnotice mediaobject navfooter navheader navigation pubdate
  related revhistory subtitle title-page toc toctree-wrapper url`,
)

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function isBlock({ tagName }: Element): boolean {
  return BLOCKS.has(tagName)
}

/** Whether an element is for the screen alone, and nobody would print it. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED_TAGS.has(element.tagName)) return true
  const names = [...classOf(element), attribute(element, 'id') ?? '']
  return names.some((name) => SKIPPED_NAMES.has(name))
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((own) => own.name === name)?.value
}

/** The names of its class. */
export function classOf(element: Element): readonly string[] {
  return attribute(element, 'class')?.split(/\s+/u) ?? []
}

export function hasClass(element: Element, pattern: RegExp): boolean {
  return classOf(element).some((name) => pattern.test(name))
}

/** The cells of a table, row by row. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((node) => (node.tagName === 'tr' ? [node.childNodes.filter(isElement)] : rowsOf(node)))
}

/** The text below an element, in one line. */
export function plainText(element: Element): string {
  return textBelow(element)
    .trim()
    .replaceAll(/[ \t\n\r\f]+/gu, ' ')
}

/** The text below an element line by line, without blank lines. */
export function plainRows(element: Element): readonly string[] {
  return textBelow(element)
    .replaceAll('\t', '        ')
    .split('\n')
    .map((row) => row.trimEnd())
    .filter((row) => row !== '')
}

function textBelow(node: Node): string {
  if (!isElement(node)) return 'value' in node ? node.value : ''
  if (isSkipped(node)) return ''
  return node.tagName === 'br' ? '\n' : node.childNodes.map(textBelow).join('')
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u))
}
