import type { Certainty } from './certainty.ts'
import type { Span } from './span.ts'

/** What may be wrong with a reading, as the apparatus classes it. */
export const ERROR_KINDS = [
  'homoglyph',
  'digit',
  'letter',
  'space',
  'punctuation',
  'quotation',
  'case',
  'dash',
  'word',
  'ocr',
  'hyphenation',
  'ligature',
  'character',
  'orthography',
] as const

export type ErrorKind = (typeof ERROR_KINDS)[number]

/** A replacement proposed by a rule, in the coordinates of the view that the rule looked at. */
export interface Edit extends Span {
  readonly kind: 'edit'
  readonly rule: string
  readonly error: ErrorKind
  readonly corr: string
  /** Readings that may stand there, best first; the first one is `corr`. */
  readonly candidates: readonly string[]
  readonly cert: Certainty
  /** Why, in one sentence that a reader of the book understands. */
  readonly evidence: readonly string[]
}

/** One place of an emendation: a stretch of the witness and what shall be read there. */
export interface EmendedPart extends Span {
  readonly corr: string
}

/**
 * Replaces characters of the witness by others: an edit lifted to witness coordinates.
 *
 * It has several parts where the edit runs across a line-end hyphen, a page foot or a note.
 */
export interface Emendation extends Span {
  readonly kind: 'emendation'
  readonly rule: string
  readonly error: ErrorKind
  /** In the order of the witness, in normal form: no common ends, never empty. */
  readonly parts: readonly EmendedPart[]
  readonly candidates: readonly string[]
  readonly cert: Certainty
  readonly evidence: readonly string[]
  /** Whether the rule may be applied unasked (`rules/policy.json`, and its status). */
  readonly unasked: boolean
  /** The ids of the corrections of an earlier layer that it takes the place of. */
  readonly supersedes: readonly string[]
}
