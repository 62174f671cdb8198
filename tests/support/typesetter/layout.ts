import type { LabelStyle } from './labels.ts'
import type { HeadingRole } from './truth.ts'

/**
 * How a book is set and extracted. A layout is data: a new one is a new object, and a new property
 * where it needs one.
 */
export interface Layout {
  readonly name: string
  /** Of random lies. */
  readonly seed: number
  /** Characters in a full line of text. */
  readonly measure: number
  /** Printed lines on a full page: text, the line over the notes, and notes. */
  readonly pageLines: number
  /** The number of the first page, after the front matter if there is any. */
  readonly firstPage: number
  /** A line may stay so many characters short before a word is divided: many leave it ragged. */
  readonly slack: number
  /** Headings before which a page begins. */
  readonly openers: readonly HeadingRole[]
  readonly hyphens?: {
    /** What the extraction shows where a word is divided; a hyphen if nothing is said. */
    readonly glyph?: string
    /** Whether German words are divided as before 1996: Zuk-ker. */
    readonly old?: boolean
  }
  readonly paragraph: {
    /** Blanks before the first line. */
    readonly indent: number
    /** Blanks before the other lines. */
    readonly hanging?: number
    /** Whether the first paragraph after a heading has no indent. */
    readonly firstFlush?: boolean
    /** Whether a blank line parts paragraphs. */
    readonly parted: boolean
  }
  /** The first letter of an article: on a line above, or beside its word. */
  readonly dropCapitals?: 'above' | 'beside'
  readonly heading: {
    readonly align: 'left' | 'centre'
    /** Characters in a full line, if not those of the text. */
    readonly measure?: number
    /** Blank lines before it; one if nothing is said. */
    readonly before?: number
    /** Blank lines after it. */
    readonly after: number
    /** Levels that are set in capitals. */
    readonly capitals?: readonly number[]
    /** How the sections of a book are numbered: 1 and 1.1, or I. and A. */
    readonly numbers?: 'decimal' | 'roman'
  }
  /** A table of contents before the text. */
  readonly contents?: {
    readonly leader: 'dots' | 'spaced dots' | 'blanks'
    /** The deepest level of headings that is listed. */
    readonly depth: number
  }
  /** Byline, source and divider; dateline and signature. */
  readonly aside: { readonly align: 'left' | 'centre'; readonly closing: 'left' | 'right' }
  /** Blanks before the lines of verse, of a block quotation, of the later lines of an item. */
  readonly indents: {
    readonly verse: number
    readonly quote: number
    readonly item: number
    readonly table?: number
  }
  readonly epigraph: { readonly measure: number; readonly indent: number }
  readonly notes: {
    readonly measure: number
    readonly indent: number
    /** Blanks before the later lines of a note. */
    readonly hanging?: number
    /** Most lines of notes on a page on which the text goes on: what is over goes to the next. */
    readonly most: number
    /** Between a label and its note. */
    readonly afterLabel: string
    /** What stands between the text and the notes of a page: lines as they are printed. */
    readonly separator: readonly string[]
    /** How notes are labelled whose truth does not say it. */
    readonly labels?: LabelStyle
    /** Where their count begins anew. */
    readonly restart?: 'page' | 'article' | 'book'
    /** Where they stand. */
    readonly place?: 'foot' | 'end of article' | 'end of book'
    /** Shares of lines whose calls are torn off by a blank, or stand alone on a line above. */
    readonly calls?: { readonly torn: number; readonly above: number }
    /** Whether short notes share a line. */
    readonly together?: boolean
  }
  readonly page: {
    /** What the extraction put where a page begins. */
    readonly begins: 'form-feed' | 'one-blank' | 'blank-lines' | 'nothing'
    /** Front matter in Roman numerals: up to the first article that begins behind so many pages. */
    readonly front?: { readonly pages: number }
    /** Whether articles begin on right pages, with a blank one before them where it is needed. */
    readonly opensRight?: boolean
    /** Blanks before all lines of left and of right pages. */
    readonly margins?: { readonly verso: number; readonly recto: number }
    readonly head: RunningHead | undefined
    /** Printed numbers, apart from the running head. */
    readonly folio: {
      readonly place: 'top' | 'foot'
      /** On pages without a running head, on all, or on every nth page counted from the offset. */
      readonly on: 'headless' | 'all' | 'none' | { readonly every: number; readonly offset: number }
      /** What stands around it, with the number as `#`. */
      readonly form?: string
      readonly align?: 'centre' | 'outside'
      /** Blank lines between it and the text; two if nothing is said. */
      readonly gap?: number
    }
    /** At the foot of the first two leaves of every gathering. */
    readonly signatures?: 'letters' | 'numbers'
    /** The first word of the next page at the foot of each. */
    readonly catchwords?: boolean
  }
  /** Pages are set in two columns with so many blanks between them. */
  readonly columns?: { readonly gutter: number }
  readonly lies: {
    /** Of paragraphs that get a blank line after their first line. */
    readonly blankInside: number
    /** Of the blank lines between blocks that are lost. */
    readonly blankLost: number
    /** Of lines of a paragraph, after a blank line, that begin with a blank as a page does. */
    readonly strayBlank: number
    /** Whether a line ends with a blank, unless with a hyphen. */
    readonly trailingBlank: boolean
    /** What a blank line may consist of, besides nothing. */
    readonly blankLine: string
  }
}

/** The line at the head of a page: its number on the outside, and a title. */
export interface RunningHead {
  /** On left pages, if not the title of the book; right ones bear that of their article. */
  readonly verso?: string
  readonly width: number
  /** Where the number stands; on the outside if nothing is said. */
  readonly number?: 'outside' | 'inside' | 'none'
  /** Whether number and title stand close together instead of at their places on the line. */
  readonly close?: boolean
  readonly style?: 'plain' | 'capitals' | 'spaced'
}
