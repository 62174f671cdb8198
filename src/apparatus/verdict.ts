import type { PageReview, PlaceDecision, PlacedDecision } from '../model/decision.ts'
import type { EmendedPart } from '../model/emendation.ts'
import type { Role } from '../model/marking.ts'
import type { Notice } from '../model/notice.ts'
import type { Session } from '../model/session.ts'
import type { Span } from '../model/span.ts'

/** A decision in force, with its place in this witness. */
interface Placed {
  readonly decision: PlaceDecision
  readonly act: 'accept' | 'reject' | 'amend'
  readonly by: string
  /** 0 for the newest decision of all: it prevails where two cannot both hold. */
  readonly age: number
}

/** What a person decided about a correction. */
export interface CorrectionVerdict extends Placed {
  /** The edit it is about; of an amended one, the edit that the person wants. Without parts: none. */
  readonly parts: readonly EmendedPart[]
  /** All that the person quoted: no rule changes the rest of a word that a person has set. */
  readonly spans: readonly Span[]
}

/** What a person decided about a marking. */
export interface MarkingVerdict extends Placed {
  readonly role: Role
  /** What the editor sets: `soft`, `hard`; a level; a page number; a siglum. */
  readonly value: string
  /** Where the marking begins; of a call, its note as well. */
  readonly spans: readonly Span[]
}

/** What a person has to say about a place, for the apparatus. */
export interface RemarkVerdict {
  readonly by: string
  readonly text: string
  /** The id of what it is about, and its place, by which it is found when the id has changed. */
  readonly id: string
  readonly spans: readonly Span[]
  /** The place in normal form, which an entry has though a person pointed at the whole word. */
  readonly edited: readonly Span[]
}

/** All that people decided about a book, in the coordinates of its witness. */
export interface Verdicts {
  readonly corrections: readonly CorrectionVerdict[]
  readonly markings: readonly MarkingVerdict[]
  /** Decisions that cannot be placed any more. Nothing is done for them, and none is dropped. */
  readonly orphans: readonly PlacedDecision[]
  readonly remarks: readonly RemarkVerdict[]
  readonly pages: readonly PageReview[]
  /** What each editor did each day. */
  readonly sessions: readonly Session[]
  /** Words that are right everywhere, in lower case, sorted. */
  readonly words: readonly string[]
  /** Rules that are off for the book, sorted. */
  readonly rulesOff: readonly string[]
  readonly notices: readonly Notice[]
}

/** A book about which nobody has decided anything. */
export const NO_VERDICTS: Verdicts = {
  corrections: [],
  markings: [],
  orphans: [],
  remarks: [],
  pages: [],
  sessions: [],
  words: [],
  rulesOff: [],
  notices: [],
}
