import type { BuiltFormat } from '../format.ts'
import { apparatusFile, bundleFile, textFile } from './tei-file.ts'

/** TEI P5: the text with its header, and the apparatus; or everything in one file. */
export const tei: BuiltFormat = {
  name: 'tei',
  files(edition, { bundle }) {
    const { slug } = edition.book
    if (bundle) return new Map([[`${slug}.xml`, bundleFile(edition)]])
    return new Map([
      [`${slug}.xml`, textFile(edition)],
      [`${slug}.apparatus.xml`, apparatusFile(edition)],
    ])
  },
}
