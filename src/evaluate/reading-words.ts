import { findFirst, parseXml, type XmlElement } from './xml-tree.ts'

/** Which reading of a place is taken: the edition's, or what is printed. */
export type Mode = 'right' | 'printed'

/** A word: letters and digits, with the hyphens and apostrophes within it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-’'][\p{L}\p{N}\p{M}]+)*/gu

/** The words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/**
 * The text of an edition as a reader reads it: first the text of the book, then the notes in the
 * order in which they were printed. Calls, labels of notes, running heads and hyphens of the layout
 * are left out.
 */
export function editionText(xml: string, mode: Mode): string {
  const text = findFirst(parseXml(xml), 'text')
  if (!text) throw new Error('Expected an element text')
  const notes: { line: number; text: string }[] = []
  const body = readElement(text, mode, notes)
  const below = notes.sort((a, b) => a.line - b.line).map((note) => note.text)
  return [body, ...below].join('\n')
}

/** Elements within a line of text; all others part words. */
const PHRASES = new Set(
  'abbr choice corr date docAuthor emph ex expan foreign hi label lb name orig pb pc persName placeName ref reg seg sic supplied surplus title unclear author'.split(
    ' ',
  ),
)

function readElement(
  element: XmlElement,
  mode: Mode,
  notes: { line: number; text: string }[],
): string {
  const { name, attributes } = element
  if (name === 'lb' || name === 'pb') return attributes.break === undefined ? ' ' : ''
  if (name === 'fw' || isCall(element) || (name === 'pc' && attributes.force === 'weak')) return ''
  if (name === 'milestone') return ''
  if (mode === 'right' && (name === 'surplus' || name === 'del')) return ''
  const inside = readChildren(element, mode, notes)
  if (name === 'hi') return closeUp(inside)
  return PHRASES.has(name) ? inside : `\n${inside}\n`
}

function isCall({ name, attributes }: XmlElement): boolean {
  return name === 'ref' && attributes.type === 'noteAnchor'
}

function readChildren(
  element: XmlElement,
  mode: Mode,
  notes: { line: number; text: string }[],
): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (element.name !== 'choice') text += child
    } else if (child.name === 'note') {
      const label = child.children.length
      if (label > 0) notes.push({ line: firstLine(child), text: noteText(child, mode, notes) })
    } else if (element.name !== 'choice' || isTaken(child, mode)) {
      text += readElement(child, mode, notes)
    }
  }
  return text
}

function isTaken({ name }: XmlElement, mode: Mode): boolean {
  const printed = name === 'sic' || name === 'orig' || name === 'abbr'
  return printed === (mode === 'printed')
}

/** A note without its label. */
function noteText(note: XmlElement, mode: Mode, notes: { line: number; text: string }[]): string {
  return readChildren(withoutLabel(note), mode, notes)
}

function withoutLabel(element: XmlElement): XmlElement {
  const children = element.children.filter(
    (child) => typeof child === 'string' || child.name !== 'label',
  )
  return {
    ...element,
    children: children.map((child) =>
      typeof child !== 'string' && child.name === 'p' ? withoutLabel(child) : child,
    ),
  }
}

/** The raw line on which an element begins. */
function firstLine(element: XmlElement): number {
  const line = findFirst(element, 'lb')?.attributes.n
  return line === undefined ? 0 : Number(line)
}

/** Letter-spaced words as words: one blank parts letters, more part words. */
function closeUp(text: string): string {
  const words = text.trim().split(/\s{2,}/u)
  const spaced = words.every((word) => word.length > 1 && /^\S(?:\s\S)*$/u.test(word))
  return spaced ? words.map((word) => word.replace(/\s/gu, '')).join(' ') : text
}
