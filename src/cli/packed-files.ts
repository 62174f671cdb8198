import { basename, join } from 'node:path'
import type { Beside } from '../formats/beside.ts'
import { bytesOf } from '../store/encoded.ts'
import { filesBelow } from '../store/files-below.ts'
import { readBytes, whatIsAt } from '../store/read-file.ts'
import type { GatheredBook } from './edit-book.ts'

/**
 * What a bag or a METS holds of a book whatever else is exported: the raw text and `book.yaml`, the
 * files of a build, the decisions.
 */
export async function packedFiles(
  { book, input }: GatheredBook,
  built: ReadonlyMap<string, Iterable<string>>,
): Promise<Beside> {
  const raw = new Map([[basename(input.raw.name), input.raw.bytes]])
  const yaml = join(book.folder, 'book.yaml')
  if ((await whatIsAt(yaml)) === 'file') raw.set('book.yaml', await readBytes(yaml))
  const edition = new Map<string, Uint8Array>()
  for (const [name, content] of built) edition.set(name, bytesOf(content))
  for (const name of await filesBelow(book.edition, 'decisions')) {
    if (name.endsWith('.jsonl')) edition.set(name, await readBytes(join(book.edition, name)))
  }
  return { edition, raw }
}
