import type { PageBeginningNode } from '../../model/edition.ts'
import type { Words } from './words/words.ts'

/**
 * In what the pages of a browser and those of an e-reader differ. Both are written in the syntax that
 * HTML and XHTML have in common.
 */
export interface Manner {
  /** Where the element of an id is, as seen from any file of the edition. */
  readonly address: (id: string) => string
  /** The element of a note: e-readers hide asides, and browsers take them for landmarks. */
  readonly noteElement: 'aside' | 'div'
  /** The attributes of a reference mark, a note, and the way back from a note to its mark. */
  readonly call: string
  readonly note: string
  readonly back: string
  /** The beginning of a page, which bears an `id` where the page begins in the text of the book. */
  readonly page: (node: PageBeginningNode, id: string | undefined, words: Words) => string
  /** The level of the first headings: 2 where the title of the book is a heading above them. */
  readonly topHeading: 1 | 2
  /** Whether the text can also be read as printed: its lines, hyphens and errors beside the reading. */
  readonly asPrinted: boolean
}
