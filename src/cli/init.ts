import type { FileContent } from '../model/file-content.ts'
import { InputError } from '../model/input-error.ts'
import { bookFileOf } from '../store/book-file.ts'
import { changedBookYaml, newBookYaml } from '../store/book-yaml.ts'
import { readBytes } from '../store/read-file.ts'
import { replaceFiles } from '../store/write-file.ts'
import { type BookPlace, placeOf, stemOf } from './book-place.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { guessLanguage, sampleWords } from './guess-language.ts'
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
    options.language ??
    place.language ??
    (await guessLanguage(sampleWords(witness.text), world.root, shop))
  if (language === undefined) throw await unknownLanguage(path, world, shop)
  await shop.language(world.root, language)
  const yaml = yamlOf(path, place, options, { language, found: witness.encoding })
  // What we write must be what we can read.
  bookFileOf(yaml, `${place.folder}/book.yaml`, place.slug)
  const files = new Map<string, FileContent>([
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

function yamlOf(
  path: string,
  place: BookPlace,
  options: InitOptions,
  found: { readonly language: string; readonly found: string },
): string {
  const title = options.title?.trim() || undefined
  const { language } = options
  const encoding = options.encoding === undefined ? undefined : found.found
  if (place.yaml !== undefined) return changedBookYaml(place.yaml, { title, language, encoding })
  const stem = stemOf(path)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
  return newBookYaml({ ...found, title: title ?? (stem || place.slug), file: place.file, encoding })
}

async function unknownLanguage(path: string, world: World, shop: Workshop): Promise<InputError> {
  const codes = (await shop.languages(world.root)).join(', ')
  return new InputError(
    `Nothing tells the language of ${path}`,
    `Say it: \`--language CODE\`, one of ${codes}.`,
  )
}
