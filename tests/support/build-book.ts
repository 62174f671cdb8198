import { editBook } from '../../src/cli/edit-book.ts'
import { workshop } from '../../src/cli/our-workshop.ts'
import { Screen } from '../../src/cli/screen.ts'
import { ROOT } from './samples.ts'

/** The files of the edition of a book under `raw/`, made afresh; undefined where its text is absent. */
export async function buildBook(slug: string): Promise<ReadonlyMap<string, string> | undefined> {
  const silent = new Screen({ write: () => true }, {})
  const world = { root: ROOT, environment: process.env, out: silent, err: silent }
  const edited = await editBook(slug, world, workshop, false)
  if (!('output' in edited)) return undefined
  return new Map([...edited.output.files].map(([name, chunks]) => [name, [...chunks].join('')]))
}
