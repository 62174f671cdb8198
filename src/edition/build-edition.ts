import type { Book } from '../model/book.ts'
import type { Correction } from '../model/correction.ts'
import type { PageReview, PlacedDecision } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import type { LanguageShare } from '../model/language-share.ts'
import type { Marking, Markings } from '../model/marking.ts'
import type { Notice } from '../model/notice.ts'
import type { Rule } from '../model/rule.ts'
import type { Session } from '../model/session.ts'
import type { Witness } from '../model/witness.ts'
import { Builder } from './builder.ts'
import { soundMarkings } from './sound-markings.ts'

/** All that an edition is made of. */
export interface EditionInput {
  readonly book: Book
  readonly witness: Witness
  readonly markings: Markings
  /** The ids of those markings that ask or were decided. */
  readonly markingIds?: ReadonlyMap<Marking, string>
  readonly corrections: readonly Correction[]
  readonly notices: readonly Notice[]
  readonly pages?: readonly PageReview[]
  readonly sessions?: readonly Session[]
  readonly languages?: readonly LanguageShare[]
  readonly orphans?: readonly PlacedDecision[]
  readonly rules: readonly Omit<Rule, 'pass'>[]
  readonly version: string
}

/**
 * Builds the edition tree, whose leaves tile the witness whatever the markings are: what they leave
 * out makes paragraphs of its own, and what they contradict themselves in is settled by their order.
 *
 * O(n log n) in the markings, linear in the text.
 */
export function buildEdition(input: EditionInput): Edition {
  const { book, witness, corrections, notices, rules, version } = input
  const markings = soundMarkings(witness, input.markings)
  return {
    type: 'edition',
    children: new Builder({ witness, markings, corrections }).text(),
    book,
    witness,
    corrections,
    markings: markings.all,
    ...(input.markingIds ? { markingIds: input.markingIds } : {}),
    notices,
    pageReviews: input.pages ?? [],
    ...(input.sessions ? { sessions: input.sessions } : {}),
    ...(input.languages ? { languages: input.languages } : {}),
    orphans: input.orphans ?? [],
    rules: rules.map(({ id, layer, title, summary, languages, status, proposes, unasked }) => {
      return { id, layer, title, summary, languages, status, proposes, unasked }
    }),
    version,
  }
}
