import type { Edition } from '../model/edition.ts'
import type { Files } from '../model/file-content.ts'
import type { Beside } from './beside.ts'

/** What may be asked of a format. */
export interface FormatOptions {
  /** One TEI file instead of three. */
  readonly bundle: boolean
  /** One of the format's flavours; its plain form when left out. */
  readonly flavour?: string
  /** For a format that packs others: their files, and what the edition is made from. */
  readonly beside?: Beside
}

/** A format: it makes files of an edition, and knows the tree and nothing else. */
export interface Format<Made = Files | Promise<Files>> {
  /** As people name it: `tei`, `markdown`. */
  readonly name: string
  /** The files, by their names in the edition's folder; a name may lie in a folder of its own. */
  files(edition: Edition, options: FormatOptions): Made
}

/** A format that `emend build` writes each time: text alone, made at once, chunk by chunk. */
export type BuiltFormat = Format<ReadonlyMap<string, Iterable<string>>>
