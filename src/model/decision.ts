import type { Role } from './marking.ts'

/** A stretch of one raw line, quoted. Offsets are UTF-16 units within the line, half-open. */
export interface Quotation {
  /** The raw line, from 1, at the time of the decision. A hint; the quotation decides. */
  readonly line: number
  readonly from: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** What a decision is about, bound to a quotation in its place and never to a rule. */
export type Target =
  | {
      readonly kind: 'correction'
      readonly id: string
      readonly parts: readonly (Quotation & { readonly corr: string })[]
      readonly sic: string
      readonly corr: string
    }
  | {
      readonly kind: 'marking'
      readonly id: string
      readonly parts: readonly Quotation[]
      readonly role: Role
      /** What the editor sets: `soft`, `hard`; a level; a page number; a siglum. */
      readonly value: string
    }

/**
 * What a person decided. One line of `edition/BOOK/decisions/NAME.jsonl`, only ever appended.
 *
 * `amend` sets another reading (`corr` of the target), `clear` takes the person's last decision on
 * the target back.
 */
export interface Decision {
  /** When, ISO 8601. */
  readonly at: string
  readonly by: string
  readonly act: 'accept' | 'reject' | 'amend' | 'clear'
  readonly target: Target
  readonly note?: string
  /** Shared by the decisions of one bulk act. */
  readonly batch?: string
}
