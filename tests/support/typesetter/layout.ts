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
  /** The number of the first page. */
  readonly firstPage: number
  /** A line may stay so many characters short before a word is divided. */
  readonly slack: number
  /** Headings before which a page begins. */
  readonly openers: readonly HeadingRole[]
  readonly paragraph: {
    /** Blanks before the first line. */
    readonly indent: number
    /** Whether a blank line parts paragraphs. */
    readonly parted: boolean
  }
  readonly heading: {
    readonly align: 'left' | 'centre'
    /** Blank lines after it. */
    readonly after: number
  }
  /** Byline, source and divider; dateline and signature. */
  readonly aside: { readonly align: 'left' | 'centre'; readonly closing: 'left' | 'right' }
  /** Blanks before the lines of verse, of a block quotation, of the later lines of an item. */
  readonly indents: { readonly verse: number; readonly quote: number; readonly item: number }
  readonly epigraph: { readonly measure: number; readonly indent: number }
  readonly notes: {
    readonly measure: number
    readonly indent: number
    /** Most lines of notes on a page on which the text goes on: what is over goes to the next. */
    readonly most: number
    /** Between a label and its note. */
    readonly afterLabel: string
    /** What stands between the text and the notes of a page: lines as they are printed. */
    readonly separator: readonly string[]
  }
  readonly page: {
    /** What the extraction put where a page begins. */
    readonly begins: 'form-feed' | 'one-blank'
    readonly head: RunningHead | undefined
    /** Printed numbers, apart from the running head. */
    readonly folio: {
      readonly place: 'top' | 'foot'
      /** On pages without a running head, or on every nth page counted from the offset. */
      readonly on: 'headless' | { readonly every: number; readonly offset: number }
    }
  }
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
  /** On left pages; right ones bear the title of their article or document. */
  readonly verso: string
  readonly width: number
}
