import type { Format } from '../format.ts'
import { modsFile } from './mods-record.ts'

/** `BOOK.mods.xml`. */
export const mods: Format = {
  name: 'mods',
  files: (edition) => new Map([[`${edition.book.slug}.mods.xml`, [modsFile(edition)]]]),
}
