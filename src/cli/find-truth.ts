import { join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import type { AbsentText } from '../store/raw-text.ts'
import { namesIn, whatIsAt } from '../store/read-file.ts'
import { bookFolder } from '../store/shelf.ts'

/** Where the truth of a book lies: a file or a folder, for messages, and the files themselves. */
export interface TruthFiles {
  readonly path: string
  readonly files: readonly string[]
}

/**
 * Finds the gold records of a book: those at `path`, or those that lie beside its text.
 *
 * A folder holds the gold of one book, in any number of `.jsonl`, or a `SLUG.gold.jsonl` for each of
 * several. Throws an `InputError` when nothing is at `path`.
 */
export async function findTruth(
  root: string,
  slug: string,
  path: string | undefined,
): Promise<TruthFiles | AbsentText> {
  if (path !== undefined) return truthAt(path, slug)
  const folder = bookFolder(root, slug)
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.gold.jsonl'))
  if (names.length > 0) return { path: folder, files: names.map((name) => join(folder, name)) }
  const gold = join(folder, 'gold')
  if ((await whatIsAt(gold)) === 'folder') return truthAt(gold, slug)
  return {
    path: undefined,
    reason: `no truth lies in ${gold}/ or as ${folder}/*.gold.jsonl`,
    advice: 'Put gold records there, or say where they lie: `--truth PATH`.',
  }
}

async function truthAt(path: string, slug: string): Promise<TruthFiles> {
  switch (await whatIsAt(path)) {
    case 'file':
      return { path, files: [path] }
    case 'folder': {
      const own = join(path, `${slug}.gold.jsonl`)
      if ((await whatIsAt(own)) === 'file') return { path: own, files: [own] }
      const names = (await namesIn(path)).filter(
        // Gold of other books is none of this one.
        (name) => name.endsWith('.jsonl') && !name.endsWith('.gold.jsonl'),
      )
      if (names.length > 0) return { path, files: names.map((name) => join(path, name)) }
      throw new InputError(
        `No gold of ${slug} in ${path}`,
        `Expected ${slug}.gold.jsonl there, or other files named .jsonl.`,
      )
    }
    case 'nothing':
      throw new InputError(`No truth at ${path}`, 'Name a file or a folder with gold records.')
  }
}
