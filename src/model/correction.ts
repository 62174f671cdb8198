import type { Certainty } from './certainty.ts'
import type { EmendedPart, ErrorKind } from './emendation.ts'
import type { Span } from './span.ts'

/**
 * What became of a correction: `applied` by a rule, `proposed` to an editor, or decided by one.
 * `superseded` and `beaten` ones are kept with the id of the entry that is in force.
 */
export const CORRECTION_STATES = ['applied', 'proposed', 'accepted', 'rejected', 'amended'] as const

export type CorrectionState = (typeof CORRECTION_STATES)[number]

/** What an editor has to say about an entry. */
export interface EditorsNote {
  readonly by: string
  readonly text: string
}

/** An entry of the apparatus: one place, the reading kept, the readings beaten, and why. */
export interface Correction extends Span {
  /** Made of the place and the edit alone; see `apparatus/identify.ts`. */
  readonly id: string
  /** The raw line of the first part, from 1. */
  readonly line: number
  /** The number of its page as the edition shows it: `12`, or `[13]` when inferred. */
  readonly page: string
  readonly parts: readonly EmendedPart[]
  /** What stands in the witness at the parts, joined. */
  readonly sic: string
  /** What shall be read, joined. */
  readonly corr: string
  /** Readings that may stand there, best first. */
  readonly candidates: readonly string[]
  /** Up to 44 characters of the running text before and after, within its block. */
  readonly context: readonly [string, string]
  readonly error: ErrorKind
  /** The rules that propose it, sorted. */
  readonly rules: readonly string[]
  readonly cert: Certainty
  readonly evidence: readonly string[]
  readonly state: CorrectionState
  /** Who decided: the name of an editor, or undefined when no person has. */
  readonly by: string | undefined
  /** What editors noted, the oldest first. */
  readonly notes: readonly EditorsNote[]
  /** The entry of this place that is in force, when this one is not. */
  readonly beatenBy: string | undefined
}

/** Whether the edition reads `corr` rather than `sic` here. */
export function isInForce(correction: Correction): boolean {
  if (correction.beatenBy !== undefined) return false
  return (
    correction.state === 'applied' ||
    correction.state === 'accepted' ||
    correction.state === 'amended'
  )
}

/** How many characters of the running text a line of the apparatus has on each side. */
const NEAR = 24

/** What stands nearest before and after a correction. */
export function nearContext({
  context: [before, after],
}: Pick<Correction, 'context'>): readonly [string, string] {
  // Half of a surrogate pair is left out.
  const left = before.slice(-NEAR).replace(/^[\udc00-\udfff]/, '')
  return [left, after.slice(0, NEAR).replace(/[\ud800-\udbff]$/, '')]
}
