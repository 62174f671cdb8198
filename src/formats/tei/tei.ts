import type { BuiltFormat } from '../format.ts'
import { apparatusFile, bundleFile, parallelFile, plainFile, textFile } from './tei-file.ts'

/** TEI P5: the text with its header, and the apparatus; or everything in one file. */
export const tei: BuiltFormat = {
  name: 'tei',
  files(edition, { bundle, flavour }) {
    const { slug } = edition.book
    if (flavour === 'plain') return new Map([[`${slug}.plain.xml`, plainFile(edition)]])
    if (flavour === 'parallel') return new Map([[`${slug}.parallel.xml`, parallelFile(edition)]])
    if (bundle) return new Map([[`${slug}.xml`, bundleFile(edition)]])
    return new Map([
      [`${slug}.xml`, textFile(edition)],
      [`${slug}.apparatus.xml`, apparatusFile(edition)],
    ])
  },
}
