import type { CorrectionNode, Edition, NoteNode } from '../../model/edition.ts'
import { closedUp } from '../reading/blanks.ts'
import { labelled, notesOf, noteText, type Passage, readingOf } from '../reading/passage.ts'
import { type Run, readOf } from '../reading/run.ts'
import { type Notes, shownOf } from '../reading/running-text.ts'
import { escapeRow, escapeTex } from './escape.ts'
import { brokenLines } from './lines.ts'
import { preamble } from './preamble.ts'

/**
 * `BOOK.tex`: for XeLaTeX with reledmac. The lines are numbered, the corrections are the apparatus at
 * the foot, notes of the book stand below them, and the pages of the printed book in the margin. In
 * chunks. Linear.
 */
export function* latexFile(edition: Edition): Generator<string> {
  const setter = new Setter(notesOf(edition))
  yield preamble(edition)
  for (const reading of readingOf(edition, setter.notes)) {
    if (reading.kind === 'page') setter.page(reading.page.number)
    else if (reading.kind === 'note') yield* setter.endnote(reading.note)
    else yield setter.passage(reading)
  }
  yield '\\endnumbering\n\\end{document}\n'
}

class Setter {
  readonly notes: Notes
  /** Pages that have begun since the last passage. */
  #pages: string[] = []

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
        return `\\footnoteB{${footnote(run.note, this.notes)}}`
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
}

function footnote(note: NoteNode, notes: Notes): string {
  const passages = noteText(note, notes).map(({ label, runs }) => {
    const start = label === '' ? '' : `${escapeTex(label)} `
    return brokenLines(start + runs.map((run) => inNote(run)).join(''))
  })
  return passages.join('\\endgraf\n')
}

/** Within a note a correction is made and not told of: reledmac knows no apparatus to notes. */
function inNote(run: Run): string {
  if (run.type === 'page' || run.type === 'note') return ''
  if (run.type === 'call') {
    return run.note ? `\\textsuperscript{${escapeTex(run.note.siglum)}}` : escapeTex(run.printed)
  }
  return emphasised(escapeTex(readOf(run)), run.emphasised)
}

/** `\edtext{снова}{\Afootnote{cнова \emph{homoglyph}}}` */
function corrected(node: CorrectionNode, escaped: (text: string) => string): string {
  const reading = closedUp(node.reading)
  const printed = closedUp(node.children.map(shownOf).join('')).trim()
  const kinds = [...new Set(node.corrections.map(({ error }) => error))].join(', ')
  const lemma = reading.trim() === '' ? '\\lemma{\\emph{del.}}' : ''
  const sic = printed === '' ? '\\emph{om.}' : escapeTex(printed)
  return `\\edtext{${escaped(reading)}}{${lemma}\\Afootnote{${sic} \\emph{${kinds}}}}`
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
