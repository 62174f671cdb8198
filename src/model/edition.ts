import type { Book } from './book.ts'
import type { Correction } from './correction.ts'
import type { PageReview, PlacedDecision } from './decision.ts'
import type { LanguageShare } from './language-share.ts'
import type { DivisionKind, FormeWork, Group, Marking } from './marking.ts'
import type { Notice } from './notice.ts'
import type { Rule } from './rule.ts'
import type { Session } from './session.ts'
import type { Span } from './span.ts'
import type { Witness } from './witness.ts'

/**
 * The edition tree: unist nodes, the formats' only input.
 *
 * Its leaves tile the witness: taken together and sorted by `from`, they cover every UTF-16 unit of
 * it once. A note stands at its call, not where it was printed, so the order of the leaves in the
 * tree is the reading order. Zero-width leaves mark where lines and pages begin.
 */

/** Printed characters, as they stand. */
export interface Text extends Span {
  readonly type: 'text'
  readonly value: string
}

/** White space of the layout: blanks, line ends, blank lines. `value` is what a reader sees of it. */
export interface Layout extends Span {
  readonly type: 'layout'
  readonly value: '' | ' '
}

/** A raw line begins here. Zero-width. */
export interface LineBeginning extends Span {
  readonly type: 'lineBeginning'
  /** The raw line, from 1. */
  readonly line: number
}

/** A page begins here. Zero-width. */
export interface PageBeginningNode extends Span {
  readonly type: 'pageBeginning'
  /** As the edition shows it: `12`, or `[13]` when inferred; empty when unknown. */
  readonly number: string
  /** Unique in the edition: `12`, `13`, `12.2` for a second page 12. Fit for an xml:id behind a letter. */
  readonly key: string
  /** Whether the text of a note crosses it: the page itself begins in the text of the book. */
  readonly inNote: boolean
}

export interface FormeWorkNode extends Span {
  readonly type: 'formeWork'
  readonly work: FormeWork['work']
  readonly place: FormeWork['place']
  readonly value: string
}

/** A hyphen at the end of a line. A soft one is not part of the reading. */
export interface HyphenNode extends Span {
  readonly type: 'hyphen'
  readonly value: string
  readonly kind: 'soft' | 'hard' | 'ask'
}

/**
 * A note's own siglum or an item's label, the first printed leaf of either, with the marks around it.
 */
export interface LabelNode extends Span {
  readonly type: 'label'
  readonly value: string
}

export type Leaf =
  | Text
  | Layout
  | LineBeginning
  | PageBeginningNode
  | FormeWorkNode
  | HyphenNode
  | LabelNode

/** A reference mark. Its leaves are the mark as printed; none where an editor calls a note. */
export interface CallNode {
  readonly type: 'call'
  readonly siglum: string
  /** `id` of the note, or undefined when no note answers. */
  readonly note: string | undefined
  /** Unique in the edition, fit for an xml:id. */
  readonly id: string
  readonly children: readonly Leaf[]
}

/**
 * The whole word in which corrections are in force. Its leaves are the word as printed; `reading` is
 * the word as it shall be read.
 */
export interface CorrectionNode {
  readonly type: 'correction'
  /** The corrections in the word, in order; the first one gives the node its id. */
  readonly corrections: readonly Correction[]
  readonly reading: string
  readonly children: readonly Leaf[]
}

/** The number of a page in an entry of a table of contents. Its leaves are the number as printed. */
export interface LocatorNode {
  readonly type: 'locator'
  /** `key` of the page, or undefined when the book has none of that number. */
  readonly page: string | undefined
  readonly children: readonly Leaf[]
}

export interface EmphasisNode {
  readonly type: 'emphasis'
  /** Whether an editor sets the words apart, and not the printer. */
  readonly isSet?: true
  readonly children: readonly Inline[]
}

export interface EditorialMarkNode {
  readonly type: 'editorialMark'
  readonly what: 'sic' | 'omission' | 'supplied' | 'note'
  readonly children: readonly Inline[]
}

export type Inline =
  | Leaf
  | CallNode
  | LocatorNode
  | CorrectionNode
  | EmphasisNode
  | EditorialMarkNode
  | NoteNode

/** Blocks that hold running text and nothing else. */
export interface Line {
  readonly type:
    | 'paragraph'
    | 'verseLine'
    | 'entry'
    | 'byline'
    | 'source'
    | 'dateline'
    | 'salute'
    | 'signed'
    | 'divider'
  readonly children: readonly Inline[]
}

/** A line of a table, listing or figure. What parts its cells is layout of two blanks and more. */
export interface Row {
  readonly type: 'row'
  /** Blanks before its first character. */
  readonly indent: number
  readonly children: readonly Inline[]
}

export interface HeadingNode {
  readonly type: 'heading'
  readonly level: number
  readonly children: readonly Inline[]
}

export interface Item {
  readonly type: 'item'
  /** The label as printed: `-`, `•`, `1)`, or empty. Among the children it is a `LabelNode`. */
  readonly label: string
  readonly children: readonly Inline[]
}

export interface List {
  readonly type: 'list'
  readonly rend: 'bulleted' | 'numbered'
  readonly children: readonly (Item | Leaf)[]
}

/** Whole blocks within a block. */
export interface GroupNode {
  readonly type: Group['role']
  readonly children: readonly BlockNode[]
}

/**
 * A note. A footnote stands right after its call, within the running text; an endnote where it was
 * printed; a note without a call after the block before which it was printed.
 */
export interface NoteNode {
  readonly type: 'note'
  /** Unique in the edition, fit for an xml:id: `n1`. */
  readonly id: string
  readonly siglum: string
  readonly place: 'foot' | 'end'
  /** `id`s of the calls that point here; none for an orphan. */
  readonly calls: readonly string[]
  readonly children: readonly BlockNode[]
}

/** White space, page beginnings and forme work between blocks stand between them as leaves. */
export type BlockNode = Line | Row | HeadingNode | List | GroupNode | NoteNode | Division | Leaf

export interface Division {
  readonly type: 'division'
  /** `letter`, and `text` for what a part or article has before its first heading, besides the headings' own kinds. */
  readonly kind: DivisionKind
  /** Unique in the edition, fit for an xml:id: `d3`. */
  readonly id: string
  readonly children: readonly BlockNode[]
}

export interface Edition {
  readonly type: 'edition'
  readonly children: readonly BlockNode[]
  readonly book: Book
  readonly witness: Witness
  /** Every entry of the apparatus, in the order of the witness, beaten ones included. */
  readonly corrections: readonly Correction[]
  readonly markings: readonly Marking[]
  /** The ids of those markings that ask or were decided, for decisions to name. */
  readonly markingIds?: ReadonlyMap<Marking, string>
  /** How far the pages are that somebody has looked at. */
  readonly pageReviews: readonly PageReview[]
  /** What each editor did each day, the oldest first. */
  readonly sessions?: readonly Session[]
  /** How much of the book is in which language, the most words first. */
  readonly languages?: readonly LanguageShare[]
  /** Decisions that cannot be placed any more; each has a notice. */
  readonly orphans: readonly PlacedDecision[]
  readonly notices: readonly Notice[]
  /** The rules that ran, without their passes' code being of interest to a format. */
  readonly rules: readonly Omit<Rule, 'pass'>[]
  /** Of Emend, for the header. */
  readonly version: string
}

/** Tells the root of an edition tree from the other nodes that flow through the pipeline. */
export function isEdition(node: { readonly type: string }): node is Edition {
  return node.type === 'edition'
}

export type EditionNode = Edition | Division | BlockNode | Inline | Item
