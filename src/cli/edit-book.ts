import type { BookInput, BookOutput, RawFile } from '../model/book-input.ts'
import { InputError } from '../model/input-error.ts'
import type { Rule } from '../model/rule.ts'
import { rulesFor } from '../rules/compile-rules.ts'
import type { BookFile } from '../store/book-file.ts'
import { readDecisions } from '../store/decisions.ts'
import { version } from '../store/package-files.ts'
import type { AbsentText, RawText } from '../store/raw-text.ts'
import { readBytes } from '../store/read-file.ts'
import { type ShelvedBook, takeBook } from '../store/shelf.ts'
import { bookLanguage } from './book-language.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** A book whose edition is made, in memory. */
export interface EditedBook {
  readonly book: ShelvedBook
  readonly text: RawText
  readonly output: BookOutput
}

/** A book with all that its edition is made of. */
export interface GatheredBook {
  readonly book: ShelvedBook
  readonly text: RawText
  readonly input: BookInput
}

/**
 * Makes the edition of a book under `raw/`, or says why its text is absent.
 *
 * Throws an `InputError` for anything that is not as it must be.
 */
export async function editBook(
  slug: string,
  world: World,
  shop: Workshop,
  bundle: boolean,
): Promise<EditedBook | AbsentText> {
  const gathered = await gatherBook(slug, world, shop, bundle)
  if (!('input' in gathered)) return gathered
  const { book, text, input } = gathered
  return { book, text, output: await shop.build(input) }
}

/**
 * Reads all that the edition of a book under `raw/` is made of, or says why its text is absent. Who
 * keeps a book open builds it of this again and again, with one `Memory` and ever more decisions.
 *
 * Throws an `InputError` for anything that is not as it must be.
 */
export async function gatherBook(
  slug: string,
  world: World,
  shop: Workshop,
  bundle: boolean,
): Promise<GatheredBook | AbsentText> {
  const book = await takeBook(world.root, slug, world.environment)
  const { text, file } = book
  if (text.path === undefined) return text
  await checkEncoding(file)
  const raw: RawFile = {
    name: text.name,
    bytes: await readBytes(text.path),
    ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
  }
  const { language: said, languagesBeside: beside, languageAt: at } = file
  const language = await bookLanguage(
    raw,
    { said, beside, at, folder: book.folder },
    world.root,
    shop,
  )
  const found = await shop.rules(world.root)
  for (const fault of found.faults) throw fault
  checkRulesOff(book, found.rules)
  const off = new Set(file.book.rulesOff.map(({ rule }) => rule))
  const input: BookInput = {
    book: { ...file.book, language: file.language ?? language.language },
    raw,
    language: file.book.normalize ? { ...language, normalize: true } : language,
    rules: rulesFor(found.rules, language.language, off),
    decisions: await readDecisions(book.edition),
    version: version(),
    bundle,
  }
  return { book, text, input }
}

/** Throws an `InputError` for an encoding that `book.yaml` names and nobody can read. */
async function checkEncoding({ encoding, encodingAt }: BookFile): Promise<void> {
  if (encoding === undefined) return
  const { encodingName } = await import('../witness/encoding-name.ts')
  const name = encodingName(encoding)
  if (name !== undefined && name !== 'multi-byte') return
  throw new InputError(
    `Unexpected encoding \`${encoding}\` at ${encodingAt}, expected one such as utf-8, windows-1251, koi8-r or ibm866`,
    'Correct it, or take the line out, and the encoding will be found out. ' +
      'A text in a multi-byte encoding must be converted to UTF-8 first.',
  )
}

function checkRulesOff(book: ShelvedBook, known: readonly Rule[]): void {
  for (const [index, { rule }] of book.file.book.rulesOff.entries()) {
    if (known.some(({ id }) => id === rule)) continue
    throw new InputError(
      `Unexpected rule \`${rule}\` at ${book.file.rulesOffAt[index]}, expected the id of one that there is`,
      '`emend rules` lists them.',
    )
  }
}
