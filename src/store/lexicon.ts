import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { InputError } from '../model/input-error.ts'
import type { Lexicon } from '../model/language.ts'
import { readBTrie } from './btrie.ts'

/** What stands beside a compiled lexicon, in `CODE.json`: what it was made of. */
const stampSchema = z.object({
  language: z.string(),
  dictionary: z.object({ name: z.string(), version: z.string() }),
  words: z.number(),
  layout: z.string(),
  /** Of the compiled bytes, in hexadecimal. */
  sha256: z.string(),
})

/** Where a lexicon comes from, for the header of an edition. */
export interface LexiconStamp extends z.infer<typeof stampSchema> {}

/** The path of the compiled lexicon of a language that comes with the package. It may not be there. */
export function lexiconPath(language: string): string {
  return fileURLToPath(new URL(`../../dist/lexicons/${language}.btrie`, import.meta.url))
}

/**
 * Loads the compiled lexicon at `path`, and its stamp beside it. O(its size): 5 ms for Russian.
 *
 * Throws an `InputError` when one of the two is missing or damaged.
 */
export function loadLexicon(path: string): Lexicon & { readonly stamp: LexiconStamp } {
  const stamp = stampOf(path)
  const bytes = read(path)
  if (createHash('sha256').update(bytes).digest('hex') !== stamp.sha256) {
    throw damaged(path, 'Unexpected sha256 of the bytes, expected that of the stamp beside it')
  }
  try {
    return { ...readBTrie(bytes), stamp }
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
}

function stampOf(path: string): LexiconStamp {
  const at = path.replace(/\.btrie$/u, '.json')
  try {
    return stampSchema.parse(JSON.parse(read(at).toString('utf8')))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw damaged(at, 'Unexpected content, expected the stamp of a lexicon')
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new InputError(
      `Unexpected absence of the lexicon ${path}, expected a compiled one`,
      'Run `npm run build`, which compiles the lexicons; or set another language in book.yaml.',
    )
  }
}

function damaged(path: string, what: string): InputError {
  return new InputError(
    `${what}, in the lexicon ${path}`,
    'Delete the file and run `npm run build`, which compiles it anew.',
  )
}
