import type { Edit } from './emendation.ts'
import type { Marking } from './marking.ts'
import type { Notice } from './notice.ts'
import type { View } from './view.ts'

/** The layers in which rules run, in order. The rules of one layer see the same view. */
export const LAYERS = ['page', 'note', 'line', 'structure', 'word', 'mark'] as const

export type Layer = (typeof LAYERS)[number]

/** What a pass hands over: proposals, and notices. */
export type Finding = Marking | Edit | Notice

/**
 * Finds something in a frozen view of the text.
 *
 * A pass edits nothing and knows no other pass, no decision and no disk. The same view gives the
 * same findings.
 */
export type Pass = (view: View) => readonly Finding[]

/** A rule that is ready to run: its declaration, and the pass that carries it out. */
export interface Rule {
  /** `layer/name`. */
  readonly id: string
  readonly layer: Layer
  /** The title of its manual, for people: *Line-end hyphen*. */
  readonly title: string
  /** What it finds, in one sentence. */
  readonly summary: string
  /** Languages it is for; empty for all. */
  readonly languages: readonly string[]
  readonly status: 'nursery' | 'stable'
  readonly proposes: 'marking' | 'emendation'
  /** Whether its emendations may be applied without asking. */
  readonly unasked: boolean
  readonly pass: Pass
}
