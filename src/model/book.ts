/** Who had a part in the book, for the header. */
export interface Responsible {
  readonly name: string
  /** An authority record: `https://viaf.org/viaf/…`. */
  readonly ref?: string
  /** What they did, when it is not plain from the place: `translator`. */
  readonly role?: string
}

/** What `book.yaml` says of a book. */
export interface Book {
  /** The folder's name under `raw/`, used in file names and as `xml:id`. */
  readonly slug: string
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly Responsible[]
  readonly editors: readonly Responsible[]
  /** BCP 47. */
  readonly language: string
  /** Of the edition: the date it bears, since no clock shows in an output. ISO 8601. */
  readonly date?: string
  readonly edition?: string
  readonly publisher?: string
  readonly licence?: { readonly name: string; readonly url?: string }
  /** Of the printed book. */
  readonly source: {
    readonly title?: string
    readonly place?: string
    readonly publisher?: string
    readonly date?: string
    readonly identifier?: string
    readonly pages?: string
  }
  /** How the images of its pages are named in the folder of the book: `images/{page}.jpg`. */
  readonly images?: string
  /** Words that are right in this book, in lower case. */
  readonly words: readonly string[]
  /** Rules that are switched off for this book, each with a reason. */
  readonly rulesOff: readonly { readonly rule: string; readonly reason: string }[]
}
