import { parse } from 'parse5'
import {
  attribute,
  type Element,
  hasClass,
  isBlock,
  isElement,
  isSkipped,
  type Node,
  plainRows,
  plainText,
  rowsOf,
} from './html-tree.ts'

/** A stretch of a page of documentation, as a compositor is interested in it. */
export type Piece =
  /** `rank` 0 is a chapter, 1 a section of it. */
  | { readonly what: 'heading'; readonly rank: number; readonly text: string }
  | { readonly what: 'paragraph'; readonly text: string; readonly quoted: boolean }
  /** The label stands before the text. */
  | { readonly what: 'item'; readonly text: string; readonly quoted: boolean }
  /** Rows of a table, lines of a listing. */
  | { readonly what: 'rows'; readonly rows: readonly string[] }

/** The pieces of a page in reading order, and its notes by the characters that call them. */
export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly notes: ReadonlyMap<string, readonly string[]>
}

/** How the headings of a text are ranked. */
export interface Ranking {
  /** `h1` to `h…` of this number are chapters. */
  readonly top: number
}

/** The first of the characters that stand for calls of notes. */
export const FIRST_CALL = 0xe000

const CHAPTER = /^(?:chapter|preface|appendix|foreword|part|glossary|colophon)$/u
const SECTION = /^sect/u
const NOTE = /^footnote/u
const TITLE = /^title$/u

/** Cells of a table that hold as much are there for the arrangement of a page. */
const LONGEST_CELL = 60

/** Reads a page of documentation. O(n), but for the depth of its elements. */
export function readPieces(html: string, ranking: Ranking): Pieces {
  return new PieceReader(ranking).read(html)
}

class PieceReader {
  readonly #top: number
  readonly #pieces: Piece[] = []
  /** Calls by the keys of their notes. */
  readonly #calls = new Map<string, string>()
  /** What the notes say, by their keys. */
  readonly #bodies = new Map<string, readonly string[]>()
  /** Of the block that is being read. */
  #text = ''
  #label = ''
  #quotations = 0
  #inNote = false

  constructor({ top }: Ranking) {
    this.#top = top
  }

  read(html: string): Pieces {
    this.#readAll(parse(html).childNodes, false)
    this.#endBlock()
    const notes = new Map<string, readonly string[]>()
    for (const [key, call] of this.#calls) {
      const body = this.#bodies.get(key)
      if (body && body.length > 0) notes.set(call, body)
    }
    return { pieces: this.#pieces, notes }
  }

  #endBlock(): void {
    const text = this.#text.trim().replaceAll(/[ \t\n\r\f]+/gu, ' ')
    this.#text = ''
    if (text === '') return
    const quoted = this.#quotations > 0
    const what = this.#label === '' ? 'paragraph' : 'item'
    this.#pieces.push({ what, text: this.#label + text, quoted })
    this.#label = ''
  }

