import type { Passage } from './passage.ts'

/** What an editor changed, at a place of the text as it was. Offsets are in the text of the passage. */
export type Change = { readonly origin: Passage } & (
  | {
      readonly kind: 'reading'
      readonly passage: Passage
      readonly from: number
      readonly to: number
      readonly text: string
      /** Of each unit of the new text: whether it is emphasised. */
      readonly emphasised: readonly boolean[]
    }
  /** The passage goes on the one before it. */
  | { readonly kind: 'join'; readonly passage: Passage }
  /** A block begins at `at`, `paragraph` or `heading 2`. */
  | {
      readonly kind: 'block'
      readonly passage: Passage
      readonly at: number
      readonly as: string
    }
  /** What stands there calls a note, by its label in the edition; without one it calls none. */
  | {
      readonly kind: 'call'
      readonly passage: Passage
      readonly from: number
      readonly to: number
      readonly note: string | undefined
    }
  | {
      readonly kind: 'page'
      readonly passage: Passage
      readonly at: number
      readonly shown: string
    }
  | {
      readonly kind: 'emphasis'
      readonly passage: Passage
      readonly from: number
      readonly to: number
      readonly isOn: boolean
    }
)

/** A difference that is not understood: nothing is decided about it. */
export interface Refusal {
  readonly origin: Passage | undefined
  /** Where, in the edited file, from 1. */
  readonly line: number
  /** Where, in the witness, if that is known. */
  readonly offset: number | undefined
  readonly unexpected: string
  readonly expected: string
}

/** What was made of the differences. */
export interface Interpretation {
  readonly changes: readonly Change[]
  readonly refusals: readonly Refusal[]
}
