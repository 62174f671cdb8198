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

/** A correction, in force, proposed, or made by an editor where nothing was proposed. */
export interface CorrectionTarget {
  readonly kind: 'correction'
  readonly id: string
  readonly parts: readonly (Quotation & { readonly corr: string })[]
  readonly sic: string
  readonly corr: string
}

/** A role of a stretch: a hyphen, a heading, a page. */
export interface MarkingTarget {
  readonly kind: 'marking'
  readonly id: string
  readonly parts: readonly Quotation[]
  readonly role: Role
  /** What the editor sets: `soft`, `hard`; a level; a page number; a siglum. */
  readonly value: string
}

/** What a decision on a place of the text is about, bound to a quotation and never to a rule. */
export type Target = CorrectionTarget | MarkingTarget

/** How far a page is. Nobody verifies what they have reviewed themselves. */
export const PAGE_STATES = ['in-review', 'reviewed', 'verified', 'problem'] as const

export type PageState = (typeof PAGE_STATES)[number]

/** How far a page is, and by whom. */
export interface PageReview {
  /** Where the page begins, a UTF-16 offset into the witness. */
  readonly from: number
  readonly state: PageState
  readonly by: string
}

/** What every event of a log says. */
interface Event {
  /** When, ISO 8601. */
  readonly at: string
  readonly by: string
  /** Why, in the editor's words; it goes into the apparatus. */
  readonly note?: string
  /** Shared by the events of one act, so that it can be undone as one. */
  readonly batch?: string
  /**
   * Of a `clear`: whose decisions on the target, up to then, are no orphans any more; they were put back
   * or given up by hand. Nothing else is taken back by it.
   */
  readonly of?: string
}

/**
 * What a person decided about a place of the text. `amend` sets another reading (`corr` of the
 * target), `clear` takes the person's last decision on the target back.
 */
export interface PlaceDecision extends Event {
  readonly act: 'accept' | 'reject' | 'amend' | 'clear'
  readonly target: Target
}

/** A note for the apparatus; it decides nothing. The last one of an editor on a place stands. */
export interface Remark extends Event {
  readonly act: 'note'
  readonly target: Target
  readonly note: string
}

/** A word is right everywhere in this book. */
export interface WordDecision extends Event {
  readonly act: 'accept' | 'clear'
  /** `word` in lower case; `id` is `word:` and it. */
  readonly target: { readonly kind: 'word'; readonly id: string; readonly word: string }
}

/** A rule is off for this book. */
export interface RuleDecision extends Event {
  readonly act: 'reject' | 'clear'
  /** `id` is `rule:` and the rule's. */
  readonly target: { readonly kind: 'rule'; readonly id: string; readonly rule: string }
}

/** How far a page is. */
export interface PageDecision extends Event {
  readonly act: 'accept' | 'clear'
  readonly target: {
    readonly kind: 'page'
    readonly id: string
    /** Where the page begins. */
    readonly parts: readonly Quotation[]
    readonly value: PageState
  }
}

/** Takes back all that the same editor did in one act, as if it had never been done. */
export interface Undo extends Event {
  readonly act: 'undo'
  /** `id` is the batch of the act. To undo an undoing, name the batch of that. */
  readonly target: { readonly kind: 'batch'; readonly id: string }
}

/** One line of `edition/BOOK/decisions/NAME.jsonl`, only ever appended. */
export type Decision = PlaceDecision | Remark | WordDecision | RuleDecision | PageDecision | Undo

/** A decision that has a place in the text. */
export type PlacedDecision = PlaceDecision | Remark | PageDecision

export function isAboutPlace(decision: Decision): decision is PlaceDecision {
  const { act, target } = decision
  return act !== 'note' && (target.kind === 'correction' || target.kind === 'marking')
}

export function isRemark(decision: Decision): decision is Remark {
  return decision.act === 'note'
}

export function isAboutWord(decision: Decision): decision is WordDecision {
  return decision.target.kind === 'word'
}

export function isAboutRule(decision: Decision): decision is RuleDecision {
  return decision.target.kind === 'rule'
}

export function isAboutPage(decision: Decision): decision is PageDecision {
  return decision.target.kind === 'page'
}

export function isUndo(decision: Decision): decision is Undo {
  return decision.act === 'undo'
}
