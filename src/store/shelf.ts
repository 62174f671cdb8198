import { join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { type BookFile, bookFileOfFolder, readBookFile } from './book-file.ts'
import {
  type AbsentText,
  declaredText,
  type Environment,
  isText,
  onlyText,
  type RawText,
  textsIn,
} from './raw-text.ts'
import { namesIn, whatIsAt } from './read-file.ts'
import { isSlug } from './slug.ts'

/** A book under `raw/`. */
export interface ShelvedBook {
  readonly slug: string
  /** `raw/SLUG` */
  readonly folder: string
  /** `edition/SLUG` */
  readonly edition: string
  readonly file: BookFile
  /** Its text, or why there is none. */
  readonly text: RawText | AbsentText
}

/** What lies under `raw/`. */
export interface Shelf {
  /** The names of the folders that hold a book, sorted. */
  readonly slugs: readonly string[]
  /** What may be texts that nobody made a book of: files in `raw/` itself, folders with several. */
  readonly loose: readonly string[]
}

/** Where the editions and the raw texts of a working folder lie. */
export function bookFolder(root: string, slug: string): string {
  return join(root, 'raw', slug)
}

export function editionFolder(root: string, slug: string): string {
  return join(root, 'edition', slug)
}

/** Finds the books under `raw/`: the folders with a `book.yaml` or with exactly one text. */
export async function shelfOf(root: string): Promise<Shelf> {
  const raw = join(root, 'raw')
  const slugs: string[] = []
  const loose: string[] = []
  for (const name of await namesIn(raw)) {
    if (!isText(name)) continue
    const path = join(raw, name)
    if ((await whatIsAt(path)) !== 'folder') loose.push(path)
    else if ((await whatIsAt(join(path, 'book.yaml'))) === 'file') slugs.push(named(name, path))
    else {
      const texts = await textsIn(path)
      if (texts.length === 1) slugs.push(named(name, path))
      if (texts.length > 1) loose.push(path)
    }
  }
  return { slugs, loose }
}

/**
 * Takes a book from the shelf: reads its `book.yaml` and finds its text.
 *
 * Throws an `InputError` for a `book.yaml` that is not as it must be, and for a folder in which one
 * cannot tell which file is the text.
 */
export async function takeBook(
  root: string,
  slug: string,
  environment: Environment,
): Promise<ShelvedBook> {
  const folder = bookFolder(root, slug)
  const path = join(folder, 'book.yaml')
  const known = (await whatIsAt(path)) === 'file'
  const file = known ? await readBookFile(path, slug) : bookFileOfFolder(slug)
  const text =
    file.file === undefined
      ? await onlyText(folder, path)
      : await declaredText(root, folder, file.file, environment)
  return { slug, folder, edition: editionFolder(root, slug), file, text }
}

function named(name: string, path: string): string {
  if (isSlug(name)) return name
  throw new InputError(
    `Unexpected folder name at ${path}, expected letters, digits, \`.\`, \`_\` and \`-\``,
    'Rename the folder: its name becomes part of file names and identifiers.',
  )
}
