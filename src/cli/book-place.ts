import { basename, extname, join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { readBookFile } from '../store/book-file.ts'
import { textsIn } from '../store/raw-text.ts'
import { isSamePlace, readText, whatIsAt } from '../store/read-file.ts'
import { bookFolder } from '../store/shelf.ts'
import { slugOf } from '../store/slug.ts'
import type { World } from './world.ts'

/** A book's place under `raw/`, and what stands there already. */
export interface BookPlace {
  readonly slug: string
  readonly folder: string
  /** The name that the text gets. */
  readonly file: string
  /** The `book.yaml` that stands there, or undefined. */
  readonly yaml: string | undefined
  readonly language: string | undefined
  readonly encoding: string | undefined
}

/**
 * Finds the place for the text at `path`, under its own stem or under `slug`.
 *
 * Throws an `InputError` where a book stands already and `replace` is not set.
 */
export async function placeOf(
  path: string,
  options: {
    readonly slug?: string
    readonly replace?: boolean
    /** Asks whether the text of a book may be replaced. */
    readonly mayReplace?: (folder: string) => Promise<boolean>
  },
  world: World,
): Promise<BookPlace> {
  const slug = options.slug ?? slugOf(stemOf(path))
  if (slug === '') {
    throw new InputError(
      `Nothing in the name ${path} can name a book`,
      'Name it yourself: `--slug NAME`.',
    )
  }
  const folder = bookFolder(world.root, slug)
  const yamlPath = join(folder, 'book.yaml')
  const hasYaml = (await whatIsAt(yamlPath)) === 'file'
  const [old] = await textsIn(folder)
  const adopted = old !== undefined && !hasYaml && (await isSamePlace(path, join(folder, old)))
  const isNew = !hasYaml && (old === undefined || adopted)
  if (!isNew && !options.replace && !(await options.mayReplace?.(folder))) {
    throw new InputError(
      `Unexpected book at ${folder}, expected none`,
      'For a new extraction of this book add --replace, for another book --slug NAME.',
    )
  }
  const file = adopted ? old : `${slug}${extensionOf(path)}`
  if (!hasYaml) {
    return {
      slug,
      folder,
      file: old ?? file,
      yaml: undefined,
      language: undefined,
      encoding: undefined,
    }
  }
  const known = await readBookFile(yamlPath, slug)
  if (known.file !== undefined && basename(known.file) !== known.file) {
    throw new InputError(
      `Unexpected \`file: ${known.file}\` in ${yamlPath}, expected a name beside it`,
      'This text lies elsewhere: replace it there.',
    )
  }
  return {
    slug,
    folder,
    file: known.file ?? old ?? file,
    yaml: await readText(yamlPath),
    language: known.language,
    encoding: known.encoding,
  }
}

/** The name of a file without folder and extension. */
export function stemOf(path: string): string {
  return basename(path, extname(path))
}

/** The extension of a raw file; one that could be taken for `book.yaml` or is odd becomes `.txt`. */
function extensionOf(path: string): string {
  const extension = extname(path)
  return /^\.[A-Za-z0-9]{1,8}$/.test(extension) && !/^\.ya?ml$/i.test(extension)
    ? extension
    : '.txt'
}
