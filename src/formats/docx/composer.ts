import {
  BookmarkEnd,
  BookmarkStart,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  TextRun,
  type XmlComponent,
} from 'docx'
import type { Edition, NoteNode, PageBeginningNode } from '../../model/edition.ts'
import { labelled, notesOf, noteText, type Passage, readingOf } from '../reading/passage.ts'
import type { Run } from '../reading/run.ts'
import type { Notes } from '../reading/running-text.ts'
import { writable } from '../reading/writable.ts'
import { Revisions } from './revisions.ts'

/** The footnotes of a document, by their numbers. */
export type Footnotes = Readonly<Record<string, { readonly children: readonly Paragraph[] }>>

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

/** Composes the paragraphs of a document, and collects its footnotes as they are called. */
export class Composer {
  readonly #notes: Notes
  readonly #revisions: Revisions
  /** The numbers of the notes that have been called. */
  readonly #numbers = new Map<NoteNode, number>()
  readonly #waiting: NoteNode[] = []
  #pages: PageBeginningNode[] = []
  #bookmarks = 0

  constructor(edition: Edition) {
    this.#notes = notesOf(edition)
    this.#revisions = new Revisions(edition.book.date)
  }

  /** The text of the book. A note that is called is not in it, wherever it was printed. */
  *text(edition: Edition): Generator<Paragraph> {
    const called = this.#calledIn(edition)
    for (const reading of readingOf(edition)) {
      if (reading.kind === 'page') this.#pages.push(reading.page)
      else if (reading.kind !== 'note') yield this.#paragraph(reading)
      else if (!called.has(reading.note)) yield* this.#note(reading.note)
    }
  }

  /** The notes that were called in the text; to be asked for when the text is composed. */
  footnotes(): Footnotes {
    const footnotes: Record<string, { readonly children: readonly Paragraph[] }> = {}
    for (const note of this.#waiting) {
      const passages = noteText(note, this.#notes)
      const children = passages.map((passage, i) => this.#paragraph(passage, true, i === 0))
      footnotes[this.#numberOf(note)] = {
        children: children.length > 0 ? children : [new Paragraph({})],
      }
    }
    return footnotes
  }

  #calledIn(edition: Edition): ReadonlySet<NoteNode> {
    const called = new Set<NoteNode>()
    for (const reading of readingOf(edition)) {
      if (!('runs' in reading)) continue
      for (const run of reading.runs) if (run.type === 'call' && run.note) called.add(run.note)
    }
    return called
  }

  /** A note that nothing in the text calls is text. */
  *#note(note: NoteNode): Generator<Paragraph> {
    for (const passage of labelled(noteText(note, this.#notes), note.siglum)) {
      yield this.#paragraph(passage)
    }
  }

  /** A note begins behind its number, and a blank parts the two. */
  #paragraph(passage: Passage, isNote = false, beginsNote = false): Paragraph {
    const look: IRunOptions = passage.kind === 'row' ? { style: 'Row' } : {}
    const children: XmlComponent[] = this.#pages.flatMap((page) => this.#page(page))
    this.#pages = []
    const start = passage.label === '' ? ' '.repeat(passage.indent) : `${passage.label} `
    if (beginsNote) children.push(new TextRun(' '))
    if (start !== '') children.push(new TextRun({ ...look, text: writable(start) }))
    for (const run of passage.runs) children.push(...this.#run(run, look, isNote))
    const paragraph = new Paragraph(formOf(passage, isNote))
    for (const child of children) paragraph.addChildElement(child)
    return paragraph
  }

  #run(run: Run, look: IRunOptions, isNote: boolean): readonly XmlComponent[] {
    switch (run.type) {
      case 'text':
        return [new TextRun({ ...look, ...emphasis(run.emphasised), text: writable(run.value) })]
      case 'correction':
        return this.#revisions.of(run.node, { ...look, ...emphasis(run.emphasised) })
      case 'call':
        return [this.#call(run.printed, run.note, isNote)]
      case 'page':
        return this.#page(run.page)
      default:
        return []
    }
  }

  /** Word knows no notes to notes, and no second reference to one: such a call is a raised siglum. */
  #call(printed: string, note: NoteNode | undefined, isNote: boolean): XmlComponent {
    if (!note) return new TextRun(writable(printed))
    if (isNote || this.#numbers.has(note)) {
      return new TextRun({ text: writable(note.siglum), superScript: true })
    }
    this.#waiting.push(note)
    return new FootnoteReferenceRun(this.#numberOf(note))
  }

  #numberOf(note: NoteNode): number {
    const number = this.#numbers.get(note) ?? this.#numbers.size + 1
    this.#numbers.set(note, number)
    return number
  }

  /** A page of the printed book is a bookmark: to go to, and not to be seen. */
  #page({ inNote, key }: PageBeginningNode): readonly XmlComponent[] {
    if (inNote) return []
    this.#bookmarks++
    const name = `page_${key.replace(/\W/g, '_')}`.slice(0, 40)
    return [new BookmarkStart(name, this.#bookmarks), new BookmarkEnd(this.#bookmarks)]
  }
}

function emphasis(isEmphasised: boolean): IRunOptions {
  return isEmphasised ? { characterSpacing: 40 } : {}
}

function formOf({ kind, level, within }: Passage, isNote: boolean): IParagraphOptions {
  if (isNote) return { style: 'FootnoteText' }
  const quoted = within.some(({ type }) => type === 'quotation' || type === 'epigraph')
  switch (kind) {
    case 'heading':
      return { heading: HEADINGS[Math.min(Math.max(level, 1), 5) - 1] ?? HeadingLevel.HEADING_5 }
    case 'byline':
    case 'source':
    case 'divider':
      return { style: 'Middle' }
    case 'dateline':
    case 'salute':
    case 'signed':
      return { style: 'Right' }
    case 'verseLine':
    case 'item':
    case 'entry':
      return { style: 'SetIn' }
    case 'row':
      return { style: 'Rows' }
    default:
      return { style: quoted ? 'Quotation' : 'Body' }
  }
}
