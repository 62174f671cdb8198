import type { CorrectionNode, Edition, NoteNode } from '../../model/edition.ts'
import { type Words, wordsFor } from '../html/words/words.ts'
import { closedUp } from '../reading/blanks.ts'
import { labelled, notesOf, noteText, type Passage, readingOf } from '../reading/passage.ts'
import { type Run, readOf } from '../reading/run.ts'
import { type Notes, shownOf } from '../reading/running-text.ts'
import { escapeRow, escapeTex } from './escape.ts'
import { brokenLines } from './lines.ts'
import { preamble } from './preamble.ts'

/**
 * `BOOK.tex`: for XeLaTeX with reledmac. The lines are numbered, the corrections are the apparatus at
 * the foot, notes of the book stand below them, and the pages of the printed book in the margin.
 * Reledmac knows no apparatus to footnotes: their corrections are listed at the end. In chunks. Linear.
 */
export function* latexFile(edition: Edition): Generator<string> {
  const setter = new Setter(notesOf(edition))
  yield preamble(edition)
  for (const reading of readingOf(edition)) {
    if (reading.kind === 'page') setter.page(reading.page.number)
    else if (reading.kind === 'note') yield* setter.endnote(reading.note)
    else yield setter.passage(reading)
  }
  yield '\\endnumbering\n'
  yield* setter.apparatusOfNotes(wordsFor(edition.book.language))
  yield '\\end{document}\n'
}

class Setter {
  readonly notes: Notes
  /** Pages that have begun since the last passage. */
  #pages: string[] = []
  /** How many footnotes there have been; reledmac counts them in the same way. */
  #footnotes = 0
  /** The corrections in footnotes, set as they shall be listed. */
  readonly #inNotes: string[] = []

  constructor(notes: Notes) {
    this.notes = notes
  }

  page(number: string): void {
    this.#pages.push(printedPage(number))
  }

  passage(passage: Passage): string {
    const text = this.#pages.join('') + this.#runs(passage)
    this.#pages = []
    const space = passage.kind === 'heading' || passage.kind === 'divider' ? '[\\medskip]' : ''
    return `\\pstart${space}${styleOf(passage)}\n${brokenLines(text)}\n\\pend\n`
  }

  /** A note that stands where it was printed, or that nothing calls. */
  *endnote(note: NoteNode): Generator<string> {
    const passages = labelled(noteText(note, this.notes), note.siglum)
    for (const [index, passage] of passages.entries()) {
      const target = index === 0 ? `\\hypertarget{${note.id}}{}` : ''
      const text = target + this.#pages.join('') + this.#runs(passage)
      this.#pages = []
      yield `\\pstart\\Note{${escapeTex(passage.label)}}\n${brokenLines(text)}\n\\pend\n`
    }
  }

  /** The corrections that were made in footnotes, each behind the number of its note. */
  *apparatusOfNotes({ apparatus, notes }: Words): Generator<string> {
    if (this.#inNotes.length === 0) return
    yield `\\ApparatusOfNotes{${escapeTex(`${apparatus}. ${notes}`)}}\n`
    for (const entry of this.#inNotes) yield `\\Entry ${brokenLines(entry)}\\par\n`
  }

  #runs(passage: Passage): string {
    const escaped = passage.kind === 'row' ? escapeRow : escapeTex
    const start = '~'.repeat(passage.indent)
    return start + passage.runs.map((run) => this.#run(run, escaped)).join('')
  }

  #run(run: Run, escaped: (text: string) => string): string {
    switch (run.type) {
      case 'text':
        return emphasised(escaped(run.value), run.emphasised)
      case 'correction':
        return emphasised(corrected(run.node, escaped), run.emphasised)
      case 'call':
        return this.#call(run.printed, run.note)
      case 'note':
        return `\\footnoteB{${this.#footnote(run.note)}}`
      default:
        return printedPage(run.page.number)
    }
  }

  /** A footnote brings its own mark along, at its first call. */
  #call(printed: string, note: NoteNode | undefined): string {
    if (!note) return escapeTex(printed)
    if (note.place === 'foot') return ''
    return `\\hyperlink{${note.id}}{\\textsuperscript{${escapeTex(note.siglum)}}}`
  }

  #footnote(note: NoteNode): string {
    this.#footnotes += 1
    const passages = noteText(note, this.notes).map(({ label, runs }) => {
      const start = label === '' ? '' : `${escapeTex(label)} `
      return brokenLines(start + runs.map((run) => this.#inNote(run)).join(''))
    })
    return passages.join('\\endgraf\n')
  }

  #inNote(run: Run): string {
    if (run.type === 'page' || run.type === 'note') return ''
    if (run.type === 'call') {
      return run.note ? `\\textsuperscript{${escapeTex(run.note.siglum)}}` : escapeTex(run.printed)
    }
    if (run.type === 'correction') this.#inNotes.push(listed(run.node, this.#footnotes))
    return emphasised(escapeTex(readOf(run)), run.emphasised)
  }
}

/** `\textsuperscript{3} снова] cнова \emph{homoglyph}` */
function listed(node: CorrectionNode, footnote: number): string {
  const lemma = closedUp(node.reading).trim()
  const { kinds, sic } = printedAs(node)
  const reading = lemma === '' ? '\\emph{del.}' : escapeTex(lemma)
  return `\\textsuperscript{${footnote}} ${reading}] ${sic} \\emph{${kinds}}`
}

/** `\edtext{снова}{\Afootnote{cнова \emph{homoglyph}}}` */
function corrected(node: CorrectionNode, escaped: (text: string) => string): string {
  const reading = closedUp(node.reading)
  const { kinds, sic } = printedAs(node)
  const lemma = reading.trim() === '' ? '\\lemma{\\emph{del.}}' : ''
  return `\\edtext{${escaped(reading)}}{${lemma}\\Afootnote{${sic} \\emph{${kinds}}}}`
}

/** What the print has in the place of a correction, and the kinds of its errors. */
function printedAs(node: CorrectionNode): { readonly sic: string; readonly kinds: string } {
  const printed = closedUp(node.children.map(shownOf).join('')).trim()
  const kinds = [...new Set(node.corrections.map(({ error }) => error))].join(', ')
  return { sic: printed === '' ? '\\emph{om.}' : escapeTex(printed), kinds }
}

function emphasised(tex: string, isEmphasised: boolean): string {
  return isEmphasised ? `\\emph{${tex}}` : tex
}

function printedPage(number: string): string {
  return `\\printedpage{${escapeTex(number === '' ? '?' : number)}}`
}

function styleOf(passage: Passage): string {
  const { kind, label, level, runs, within } = passage
  const quoted = within.some(({ type }) => type === 'quotation' || type === 'epigraph')
  const quote = quoted && kind !== 'row' ? '\\Quoted' : ''
  switch (kind) {
    case 'heading': {
      const plain = runs.map(readOf).join('').trim()
      return `\\Heading{${Math.min(level, 5)}}{${escapeTex(plain)}}`
    }
    case 'item':
      return `${quote}\\Item{${escapeTex(label)}}`
    case 'verseLine':
      return '\\Verse'
    case 'row':
      return '\\Row'
    case 'entry':
      return '\\Entry'
    case 'byline':
    case 'source':
      return '\\Byline'
    case 'dateline':
    case 'salute':
    case 'signed':
      return '\\Formal'
    case 'divider':
      return '\\Divider'
    default:
      return `\\Paragraph${quote}`
  }
}