  #readAll(nodes: readonly Node[], inChapter: boolean): void {
    for (const node of nodes) this.#read(node, inChapter)
  }

  #read(node: Node, inChapter: boolean): void {
    if (!isElement(node)) {
      if ('value' in node) this.#text += node.value
    } else if (!isSkipped(node)) {
      if (!this.#inNote && hasClass(node, NOTE)) this.#readNote(node, inChapter)
      else this.#readElement(node, inChapter)
    }
  }

  #readElement(element: Element, inChapter: boolean): void {
    if (element.tagName === 'br') this.#text += ' '
    else if (isBlock(element)) this.#readBlock(element, inChapter)
    else this.#readAll(element.childNodes, inChapter)
  }

  #readBlock(element: Element, within: boolean): void {
    this.#endBlock()
    const { tagName: tag } = element
    const inChapter = hasClass(element, CHAPTER) || (within && !hasClass(element, SECTION))
    const level = /^h([1-6])$/u.exec(tag)?.[1]
    if (level !== undefined) {
      this.#addHeading(plainText(element), inChapter ? 0 : Math.max(0, Number(level) - this.#top))
    } else if (tag === 'pre') this.#addRows(plainRows(element))
    else if (tag === 'table') this.#readTable(element, inChapter)
    else if (tag === 'dl') this.#readTerms(element, inChapter)
    else if (tag === 'ul' || tag === 'ol') this.#readList(element, inChapter)
    else if (tag !== 'p' || !hasClass(element, TITLE)) this.#readRunning(element, inChapter)
  }

  #readRunning(element: Element, inChapter: boolean): void {
    const quoted = element.tagName === 'blockquote'
    if (quoted) this.#quotations++
    this.#readAll(element.childNodes, inChapter)
    this.#endBlock()
    if (quoted) this.#quotations--
  }

  #addHeading(text: string, rank: number): void {
    if (text !== '') this.#pieces.push({ what: 'heading', rank, text })
  }

  #addRows(rows: readonly string[]): void {
    if (rows.length > 0) this.#pieces.push({ what: 'rows', rows })
  }

  #readList(list: Element, inChapter: boolean): void {
    list.childNodes.filter(isElement).forEach((item, i) => {
      this.#endBlock()
      this.#label = list.tagName === 'ol' ? `${i + 1}) ` : '– '
      this.#read(item, inChapter)
      this.#endBlock()
      this.#label = ''
    })
  }

  /** A term runs into the paragraph that explains it. */
  #readTerms(list: Element, inChapter: boolean): void {
    for (const node of list.childNodes.filter(isElement)) {
      this.#endBlock()
      if (node.tagName === 'dt') {
        this.#label = `${plainText(node).replace(/[.:]$/u, '')}. `
        continue
      }
      const at = this.#pieces.length
      this.#read(node, inChapter)
      this.#endBlock()
      const first = this.#pieces[at]
      if (first?.what === 'item') this.#pieces[at] = { ...first, what: 'paragraph' }
      this.#label = ''
    }
    this.#label = ''
  }

  #readTable(table: Element, inChapter: boolean): void {
    const rows = rowsOf(table).map((cells) => cells.filter((cell) => !isSkipped(cell)))
    const texts = rows.map((cells) => cells.map(plainText))
    if (texts.every((cells) => cells.every(({ length }) => length <= LONGEST_CELL))) {
      this.#addRows(texts.map((cells) => cells.join('   ').trimEnd()))
      return
    }
    for (const cell of rows.flat()) {
      if (cell.tagName === 'th') continue
      this.#readAll(cell.childNodes, inChapter)
      this.#endBlock()
    }
  }

  /** A call, a note within the text, or a note below it. */
  #readNote(element: Element, inChapter: boolean): void {
    const target = attribute(element, 'href')?.replace(/^.*#/u, '')
    const key = attribute(element, 'id')
    if (element.tagName === 'a' && target !== undefined) this.#call(target)
    else if (element.tagName === 'span') {
      const inline = `inline ${this.#calls.size}`
      this.#bodies.set(inline, [plainText(element).replace(/^\[(.*)\]$/su, '$1')])
      this.#call(inline)
    } else if (key === undefined) this.#readElement(element, inChapter)
    else this.#bodies.set(key, this.#readBody(element))
  }

  #call(key: string): void {
    if (this.#calls.has(key)) return
    const call = String.fromCharCode(FIRST_CALL + this.#calls.size)
    this.#calls.set(key, call)
    this.#text = this.#text.trimEnd() + call
  }

  /** The paragraphs of a note, without the label that the screen shows before it. */
  #readBody(element: Element): readonly string[] {
    this.#endBlock()
    const at = this.#pieces.length
    this.#inNote = true
    this.#readElement(element, false)
    this.#endBlock()
    this.#inNote = false
    return this.#pieces
      .splice(at)
      .flatMap((piece) => ('text' in piece ? [piece.text] : []))
      .map((text) => text.replace(/^(?:\[?\d{1,3}\]?|[*†‡])\s*/u, ''))
  }
}
