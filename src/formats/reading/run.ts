import type { CorrectionNode, NoteNode, PageBeginningNode } from '../../model/edition.ts'
import { closedUp } from './blanks.ts'

/** Characters of the reading text: never empty, blanks closed up but in rows. */
export interface TextRun {
  readonly type: 'text'
  readonly value: string
  readonly emphasised: boolean
}

/** A corrected word. Its reading is part of the reading text. */
export interface CorrectionRun {
  readonly type: 'correction'
  readonly node: CorrectionNode
  readonly emphasised: boolean
}

/** A reference mark. */
export interface CallRun {
  readonly type: 'call'
  /** The mark as printed, with what stands around it. */
  readonly printed: string
  /** What it calls, or undefined where nothing answers: then the mark is part of the reading text. */
  readonly note: NoteNode | undefined
}

/** A note stands here, behind its first call. It interrupts nothing. */
export interface NoteRun {
  readonly type: 'note'
  readonly note: NoteNode
}

/** A page begins here. */
export interface PageRun {
  readonly type: 'page'
  readonly page: PageBeginningNode
  /** The soft hyphen with which the printer broke a word before it; empty where none is. */
  readonly hyphen: string
}

/** A piece of running text. */
export type Run = TextRun | CorrectionRun | CallRun | NoteRun | PageRun

/** What a reader reads of a run: nothing of calls that a note answers, of notes and pages. */
export function readOf(run: Run): string {
  switch (run.type) {
    case 'text':
      return run.value
    case 'correction':
      return closedUp(run.node.reading)
    case 'call':
      return run.note === undefined ? run.printed : ''
    default:
      return ''
  }
}
