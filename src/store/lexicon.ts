import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InputError } from '../model/input-error.ts'
import type { Lexicon } from '../model/language.ts'
import { readBTrie } from './btrie.ts'
import { JsonFields } from './json-fields.ts'

const MAKE_ANEW = 'Delete the file and run `npm run build`, which compiles it anew.'

/** What a compiled lexicon was made of, for the header of an edition. It stands beside it. */
export interface LexiconStamp {
  readonly language: string
  readonly dictionary: { readonly name: string; readonly version: string }
  /** How many words it has. */
  readonly words: number
  /** Of the compiled bytes, in hexadecimal. */
  readonly sha256: string
}

/** The path of the compiled lexicon of a language that comes with the package. It may not be there. */
export function lexiconPath(language: string): string {
  return fileURLToPath(new URL(`../../dist/lexicons/${language}.btrie`, import.meta.url))
}

/** Whether a compiled lexicon is at `path`. */
export function hasLexicon(path: string): boolean {
  return existsSync(path)
}

/**
 * The compiled lexicon at `path`, loaded when it is first asked: to find out the language of a text
 * most lexicons need not be.
 */
export function lexiconOnDemand(path: string): Lexicon {
  let lexicon: Lexicon | undefined
  return {
    has(word) {
      lexicon ??= loadLexicon(path)
      return lexicon.has(word)
    },
    near(word) {
      lexicon ??= loadLexicon(path)
      return lexicon.near(word)
    },
  }
}

/**
 * Loads the compiled lexicon at `path`, and its stamp beside it. O(its size): some
 * milliseconds for Russian.
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
  const fields = new JsonFields(parsed(read(at).toString('utf8'), at), at, MAKE_ANEW)
  const dictionary = fields.fields('dictionary')
  return {
    language: fields.text('language'),
    dictionary: { name: dictionary.text('name'), version: dictionary.text('version') },
    words: fields.count('words'),
    sha256: fields.text('sha256', /^[0-9a-f]{64}$/u),
  }
}

function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw damaged(path, 'Unexpected content, expected JSON')
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
  return new InputError(`${what}, in the lexicon ${path}`, MAKE_ANEW)
}
