/** Who had a part in the book, for the header and the catalogues. */
export interface Responsible {
  /** As an authority file has it: `Marsh, Edwin`. */
  readonly name: string
  /** Whether it is an institution. */
  readonly isInstitution?: true
  /** Addresses of authority records: `https://viaf.org/viaf/…`. */
  readonly refs?: readonly string[]
  /** What they did, when it is not plain from the place: `translator`. */
  readonly role?: string
}

/** A series that a book is part of. */
export interface Series {
  readonly title: string
  /** The number within it. */
  readonly number?: string
  readonly issn?: string
}

/** Terms of use. */
export interface Licence {
  readonly name: string
  readonly url?: string
}

/** A subject. */
export interface Keyword {
  readonly term: string
  /** Its record in a file of subjects. */
  readonly ref?: string
}

/** The printed book. Where it does not say its title, it has that of the edition. */
export interface PrintedBook {
  readonly title?: string
  readonly subtitle?: string
  /** Which edition: `2nd, revised`. */
  readonly edition?: string
  readonly volume?: string
  readonly series?: Series
  readonly place?: string
  readonly publisher?: string
  readonly publisherRefs?: readonly string[]
  readonly date?: string
  /** `ISBN …`, `OCLC …`, or any other. */
  readonly identifiers?: readonly string[]
  /** How many there are, `412`, or those that the text was taken from, `5–27`. */
  readonly pages?: string
  /** The copy that was scanned. */
  readonly copy?: { readonly holder: string; readonly shelfmark?: string; readonly url?: string }
  /** Under which terms the printed text may be used. */
  readonly licence?: Licence
}

/** How the raw text came to be. */
export interface Scan {
  readonly by?: Responsible
  readonly date?: string
  /** Where the scan is. */
  readonly url?: string
  readonly software?: string
}

/** What is known of an article beyond what is printed at its head. */
export interface Article {
  /** Its heading as it is read, by which it is found. */
  readonly heading: string
  /** As a catalogue shall have it. */
  readonly title?: string
  readonly authors: readonly Responsible[]
  /** When it was written or first printed. */
  readonly date?: string
}

/** How far an edition is, as TEI has it in `revisionDesc/@status`. */
export const EDITION_STATES = [
  'draft',
  'unfinished',
  'candidate',
  'approved',
  'published',
  'withdrawn',
] as const

export type EditionState = (typeof EDITION_STATES)[number]

/** What `book.yaml` says of a book. */
export interface Book {
  /** The folder's name under `raw/`, used in file names and as `xml:id`. */
  readonly slug: string
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly Responsible[]
  /** Of the printed book. */
  readonly editors: readonly Responsible[]
  /** All others who had a part in the printed book, each with a role. */
  readonly contributors?: readonly Responsible[]
  /** Who makes this edition, each with a role or as an editor. */
  readonly preparedBy?: readonly Responsible[]
  /** BCP 47. */
  readonly language: string
  /** Of the edition: the date it bears, since no clock shows in an output. ISO 8601. */
  readonly date?: string
  readonly edition?: string
  readonly publisher?: string
  readonly publisherRefs?: readonly string[]
  readonly place?: string
  /** Of the edition: `DOI …`, `URN …`, or any other. */
  readonly identifiers?: readonly string[]
  /** That the edition appears in. */
  readonly series?: Series
  readonly licence?: Licence
  /** Found out from the decisions where it is left out. */
  readonly status?: EditionState
  /** What the edition is made for, in a sentence or two. */
  readonly project?: string
  readonly abstract?: string
  readonly keywords?: readonly Keyword[]
  /** Notations of classifications, by the key that `book.yaml` has for each: `ddc`. */
  readonly classification?: Readonly<Record<string, string>>
  /** When the work was written. */
  readonly written?: string
  /** Of the printed book. */
  readonly source: PrintedBook
  readonly scan?: Scan
  readonly articles?: readonly Article[]
  /** How the images of its pages are named in the folder of the book: `images/{page}.jpg`. */
  readonly images?: string
  /** How the files are named that say where the words of its pages stand: `boxes/{page}.hocr`. */
  readonly boxes?: string
  /** Whether words in an older orthography shall be read in that of today. */
  readonly normalize?: true
  /** Words that are right in this book, in lower case. */
  readonly words: readonly string[]
  /** Rules that are switched off for this book, each with a reason. */
  readonly rulesOff: readonly { readonly rule: string; readonly reason: string }[]
}
