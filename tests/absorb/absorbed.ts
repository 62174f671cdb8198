import { type Absorbed, absorb } from '../../src/absorb/absorb.ts'
import { gatherBook } from '../../src/cli/edit-book.ts'
import { OpenBook } from '../../src/cli/open-book.ts'
import { workshop } from '../../src/cli/our-workshop.ts'
import { Screen } from '../../src/cli/screen.ts'
import { markdownFile } from '../../src/formats/markdown/markdown-file.ts'
import type { Decision } from '../../src/model/decision.ts'
import type { Edition } from '../../src/model/edition.ts'
import { ROOT } from '../support/samples.ts'

/** A book of which an edited file is absorbed, again and again, without the disk. */
export interface Absorber {
  readonly edition: Edition
  readonly markdown: string
  /** What becomes of an edited file, and the Markdown of the edition that is made then. */
  readonly absorb: (markdown: string) => Promise<Absorbed & { readonly markdown: string }>
}

export const SIGNATURE = { at: '2026-01-02T03:04:05Z', by: 'Anna Berg', batch: 'absorbed' }

/** Opens a book under `raw/` of `root`; undefined where its text is absent. */
export async function absorberOf(slug: string, root = ROOT): Promise<Absorber | undefined> {
  const silent = new Screen({ write: () => true }, {})
  const world = { root, environment: process.env, out: silent, err: silent }
  const gathered = await gatherBook(slug, world, workshop, false)
  if (!('input' in gathered)) return undefined
  const book = await OpenBook.open(slug, world, workshop)
  const { edition } = book.output
  const build = async (decisions: readonly Decision[]): Promise<Edition> =>
    (await book.with(decisions)).edition
  return {
    edition,
    markdown: markdownOf(edition),
    async absorb(markdown) {
      const absorbed = await absorb(markdown, edition, SIGNATURE, build)
      return { ...absorbed, markdown: markdownOf(absorbed.edition) }
    },
  }
}

export function markdownOf(edition: Edition): string {
  return [...markdownFile(edition)].join('')
}
