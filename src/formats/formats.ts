import type { Edition } from '../model/edition.ts'
import { apparatus } from './apparatus/apparatus.ts'
import type { Format } from './format.ts'
import { markdownFile } from './markdown/markdown-file.ts'
import { sourceFile } from './source/source-file.ts'
import { tei } from './tei/tei.ts'

/** `BOOK.md`. */
const markdown: Format = {
  name: 'markdown',
  files: (edition) => new Map([[`${edition.book.slug}.md`, markdownFile(edition)]]),
}

/** `BOOK.source.xml`, from which the raw file can be restored; a bundle of TEI has it in it. */
const source: Format = {
  name: 'source',
  files(edition, { bundle }) {
    if (bundle) return new Map()
    return new Map([[`${edition.book.slug}.source.xml`, sourceFile(edition)]])
  },
}

/** All formats, in the order in which their files are made. */
export const FORMATS: readonly Format[] = [tei, source, apparatus, markdown]

/** The files of an edition in all formats: name within its folder, and content in chunks. */
export function filesOf(edition: Edition, bundle: boolean): ReadonlyMap<string, Iterable<string>> {
  return new Map(FORMATS.flatMap((format) => [...format.files(edition, { bundle })]))
}
