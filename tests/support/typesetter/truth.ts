/**
 * What a text truly is: its structure, its letters, and the misprints that shall be set in it.
 *
 * The typesetter knows nothing else; `read-truth.ts` makes it of the markup in `tests/samples/`.
 */
export interface Truth {
  /** BCP 47. */
  readonly language: string
  /** Of the book, for its running heads. */
  readonly title?: string
  /** In reading order. Footnotes are not among them: they hang on their calls. */
  readonly blocks: readonly Block[]
  readonly notes: ReadonlyMap<string, Note>
}

/**
 * Text as a compositor gets it: the characters to set, misprints made and emphasis spaced, and what
 * is to be known about stretches of them. U+00A0 is a blank at which no line may end.
 */
export interface Copy {
  readonly text: string
  /** Sorted by `from`; offsets into `text`, half-open. */
  readonly annotations: readonly Annotation[]
}

export type Annotation = Misprint | Emphasis | Initial | EditorsMark | Call

interface Annotated {
  readonly from: number
  readonly to: number
}

/** A stretch that is printed wrong. */
export interface Misprint extends Annotated {
  readonly what: 'misprint'
  readonly right: string
  readonly class: ErrorClass
  readonly cert: 'high' | 'medium' | 'low'
}

/** A stretch whose letters are spaced. */
export interface Emphasis extends Annotated {
  readonly what: 'emphasis'
  readonly right: string
}

/** A word whose first letter is set apart, as a drop capital is extracted. */
export interface Initial extends Annotated {
  readonly what: 'initial'
  readonly right: string
}

/** A mark of the book's own editors. */
export interface EditorsMark extends Annotated {
  readonly what: 'mark'
  readonly mark: 'sic' | 'gap' | 'expansion' | 'supplied' | 'editor-note'
}

/** Where a note is called. The mark itself is its characters. */
export interface Call extends Annotated {
  readonly what: 'call'
  /** The key of the note in `Truth.notes`. */
  readonly note: string
}

export const ERROR_CLASSES = [
  'ocr',
  'homoglyph',
  'digit',
  'letter',
  'space',
  'punct',
  'quote',
  'case',
  'grammar',
  'word',
  'dash',
  'name',
] as const

export type ErrorClass = (typeof ERROR_CLASSES)[number]

/**
 * How the label of a note comes about: given, or left to the layout. A placeholder is one character
 * of the private use area, U+E000 to U+F8FF, another one for each note; its call bears the same.
 */
export type Label = { readonly fixed: string } | { readonly placeholder: string }

export interface Note {
  readonly key: string
  readonly place: 'foot' | 'end'
  readonly label: Label
  /** Without the label. */
  readonly paragraphs: readonly Copy[]
}

export const HEADING_ROLES = [
  'part',
  'article',
  'document',
  'section',
  'subsection',
  'notes',
  'contents',
] as const

export type HeadingRole = (typeof HEADING_ROLES)[number]

/** Blocks of one copy each. */
export const LINE_ROLES = [
  'paragraph',
  'byline',
  'source',
  'dateline',
  'salute',
  'signed',
  'divider',
  'attribution',
] as const

export type LineRole = (typeof LINE_ROLES)[number]

export type Block =
  | {
      readonly role: 'heading'
      readonly heading: HeadingRole
      readonly level: number
      /** As it is broken in print. */
      readonly lines: readonly Copy[]
    }
  | { readonly role: LineRole; readonly copy: Copy; readonly group?: Group }
  /** The label is part of the copy; `label` says how many characters it takes. */
  | { readonly role: 'item'; readonly copy: Copy; readonly label: number }
  | { readonly role: 'stanza'; readonly lines: readonly Copy[]; readonly group: Group }
  /** Rows of a table, a listing, formulas: each is a line as it stands. An empty row is a blank line. */
  | { readonly role: 'table'; readonly lines: readonly Copy[] }
  /** An entry of a table of contents: the title and the page on which it stands. */
  | { readonly role: 'entry'; readonly copy: Copy; readonly level: number; readonly page: string }
  | { readonly role: 'endnote'; readonly note: Note }

/** Blocks that belong together bear the same group object. */
export interface Group {
  readonly kind: 'quote' | 'verse' | 'epigraph'
}

/** Whether a heading begins a part, an article or a document: what notes are counted in. */
export function isArticle({ heading }: { readonly heading: HeadingRole }): boolean {
  return heading === 'part' || heading === 'article' || heading === 'document'
}
