import { basename, extname, isAbsolute, join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { type BookFile, bookFileOfFolder, readBookFile } from './book-file.ts'
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

/** Where the raw text of a book lies. */
export interface RawText {
  readonly path: string
  /**
   * The name that the witness bears. It is the same on every machine: of a text that lies elsewhere,
   * the path as `book.yaml` has it.
   */
  readonly name: string
}

export interface AbsentText {
  readonly path: undefined
  /** One sentence without a full stop, and what to do. */
  readonly reason: string
  readonly advice: string
}

/** What lies under `raw/`. */
export interface Shelf {
  /** The names of the folders that hold a book, sorted. */
  readonly slugs: readonly string[]
  /** What may be texts that nobody made a book of: files in `raw/` itself, folders with several. */
  readonly loose: readonly string[]
}

/** Variables of the environment, and what they are when they are not set. */
export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULTS: Environment = { EMEND_SHARED: '../shared' }

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

/**
 * The files of a folder that may be the text of the book: those named `.txt`, or, where there is
 * none, all but `book.yaml`, README and hidden ones.
 */
export async function textsIn(folder: string): Promise<readonly string[]> {
  const texts: string[] = []
  for (const name of await namesIn(folder)) {
    if (isText(name) && (await whatIsAt(join(folder, name))) === 'file') texts.push(name)
  }
  const plain = texts.filter((name) => extname(name).toLowerCase() === '.txt')
  return plain.length > 0 ? plain : texts
}

function isText(name: string): boolean {
  return !name.startsWith('.') && name !== 'book.yaml' && !/^readme(\.|$)/i.test(name)
}

async function onlyText(folder: string, bookFile: string): Promise<RawText | AbsentText> {
  const [found, another] = await textsIn(folder)
  if (found === undefined) {
    return {
      path: undefined,
      reason: `no text lies in ${folder}`,
      advice: `Put the text there, or say in ${bookFile} where it lies: \`file: …\`.`,
    }
  }
  if (another !== undefined) {
    throw new InputError(
      `Unexpected second text ${another} beside ${found} in ${folder}, expected one`,
      `Say in ${bookFile} which one it is: \`file: ${found}\`.`,
    )
  }
  return { path: join(folder, found), name: `raw/${basename(folder)}/${found}` }
}

async function declaredText(
  root: string,
  folder: string,
  declared: string,
  environment: Environment,
): Promise<RawText | AbsentText> {
  const beside = !/[/\\$]/.test(declared)
  const name = beside ? `raw/${basename(folder)}/${declared}` : declared
  let unset: string | undefined
  const expanded = declared.replace(/\$\{([A-Za-z_]\w*)\}/g, (_, variable: string) => {
    const value = environment[variable] || DEFAULTS[variable]
    if (value === undefined) unset = variable
    return value ?? ''
  })
  if (unset !== undefined) {
    return {
      path: undefined,
      reason: `its text lies in ${declared}, and ${unset} is not set`,
      advice: `Set ${unset} to the folder where the text lies.`,
    }
  }
  const path = beside
    ? join(folder, declared)
    : isAbsolute(expanded)
      ? expanded
      : join(root, expanded)
  if ((await whatIsAt(path)) === 'nothing') {
    return {
      path: undefined,
      reason: `its text is not there: ${path}`,
      advice: `Put it there, or correct \`file\` in ${join(folder, 'book.yaml')}.`,
    }
  }
  return { path, name }
}

function named(name: string, path: string): string {
  if (isSlug(name)) return name
  throw new InputError(
    `Unexpected folder name at ${path}, expected letters, digits, \`.\`, \`_\` and \`-\``,
    'Rename the folder: its name becomes part of file names and identifiers.',
  )
}
