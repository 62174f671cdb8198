import type { Flow } from './flow.ts'
import type { Language } from './language.ts'
import type { Markings } from './marking.ts'
import type { Reading } from './reading.ts'
import type { Survey } from './survey.ts'
import type { Witness } from './witness.ts'

/**
 * What a pass is shown: the witness, and what the layers before its own have settled, people's
 * decisions included. Frozen; the rules of one layer see the same one.
 */
export interface View {
  readonly witness: Witness
  readonly survey: Survey
  readonly language: Language
  /** Words that are right in this book (`book.yaml`), in lower case. */
  readonly words: ReadonlySet<string>
  readonly markings: Markings
  readonly flows: readonly Flow[]
  /** The running text with the corrections of earlier layers; edits are in its coordinates. */
  readonly reading: Reading
}
