import type { Edition } from '../../src/model/edition.ts'
import type { Marking } from '../../src/model/marking.ts'
import type { Witness } from '../../src/model/witness.ts'

/** The least that is an edition of a witness: no tree, no apparatus, only these markings. */
export function bareEdition(witness: Witness, markings: readonly Marking[] = []): Edition {
  return {
    type: 'edition',
    children: [],
    book: {
      slug: 'test',
      title: 'A Test & its <Title>',
      authors: [],
      editors: [],
      language: 'en',
      source: {},
      words: [],
      rulesOff: [],
    },
    witness,
    corrections: [],
    markings,
    notices: [],
    pageReviews: [],
    orphans: [],
    rules: [],
    version: '0.0.0',
  }
}
