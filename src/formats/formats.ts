import type { Edition } from '../model/edition.ts'
import { apparatus } from './apparatus/apparatus.ts'
import type { BuiltFormat } from './format.ts'
import { markdown } from './markdown/markdown.ts'
import { source } from './source/source.ts'
import { tei } from './tei/tei.ts'

/**
 * The formats that `emend build` writes, in the order in which their files are made. All that there are
 * stand in the catalogue, and cost a build nothing.
 */
export const FORMATS: readonly BuiltFormat[] = [tei, source, apparatus, markdown]

/** The files of an edition in these formats: name within its folder, and content in chunks. */
export function filesOf(edition: Edition, bundle: boolean): ReadonlyMap<string, Iterable<string>> {
  return new Map(FORMATS.flatMap((format) => [...format.files(edition, { bundle })]))
}
