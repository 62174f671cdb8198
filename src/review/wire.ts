import type { Certainty } from '../model/certainty.ts'
import type { CorrectionState, EditorsNote } from '../model/correction.ts'
import type { PageState } from '../model/decision.ts'
import type { Role } from '../model/marking.ts'

/** What goes between the server and the page: plain data, as JSON. */

/** One thing that a person may decide: an entry of the apparatus, or a marking that asks. */
export interface Entry {
  readonly id: string
  readonly kind: 'correction' | 'marking'
  /** The index of its sheet in `BookState.sheets`. */
  readonly sheet: number
  /** The raw line, from 1. */
  readonly line: number
  /** UTF-16 offset in that line. */
  readonly from: number
  /** What is printed, and what shall be read. Of a marking: its stretch, and the value it has. */
  readonly sic: string
  readonly corr: string
  readonly candidates: readonly string[]
  /** The running text on both sides. */
  readonly before: string
  readonly after: string
  /** The kind of error, or the role of a marking. */
  readonly class: string
  readonly rules: readonly string[]
  readonly cert: Certainty
  readonly evidence: readonly string[]
  readonly state: CorrectionState
  readonly by: string | null
  readonly notes: readonly EditorsNote[]
  /** The key of the series that it belongs to. */
  readonly series: string
}

/** A printed page, or a stretch of lines where the book has none. */
export interface Sheet {
  /** As the edition shows it: `12`, `[13]`; `lines 1–50` where there is no page. */
  readonly name: string
  /** Its first raw line, from 1. */
  readonly line: number
  /** Whether the book says where its image lies. */
  readonly image: boolean
  readonly state: PageState | 'untouched'
  /** Who said so. */
  readonly by: string | null
}

/** Something to be known about the book, with its place. */
export interface Remark {
  readonly code: string
  readonly line: number
  readonly sheet: number
  readonly message: string
  readonly weighty: boolean
}

/** A decision whose place is gone. */
export interface Orphan {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly act: string
  readonly what: string
  readonly line: number
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}

/** What can be undone next. */
export interface Undoable {
  readonly count: number
  readonly label: string
}

/** The open book as the page knows it. */
export interface BookState {
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly editor: string
  /** Counts the rebuilds since the server was started. */
  readonly revision: number
  readonly entries: readonly Entry[]
  readonly sheets: readonly Sheet[]
  readonly remarks: readonly Remark[]
  readonly orphans: readonly Orphan[]
  /** Words that editors called right everywhere, and rules that they switched off. */
  readonly words: readonly string[]
  readonly rulesOff: readonly string[]
  readonly rules: readonly {
    readonly id: string
    readonly title: string
    readonly summary: string
  }[]
  readonly undo: Undoable | null
}

/** What a rebuild has changed. Lists that are absent have not. */
export interface Change {
  readonly revision: number
  readonly changed: readonly Entry[]
  readonly gone: readonly string[]
  readonly sheets?: readonly Sheet[]
  readonly remarks?: readonly Remark[]
  readonly orphans?: readonly Orphan[]
  readonly words?: readonly string[]
  readonly rulesOff?: readonly string[]
  readonly undo: Undoable | null
}

/** A stretch of a line that looks alike throughout. */
export interface Segment {
  readonly text: string
  /** What it is: `forme-work`, `hyphen`, `call`, `label`, `emphasis`, `correction`, … */
  readonly is: readonly string[]
  /** The entry that it belongs to. */
  readonly id?: string
  /** UTF-16 offset in the raw line; of the edition's text, where it comes from. */
  readonly from: number
  /** Of a call or a label: the name of the pair. */
  readonly note?: string
}

/** What has a role on a printed line, so that a person may overrule it. */
export interface Mark {
  readonly role: Role
  /** UTF-16 offsets in the raw line: where it begins, and where it or the line ends. */
  readonly from: number
  readonly to: number
  /** What of it may be set: `soft`, a level, a siglum, a page number, a kind of forme work. */
  readonly value: string
}

/** A printed line: as extracted, and as the edition reads it. */
export interface PrintedLine {
  readonly line: number
  readonly raw: readonly Segment[]
  readonly read: readonly Segment[]
  /** The block that begins here: role, level of a heading, and offset in the line. */
  readonly begins?: { readonly role: Role; readonly level?: number; readonly from: number }
  /** Whether the line belongs to a note. */
  readonly inNote: boolean
  /** What begins on the line. */
  readonly marks: readonly Mark[]
}

export interface PageView {
  readonly sheet: number
  readonly name: string
  readonly revision: number
  readonly lines: readonly PrintedLine[]
}

/** A place where a searched text stands. */
export interface Hit {
  readonly where: 'raw' | 'edition'
  readonly sheet: number
  readonly line: number
  /** UTF-16 offset in the raw line. */
  readonly from: number
  readonly before: string
  readonly text: string
  readonly after: string
}

export interface Hits {
  readonly hits: readonly Hit[]
  /** All that were found, though not all may be listed. */
  readonly total: number
}

/** A stretch of a raw line; offsets are UTF-16 units in it, half-open. */
export interface Place {
  /** From 1. */
  readonly line: number
  readonly from: number
  readonly to: number
}

/** What a person does. Bulk acts are several at once, and one undo. */
export type Act =
  | {
      readonly kind: 'entry'
      readonly id: string
      readonly act: 'accept' | 'reject' | 'amend' | 'clear'
      /** The reading of an `amend`; the value of a marking. */
      readonly value?: string
      readonly note?: string
    }
  | ({
      readonly kind: 'emendation'
      readonly value: string
      readonly note?: string
    } & Place)
  | ({
      readonly kind: 'marking'
      readonly role: Role
      readonly act: 'accept' | 'reject' | 'clear'
      readonly value: string
      /** Of a call: the beginning of its note; of a note: its last line. */
      readonly second?: Place
      readonly note?: string
    } & Place)
  | {
      readonly kind: 'orphan'
      readonly id: string
      /** Whose decision it is. */
      readonly by: string
      /** Where it is put back; without it, it is given up. */
      readonly to?: Place
    }
  | { readonly kind: 'note'; readonly id: string; readonly note: string }
  | { readonly kind: 'word'; readonly act: 'accept' | 'clear'; readonly word: string }
  | {
      readonly kind: 'rule'
      readonly act: 'reject' | 'clear'
      readonly rule: string
      readonly note?: string
    }
  | { readonly kind: 'page'; readonly sheet: number; readonly state: PageState | 'untouched' }

/** What became of an act: it is on the disk. */
export interface Receipt {
  /** How many decisions were written. */
  readonly saved: number
  /** Of an undoing: what was taken back. */
  readonly undone?: string
  readonly undo: Undoable | null
}
