import type { Certainty } from './certainty.ts'
import type { ErrorKind } from './emendation.ts'
import type { Pass } from './rule.ts'

/** What may be read for what is printed, best first; the tables by language or by script. */
export type ReadingTables = Readonly<Record<string, ReadingTable>>

export type ReadingTable = Readonly<Record<string, readonly string[]>>

/** A rule that is a table and needs no code of its own. */
export interface TableRule {
  readonly id: string
  readonly error: ErrorKind
  /** How sure it is of a reading that the book itself bears out. */
  readonly cert: Certainty
  /** Why, in one sentence for a reader; without one, what speaks for the reading is told. */
  readonly evidence?: string | undefined
  /** Whether it is of use only in a text that a machine misread badly, and silent in all others. */
  readonly worn?: boolean
  readonly readings: ReadingTables
}

/** How the rules that are tables are carried out, by kind. */
export interface TablePasses {
  /** The tables have whole words, by language; `*` is for all. */
  readonly lexicon: (rule: TableRule) => Pass
  /** The tables have runs of letters that are mistaken for others, by script. */
  readonly confusion: (rule: TableRule) => Pass
}
