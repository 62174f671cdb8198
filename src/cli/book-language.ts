import type { RawFile } from '../model/book-input.ts'
import { InputError } from '../model/input-error.ts'
import type { Language } from '../model/language.ts'
import { asSpelled, guessLanguage, languagesBeside, sampleWords } from './guess-language.ts'
import { sampleOf } from './sample.ts'
import type { Workshop } from './workshop.ts'

/** What `book.yaml` says of the languages of a book, if anything. */
export interface SaidOfLanguage {
  readonly said: string | undefined
  /** Others that the book has words or pages in; found out where it is left out. */
  readonly beside: readonly string[] | undefined
  /** Where it is said, for messages: `raw/book/book.yaml:4`. */
  readonly at: string | undefined
  /** The folder of the book, for messages. */
  readonly folder: string
}

/**
 * The language of a book, as it is said or found out, with the older spelling that the book is in, and
 * with the languages beside it.
 *
 * Throws an `InputError` when nothing tells the language, or one that is named is not known.
 */
export async function bookLanguage(
  raw: RawFile,
  { said, beside, at, folder }: SaidOfLanguage,
  root: string,
  shop: Workshop,
): Promise<Language> {
  const words = sampleWords(await sampleText(raw, shop, said === undefined))
  const code = said ?? (await guessLanguage(words, root, shop))
  if (code === undefined) {
    throw new InputError(
      `Nothing tells the language of ${raw.name}`,
      `Say it in ${folder}/book.yaml: \`language: ru\`.`,
    )
  }
  try {
    const main = asSpelled(words, await shop.language(root, code))
    const named = beside?.map((other) => shop.language(root, other))
    const others = named ? Promise.all(named) : languagesBeside(words, main, root, shop)
    return { ...main, beside: await others }
  } catch (error) {
    if (!(error instanceof InputError) || said === undefined) throw error
    throw new InputError(`${error.message} (asked for at ${at})`, error.advice)
  }
}

/** Lines from all over the book; nothing where they cannot be read and need not be. */
async function sampleText(raw: RawFile, shop: Workshop, needed: boolean): Promise<string> {
  try {
    return (await shop.readWitness({ ...raw, bytes: sampleOf(raw.bytes) })).text
  } catch (error) {
    // What cannot be read is refused where the whole of it is.
    if (error instanceof InputError && !needed) return ''
    throw error
  }
}
