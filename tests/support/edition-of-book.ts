import { editBook } from '../../src/cli/edit-book.ts'
import { workshop } from '../../src/cli/our-workshop.ts'
import { Screen } from '../../src/cli/screen.ts'
import type { Edition } from '../../src/model/edition.ts'
import { ROOT } from './samples.ts'

/** The edition of a book under `raw/`, made afresh. Throws where its text is absent. */
export async function editionOfBook(slug: string): Promise<Edition> {
  const silent = new Screen({ write: () => true }, {})
  const world = { root: ROOT, environment: process.env, out: silent, err: silent }
  const edited = await editBook(slug, world, workshop, false)
  if (!('output' in edited)) throw new Error(`Expected a text of ${slug}`)
  return edited.output.edition
}
