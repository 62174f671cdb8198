import { basename, extname, join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { readBookFile } from '../store/book-file.ts'
import { changedBookYaml, newBookYaml } from '../store/book-yaml.ts'
import { isSamePlace, readBytes, readText, whatIsAt } from '../store/read-file.ts'
import { bookFolder, textsIn } from '../store/shelf.ts'
import { slugOf } from '../store/slug.ts'
import { type Content, replaceFiles } from '../store/write-file.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { guessLanguage } from './guess-language.ts'
import { styled } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

export interface InitOptions {
  readonly language?: string
  readonly title?: string
  readonly encoding?: string
  readonly slug?: string
  readonly replace?: boolean
}

/** A book's place under `raw/`, and what stands there already. */
interface Place {
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
 * `emend init`: puts a text under `raw/`, byte for byte, with a `book.yaml` beside it.
 *
 * With `--replace` it puts a new extraction in the place of the old one and keeps the `book.yaml`.
 */
export async function init(
  path: string,
  options: InitOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  world.err.show(`Reading ${path}`)
  const bytes = await readBytes(path)
  const place = await placeOf(path, options, world)
  const encoding = options.encoding ?? place.encoding
  const raw = { name: path, bytes, ...(encoding === undefined ? {} : { encoding }) }
  const witness = await shop.readWitness(raw)
  const language =
    options.language ?? place.language ?? (await guessLanguage(witness.text, world.root, shop))
  if (language === undefined) throw await unknownLanguage(path, world, shop)
  await shop.language(world.root, language)
  const yaml =
    place.yaml === undefined
      ? newBookYaml({
          title: options.title?.trim() || stemOf(path),
          language,
          file: place.file,
          found: witness.encoding,
          encoding: options.encoding,
        })
      : changedBookYaml(place.yaml, {
          title: options.title?.trim() || undefined,
          language: options.language,
          encoding: options.encoding,
        })
  const files = new Map<string, Content>([
    [place.file, bytes],
    ['book.yaml', [yaml]],
  ])
  await replaceFiles(place.folder, files)
  world.err.clear()
  const { out } = world
  const lines = counted(witness.lines.count, 'line')
  out.line([styled('strong', place.slug), ` is in ${place.folder}/`])
  out.line(`${place.file}: ${lines}, ${counted(bytes.length, 'byte')}, ${witness.encoding}`, 2, 4)
  out.line(`book.yaml: language ${language}; fill in what else is known of the book`, 2, 4)
  out.line(`Next: emend build ${place.slug}`)
  return EXIT.done
}

async function placeOf(path: string, options: InitOptions, world: World): Promise<Place> {
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
  if (!isNew && !options.replace) {
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

function stemOf(path: string): string {
  return basename(path, extname(path))
}

/** The extension of a raw file; one that could be taken for `book.yaml` or is odd becomes `.txt`. */
function extensionOf(path: string): string {
  const extension = extname(path)
  return /^\.[A-Za-z0-9]{1,8}$/.test(extension) && !/^\.ya?ml$/i.test(extension)
    ? extension
    : '.txt'
}

async function unknownLanguage(path: string, world: World, shop: Workshop): Promise<InputError> {
  const codes = (await shop.languages(world.root)).join(', ')
  return new InputError(
    `Nothing tells the language of ${path}`,
    `Say it: \`--language CODE\`, one of ${codes}.`,
  )
}
