import type { Edition, NoteNode, PageBeginningNode } from '../../model/edition.ts'
import { labelled, notesOf, noteText, type Passage, readingOf } from '../reading/passage.ts'
import type { PageRun, Run } from '../reading/run.ts'
import type { Notes } from '../reading/running-text.ts'

/** What of a passage stands on one page. */
export interface Fragment {
  readonly passage: Passage
  readonly runs: readonly Run[]
  /** Whether it began on an earlier page. */
  readonly begun: boolean
  /** Whether it goes on on the next page. */
  readonly goesOn: boolean
  /** The soft hyphen with which its last word is broken there; empty where none is. */
  readonly hyphen: string
}

/** What of a footnote stands on one page. */
export interface NoteFragment {
  readonly note: NoteNode
  readonly fragments: readonly Fragment[]
}

/** A page of the printed book with all that is read on it. */
export interface PrintedPage {
  /** Undefined for what stands before the first page. */
  readonly page: PageBeginningNode | undefined
  readonly text: readonly Fragment[]
  readonly notes: readonly NoteFragment[]
}

/**
 * The book page by page, as it was printed: a footnote stands on the page on which it is called, and
 * where it runs on, the rest on the next. Pages come in order, none is left out. Linear.
 */
export function printedPages(edition: Edition): readonly PrintedPage[] {
  const notes = notesOf(edition)
  const cutter = new Cutter(notes)
  for (const reading of readingOf(edition)) {
    if (reading.kind === 'page') cutter.begin(reading.page)
    else if (reading.kind === 'note') cutter.printedNote(reading.note)
    else cutter.passage(reading)
  }
  return cutter.finish()
}

interface OpenPage {
  readonly page: PageBeginningNode | undefined
  readonly text: Fragment[]
  readonly notes: NoteFragment[]
}

/** A stretch of a passage, and the page that begins behind it. */
interface Piece {
  readonly fragment: Fragment
  readonly next: PageBeginningNode | undefined
}

class Cutter {
  readonly #notes: Notes
  readonly #pages: OpenPage[] = []
  #open: OpenPage = { page: undefined, text: [], notes: [] }
  /** What waits for a page, by its key. */
  readonly #waiting = new Map<string, OpenPage>()

  constructor(notes: Notes) {
    this.#notes = notes
  }

  begin(page: PageBeginningNode): void {
    const { page: before, text, notes } = this.#open
    if (before || text.length > 0 || notes.length > 0) this.#pages.push(this.#open)
    const waiting = this.#waiting.get(page.key)
    this.#waiting.delete(page.key)
    this.#open = { page, text: waiting?.text ?? [], notes: waiting?.notes ?? [] }
  }

  passage(passage: Passage): void {
    for (const { fragment, next } of piecesOf(passage)) {
      this.#add(fragment)
      for (const run of fragment.runs) if (run.type === 'note') this.#footnote(run.note)
      if (next) this.begin(next)
    }
  }

  /** A note that stands where it was printed is text; it may run on over a page of its own. */
  printedNote(note: NoteNode): void {
    let into = this.#open
    for (const passage of labelled(noteText(note, this.#notes), note.siglum)) {
      for (const { fragment, next } of piecesOf(passage)) {
        if (fragment.runs.length > 0) into.text.push(fragment)
        if (next?.inNote) into = this.#pageOf(next)
        else if (next) {
          this.begin(next)
          into = this.#open
        }
      }
    }
  }

  finish(): readonly PrintedPage[] {
    this.#pages.push(this.#open)
    return [...this.#pages, ...this.#waiting.values()]
  }

  #add(fragment: Fragment): void {
    if (fragment.runs.length > 0) this.#open.text.push(fragment)
  }

  #footnote(note: NoteNode): void {
    let into = this.#open
    let fragments: Fragment[] = []
    for (const passage of noteText(note, this.#notes)) {
      for (const { fragment, next } of piecesOf(passage)) {
        if (fragment.runs.length > 0) fragments.push(fragment)
        if (!next) continue
        if (fragments.length > 0) into.notes.push({ note, fragments })
        fragments = []
        into = this.#pageOf(next)
      }
    }
    if (fragments.length > 0) into.notes.push({ note, fragments })
  }

  /** A page that is still to come. */
  #pageOf(page: PageBeginningNode): OpenPage {
    const waiting = this.#waiting.get(page.key) ?? { page, text: [], notes: [] }
    this.#waiting.set(page.key, waiting)
    return waiting
  }
}

/** Cuts a passage at the pages that begin in it. */
function piecesOf(passage: Passage): readonly Piece[] {
  const pieces: Piece[] = []
  let runs: Run[] = []
  let begun = false
  const cut = (at: PageRun | undefined): void => {
    const goesOn = at !== undefined && runs.length > 0
    const hyphen = goesOn ? at.hyphen : ''
    const shown = begun ? { ...passage, label: '' } : passage
    const fragment = { passage: shown, runs: withoutEnds(runs), begun, goesOn, hyphen }
    pieces.push({ fragment, next: at?.page })
    begun ||= runs.length > 0
    runs = []
  }
  for (const run of passage.runs) {
    if (run.type === 'page') cut(run)
    else runs.push(run)
  }
  cut(undefined)
  return pieces
}

/** Runs without the blank at either end, which stands for the end of the page. */
function withoutEnds(runs: readonly Run[]): readonly Run[] {
  const last = runs.length - 1
  const trimmed = runs.map((run, index) => {
    if (run.type !== 'text') return run
    const start = index === 0 ? run.value.replace(/^ /, '') : run.value
    return { ...run, value: index === last ? start.replace(/ $/, '') : start }
  })
  return trimmed.filter((run) => run.type !== 'text' || run.value !== '')
}
