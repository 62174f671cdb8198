import type { FileContent } from '../model/file-content.ts'
import { InputError } from '../model/input-error.ts'
import { type BookFile, bookFileOf } from '../store/book-file.ts'
import { type BookAnswers, changedBookYaml, newBookYaml } from '../store/book-yaml.ts'
import { readBytes } from '../store/read-file.ts'
import { replaceFiles } from '../store/write-file.ts'
import { answersIn, beyond } from './answers-in-book.ts'
import { askOfBook, isAgreed } from './ask-of-book.ts'
import { type BookPlace, placeOf, stemOf } from './book-place.ts'
import { counted } from './counted.ts'
import { editorIfKnown } from './editor-name.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { guessLanguage, sampleWords } from './guess-language.ts'
import { styled } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { Asker, World } from './world.ts'

export interface InitOptions {
  /** What was said of the book; what is missing is asked for at a terminal. */
  readonly said: BookAnswers
  readonly slug?: string
  readonly replace?: boolean
  /** Nothing is asked. */
  readonly yes?: boolean
}

/**
 * `emend init`: puts a text under `raw/`, byte for byte, with a `book.yaml` beside it, and asks at a
 * terminal for what it was not told of the book.
 *
 * With `--replace` it puts a new extraction in the place of the old one and keeps the `book.yaml`.
 */
export async function init(
  path: string,
  options: InitOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const asker = options.yes ? undefined : world.asker?.()
  try {
    return await initAsking(path, options, asker, world, shop)
  } finally {
    asker?.end()
  }
}

async function initAsking(
  path: string,
  options: InitOptions,
  asker: Asker | undefined,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  world.err.show(`Reading ${path}`)
  const bytes = await readBytes(path)
  const place = await placeOf(path, { ...options, mayReplace: consentOf(asker, world) }, world)
  const encoding = options.said.encoding ?? place.encoding
  const raw = { name: path, bytes, ...(encoding === undefined ? {} : { encoding }) }
  const witness = await shop.readWitness(raw)
  const { said } = options
  const found =
    said.language ??
    place.language ??
    (await guessLanguage(sampleWords(witness.text), world.root, shop))
  const answers = await answersOf(path, place, said, found, asker, world, shop)
  const language = answers.language ?? found
  if (language === undefined) throw await unknownLanguage(path, world, shop)
  await shop.language(world.root, language)
  const yaml = yamlOf(path, place, answers, { language, encoding: witness.encoding })
  // What we write must be what we can read.
  const written = bookFileOf(yaml, `${place.folder}/book.yaml`, place.slug)
  const files = new Map<string, FileContent>([
    [place.file, bytes],
    ['book.yaml', [yaml]],
  ])
  await replaceFiles(place.folder, files)
  world.err.clear()
  const lines = counted(witness.lines.count, 'line')
  tell(place, written, `${lines}, ${counted(bytes.length, 'byte')}, ${witness.encoding}`, world)
  return EXIT.done
}

function tell(place: BookPlace, { book, language }: BookFile, size: string, { out }: World): void {
  const authors = book.authors.map(({ name }) => name).join('; ')
  out.line([styled('strong', place.slug), ` is in ${place.folder}/`])
  out.line(`${place.file}: ${size}`, 2, 4)
  out.line(
    `book.yaml: ${authors === '' ? '' : `${authors}: `}${book.title}, language ${language}`,
    2,
    4,
  )
  out.line(`Next: emend build ${place.slug}; emend check tells what a library would miss`)
}

/** Asks whether a text may be put in the place of another. */
function consentOf(asker: Asker | undefined, { err }: World) {
  return async (folder: string): Promise<boolean> => {
    if (!asker) return false
    err.clear()
    err.line(`There is a book in ${folder}/. Its book.yaml will stay.`)
    return isAgreed(asker, 'Put this text in the place of its text?')
  }
}

/** What was said of the book and, where somebody can be asked, what was answered. */
async function answersOf(
  path: string,
  place: BookPlace,
  said: BookAnswers,
  language: string | undefined,
  asker: Asker | undefined,
  world: World,
  shop: Workshop,
): Promise<BookAnswers> {
  if (!asker || (place.yaml !== undefined && !(await wantsToFillIn(asker, world)))) return said
  world.err.clear()
  const before = place.yaml === undefined ? {} : answersIn(place.yaml, place)
  const known = {
    said: { ...before, ...said },
    title: titleFrom(path, place),
    language,
    languages: await shop.languages(world.root),
    editor: await editorIfKnown(world),
  }
  return beyond(before, await askOfBook(known, asker, world))
}

async function wantsToFillIn(asker: Asker, { err }: World): Promise<boolean> {
  err.clear()
  return isAgreed(asker, 'Fill in what its book.yaml does not say?')
}

function yamlOf(
  path: string,
  place: BookPlace,
  said: BookAnswers,
  found: { readonly language: string; readonly encoding: string },
): string {
  const { encoding, title, ...others } = said
  const answers = {
    ...others,
    ...(title?.trim() ? { title: title.trim() } : {}),
    ...(encoding === undefined ? {} : { encoding: found.encoding }),
  }
  if (place.yaml !== undefined) return changedBookYaml(place.yaml, answers)
  return newBookYaml({
    title: titleFrom(path, place),
    ...answers,
    language: found.language,
    file: place.file,
    found: found.encoding,
  })
}

/** A title until somebody knows a better one: the stem of the file. */
function titleFrom(path: string, place: BookPlace): string {
  const stem = stemOf(path)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
  return stem || place.slug
}

async function unknownLanguage(path: string, world: World, shop: Workshop): Promise<InputError> {
  const codes = (await shop.languages(world.root)).join(', ')
  return new InputError(
    `Nothing tells the language of ${path}`,
    `Say it: \`--language CODE\`, one of ${codes}.`,
  )
}
