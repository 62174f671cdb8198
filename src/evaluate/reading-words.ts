import { isDivided } from './edition-lines.ts'
import { findFirst, notAnEdition, parseXml, type XmlElement } from './xml-tree.ts'

/** Which reading of a place is taken: the edition's, or what is printed. */
export type Mode = 'right' | 'printed'

/** A word and the raw line on which it begins, from 1; 0 before the first line. */
export interface PlacedWord {
  readonly word: string
  readonly line: number
}

/** A word: letters and digits, with the hyphens and apostrophes within it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-’'][\p{L}\p{N}\p{M}]+)*/gu

/** The words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/**
 * The words of an edition as a reader reads it: first the text of the book, then the notes in the
 * order in which they were printed. Calls, labels of notes, running heads and hyphens of the layout
 * are left out.
 */
export function editionWords(xml: string, mode: Mode): readonly PlacedWord[] {
  const text = findFirst(parseXml(xml), 'text')
  if (!text) throw notAnEdition('it has no element text')
  const reader = new Reader(mode)
  const body = reader.element(text)
  const below = [...reader.notes].sort((a, b) => a.line - b.line).map(({ pieces }) => pieces)
  return placedWords([body, ...below].flatMap((pieces) => [...pieces, { text: '\n', line: 0 }]))
}

/** Text of one raw line. */
interface Piece {
  readonly text: string
  readonly line: number
}

function placedWords(pieces: readonly Piece[]): readonly PlacedWord[] {
  const words: PlacedWord[] = []
  let piece = 0
  let end = pieces[0]?.text.length ?? 0
  for (const { 0: word, index } of pieces
    .map(({ text }) => text)
    .join('')
    .matchAll(WORD)) {
    while (index >= end && piece < pieces.length) {
      piece++
      end += pieces[piece]?.text.length ?? 0
    }
    words.push({ word, line: pieces[piece]?.line ?? 0 })
  }
  return words
}

/** Elements within a line of text; all others part words. */
const PHRASES = new Set(
  'abbr choice corr date docAuthor emph ex expan foreign hi label lb name orig pb pc persName placeName ref reg seg sic supplied surplus title unclear author'.split(
    ' ',
  ),
)

class Reader {
  readonly notes: { line: number; pieces: readonly Piece[] }[] = []
  readonly #mode: Mode
  #line = 0

  constructor(mode: Mode) {
    this.#mode = mode
  }

  element(element: XmlElement): readonly Piece[] {
    const { name, attributes } = element
    if (name === 'lb' || name === 'pb') {
      this.#line = lineOf(element) ?? this.#line
      return attributes.break === undefined ? [this.#piece(' ')] : []
    }
    if (isLeftOut(element, this.#mode)) {
      this.#line = lastLine(element) ?? this.#line
      return []
    }
    const inside = this.#children(element)
    if (name === 'hi') return closeUp(inside)
    return PHRASES.has(name) ? inside : [this.#piece('\n'), ...inside, this.#piece('\n')]
  }

  #piece(text: string): Piece {
    return { text, line: this.#line }
  }

  #children(element: XmlElement): Piece[] {
    const pieces: Piece[] = []
    // How a word is divided is no misprint.
    const mode = isDivided(element) ? 'right' : this.#mode
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (element.name !== 'choice') pieces.push(this.#piece(child))
      } else if (child.name === 'note') {
        if (child.children.length > 0) this.#note(child)
      } else if (element.name !== 'choice' || isTaken(child, mode)) {
        for (const piece of this.element(child)) pieces.push(piece)
      } else {
        this.#line = lastLine(child) ?? this.#line
      }
    }
    return pieces
  }

  /** A note without its label. The text goes on behind it on the line on which it stopped. */
  #note(note: XmlElement): void {
    const reached = this.#line
    const first = findFirst(note, 'lb')
    const line = (first && lineOf(first)) ?? 0
    this.#line = line
    this.notes.push({ line, pieces: this.#children(withoutLabel(note)) })
    this.#line = reached
  }
}

function lineOf({ name, attributes }: XmlElement): number | undefined {
  return name === 'lb' && /^\d+$/u.test(attributes.n ?? '') ? Number(attributes.n) : undefined
}

/** The last raw line that begins within an element. */
function lastLine(element: XmlElement): number | undefined {
  let line = lineOf(element)
  for (const child of element.children) {
    if (typeof child !== 'string') line = lastLine(child) ?? line
  }
  return line
}

function isLeftOut({ name, attributes }: XmlElement, mode: Mode): boolean {
  if (name === 'fw' || name === 'milestone') return true
  if (name === 'ref') return attributes.type === 'noteAnchor'
  if (name === 'pc') return attributes.force === 'weak'
  return mode === 'right' && (name === 'surplus' || name === 'del')
}

function isTaken({ name }: XmlElement, mode: Mode): boolean {
  const printed = name === 'sic' || name === 'orig' || name === 'abbr'
  return printed === (mode === 'printed')
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

/** Letter-spaced words as words: one blank parts letters, more part words. */
function closeUp(pieces: readonly Piece[]): readonly Piece[] {
  const text = pieces.map((piece) => piece.text).join('')
  const words = text.trim().split(/\s{2,}/u)
  const spaced = words.every((word) => word.length > 1 && /^\S(?:\s\S)*$/u.test(word))
  if (!spaced) return pieces
  const closed = words.map((word) => word.replace(/\s/gu, '')).join(' ')
  return [{ text: closed, line: pieces[0]?.line ?? 0 }]
}
