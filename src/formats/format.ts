import type { Edition } from '../model/edition.ts'

/** What may be asked of a format. */
export interface FormatOptions {
  /** One TEI file instead of three. */
  readonly bundle: boolean
}

/** A format: it makes files of an edition, and knows the tree and nothing else. */
export interface Format {
  /** As people name it: `tei`, `markdown`. */
  readonly name: string
  /** The files, by their names in the edition's folder; the content in chunks, to be read once. */
  files(edition: Edition, options: FormatOptions): ReadonlyMap<string, Iterable<string>>
}
