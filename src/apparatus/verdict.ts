import type { Decision } from '../model/decision.ts'
import type { EmendedPart } from '../model/emendation.ts'
import type { Role } from '../model/marking.ts'
import type { Notice } from '../model/notice.ts'
import type { Span } from '../model/span.ts'

/** A decision in force, with its place in this witness. */
interface Placed {
  readonly decision: Decision
  readonly act: 'accept' | 'reject' | 'amend'
  readonly by: string
  /** 0 for the newest decision of all: it prevails where two cannot both hold. */
  readonly age: number
}

/** What a person decided about a correction. */
export interface CorrectionVerdict extends Placed {
  /** The edit it is about; of an amended one, the edit that the person wants. Without parts: none. */
  readonly parts: readonly EmendedPart[]
}

/** What a person decided about a marking. */
export interface MarkingVerdict extends Placed {
  readonly role: Role
  /** What the editor sets: `soft`, `hard`; a level; a page number; a siglum. */
  readonly value: string
  /** Where the marking begins; of a call, its note as well. */
  readonly spans: readonly Span[]
}

/** All that people decided about a book, in the coordinates of its witness. */
export interface Verdicts {
  readonly corrections: readonly CorrectionVerdict[]
  readonly markings: readonly MarkingVerdict[]
  /** Decisions that cannot be placed any more. Nothing is done for them, and none is dropped. */
  readonly orphans: readonly Decision[]
  readonly notices: readonly Notice[]
}

/** A book about which nobody has decided anything. */
export const NO_VERDICTS: Verdicts = { corrections: [], markings: [], orphans: [], notices: [] }
