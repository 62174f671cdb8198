import type { Edition } from '../../model/edition.ts'
import type { BuiltFormat } from '../format.ts'
import { articleFiles } from './articles/articles.ts'
import {
  apparatusFile,
  bundleFile,
  dtabfFile,
  parallelFile,
  plainFile,
  simplePrintFile,
  textFile,
} from './tei-file.ts'

/** Forms of the text for others than us, each a file: `BOOK.parallel.xml`. */
const FLAVOURS: ReadonlyMap<string, (edition: Edition) => Iterable<string>> = new Map([
  ['bundle', bundleFile],
  ['plain', plainFile],
  ['parallel', parallelFile],
  ['simplePrint', simplePrintFile],
  ['dtabf', dtabfFile],
])

/** TEI P5: the text with its header, and the apparatus; or everything in one file. */
export const tei: BuiltFormat = {
  name: 'tei',
  files(edition, { bundle, flavour = '' }) {
    const { slug } = edition.book
    if (flavour === 'articles') return articleFiles(edition)
    const write = FLAVOURS.get(flavour)
    if (write) return new Map([[`${slug}.${flavour}.xml`, write(edition)]])
    if (bundle) return new Map([[`${slug}.xml`, bundleFile(edition)]])
    return new Map([
      [`${slug}.xml`, textFile(edition)],
      [`${slug}.apparatus.xml`, apparatusFile(edition)],
    ])
  },
}
