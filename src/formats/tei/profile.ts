import type { Edition } from '../../model/edition.ts'
import { WITNESS } from './app.ts'
import {
  EDITORIAL_DECLARATION,
  PARALLEL_DECLARATION,
  PLAIN_DECLARATION,
} from './header/editorial-declaration.ts'
import { NO_PROPOSALS, PlacedProposals, type Proposals } from './proposals.ts'

/** A form of the edition in TEI: how much of the print it shows, and how it says what is read otherwise. */
export interface Profile {
  /** Whether each line of the raw text begins with an `lb`, and a hyphen at its end is told. */
  readonly lines: boolean
  /** Both readings in a `choice`, both in an `app`, or the one that is read. */
  readonly corrections: 'choice' | 'app' | 'reading'
  /** What the header says of it. */
  readonly declaration: string
  /** Where the apparatus is, as the header has it; empty where there is none. */
  readonly variants: string
  /** The witnesses that its apparatus names, for the header; empty where there are none. */
  readonly witnesses: string
  /** What is only proposed, where it shall stand in the text. */
  readonly proposals: (edition: Edition) => Proposals
}

/** What `emend build` writes. The apparatus is apart from the text and names both ends of each place. */
export const EDITION: Profile = {
  lines: true,
  corrections: 'choice',
  declaration: EDITORIAL_DECLARATION,
  variants: '<variantEncoding method="double-end-point" location="external"/>\n',
  witnesses: '',
  proposals: () => NO_PROPOSALS,
}

/** The corrected text alone, for programs that read words. */
export const PLAIN: Profile = {
  lines: false,
  corrections: 'reading',
  declaration: PLAIN_DECLARATION,
  variants: '',
  witnesses: '',
  proposals: () => NO_PROPOSALS,
}

/** The apparatus within the text, for viewers of critical editions. */
export const PARALLEL: Profile = {
  lines: true,
  corrections: 'app',
  declaration: PARALLEL_DECLARATION,
  variants: '<variantEncoding method="parallel-segmentation" location="internal"/>\n',
  witnesses: `<listWit><witness xml:id="${WITNESS}" corresp="#ocr">The raw text of the printed book</witness></listWit>\n`,
  proposals: ({ corrections }) => new PlacedProposals(corrections),
}
