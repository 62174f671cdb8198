// @ts-check
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { wordTrie } from './word-trie.mjs'

/**
 * Compiles dictionaries to lexicons that load in milliseconds: `LANGUAGE.btrie`, with `LANGUAGE.json`
 * that says what it was made of, and the licence of the dictionary. A lexicon that is up to date is
 * left alone.
 *
 *     node scripts/compile-lexicons.mjs [TO [LANGUAGE=FOLDER…]]
 *
 * A folder has a dictionary of Hunspell (one `.aff` and one `.dic`) or one of cspell (`*.trie.gz`), as
 * the npm packages `dictionary-*` and `@cspell/dict-*` have them.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

/** The version of what this script makes: to be counted up when the same dictionary gives another lexicon. */
const LAYOUT = 'TrieBlob 00.01.00, 2'

/** What is not composed, and another apostrophe. */
const UNUSUAL = /[\u0300-\u036f’]/u

/**
 * Short words that lose their vowel before another: *l’*, *qu’*. A dictionary that has them before
 * each of its words has each word tenfold; the word itself is enough.
 */
const ELIDED = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'/iu

/**
 * What a lexicon was made of, and what by.
 *
 * @typedef {{
 *   language: string
 *   dictionary: { name: string, version: string }
 *   tools: Record<string, string>
 *   layout: string
 *   words: number
 *   sha256: string
 * }} Stamp
 */

const [to = join(root, 'dist', 'lexicons'), ...sources] = process.argv.slice(2)
mkdirSync(to, { recursive: true })
for (const [language, folders] of sources.length > 0 ? given(sources) : bundled()) {
  await compileInto(to, language, folders)
}

/**
 * The dictionaries that this package is built with. That of German is an optional dependency, since
 * its licence is not as free as the others.
 *
 * @returns {[string, string[]][]} language and folders
 */
function bundled() {
  const german = join(root, 'node_modules', '@cspell', 'dict-de-de')
  return [
    ...['ru', 'fr', 'es', 'pl'].map(
      (language) =>
        /** @type {[string, string[]]} */ ([language, [folderOf(`dictionary-${language}`)]]),
    ),
    // Books are printed in both spellings.
    ['en', ['dictionary-en', 'dictionary-en-gb'].map(folderOf)],
    .../** @type {[string, string[]][]} */ (existsSync(german) ? [['de', [german]]] : []),
  ]
}

/**
 * @param {string[]} args
 * @returns {[string, string[]][]}
 */
function given(args) {
  return args.map((arg) => {
    const [language = '', folder = ''] = arg.split('=')
    return [language, [resolve(folder)]]
  })
}

/**
 * @param {string} to
 * @param {string} language
 * @param {string[]} folders
 */
async function compileInto(to, language, folders) {
  const path = join(to, `${language}.btrie`)
  const stampPath = join(to, `${language}.json`)
  const source = sourceOf(language, folders)
  const licences = folders.flatMap((folder) => fileIn(folder, /^licen[cs]e(?:\.\w+)?$/iu) ?? [])
  const texts = [...new Set(licences.map((licence) => readFileSync(licence, 'utf8')))]
  if (texts.length > 0) replace(join(to, `${language}.license`), texts.join('\n'))
  if (isUpToDate(path, stampPath, source)) return
  const started = performance.now()
  const words = await expand(folders)
  const bytes = wordTrie(words)
  /** @type {Stamp} */
  const stamp = { ...source, words: words.length, sha256: sha256(bytes) }
  replace(path, bytes)
  replace(stampPath, `${JSON.stringify(stamp, undefined, 2)}\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${language}: ${words.length} words, ${bytes.length} bytes, ${seconds} s`)
}

/**
 * @param {string} language
 * @param {string[]} folders
 */
function sourceOf(language, folders) {
  const tools = Object.fromEntries(
    ['hunspell-reader', 'cspell-trie-lib'].map((name) => [name, packageOf(folderOf(name)).version]),
  )
  const packages = folders.map(packageOf)
  const dictionary = {
    name: packages.map(({ name }) => name).join(', '),
    version: packages.map(({ version }) => version).join(', '),
  }
  return { language, dictionary, tools, layout: LAYOUT }
}

/**
 * @param {string} path
 * @param {string} stampPath
 * @param {ReturnType<typeof sourceOf>} source
 */
function isUpToDate(path, stampPath, source) {
  if (!existsSync(path) || !existsSync(stampPath)) return false
  try {
    const { words, sha256: digest, ...made } = JSON.parse(readFileSync(stampPath, 'utf8'))
    const same = JSON.stringify(made) === JSON.stringify(source)
    return same && words > 0 && sha256(readFileSync(path)) === digest
  } catch {
    return false
  }
}

/**
 * All forms of some dictionaries, sorted by code unit, with `'` for every apostrophe.
 *
 * @param {string[]} folders
 * @returns {Promise<string[]>}
 */
async function expand(folders) {
  const words = new Set()
  for (const folder of folders) {
    const trie = fileIn(folder, /\.trie\.gz$/u)
    for await (const word of trie ? formsOfTrie(trie) : formsOfHunspell(folder)) {
      // Most words are plain: to look costs less than to change.
      const form = UNUSUAL.test(word) ? word.normalize('NFC').replaceAll('’', "'") : word
      if (form !== '' && !(form.includes("'") && ELIDED.test(form))) words.add(form)
    }
  }
  return [...words].sort()
}

/**
 * The forms of a dictionary of Hunspell, those left out that are forbidden or stand in compounds only.
 *
 * @param {string} folder
 */
async function* formsOfHunspell(folder) {
  const aff = fileIn(folder, /\.aff$/u)
  const dic = fileIn(folder, /\.dic$/u)
  if (!aff || !dic)
    throw new Error(`Expected a dictionary (.aff and .dic, or .trie.gz) in ${folder}`)
  const { HunspellReader } = await import('hunspell-reader')
  yield* await HunspellReader.createFromFiles(aff, dic)
}

/**
 * The forms of a compiled dictionary of cspell; left out are those that it marks: forbidden ones (`!`),
 * those without accents or capitals (`~`), and halves of compounds (`+`).
 *
 * @param {string} path
 */
async function* formsOfTrie(path) {
  const { decodeTrie } = await import('cspell-trie-lib')
  for (const word of decodeTrie(gunzipSync(readFileSync(path))).words()) {
    if (/^\p{L}[^+]*$/u.test(word)) yield word
  }
}

/** @param {string} name */
function folderOf(name) {
  let folder = dirname(fileURLToPath(import.meta.resolve(name)))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/**
 * Name and version of a dictionary; one that is no package is named after its folder.
 *
 * @param {string} folder
 */
function packageOf(folder) {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return { name: basename(folder), version: 'unknown' }
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'))
  return { name: String(name), version: String(version) }
}

/**
 * The path of the first file in a folder whose name fits.
 *
 * @param {string} folder
 * @param {RegExp} name
 */
function fileIn(folder, name) {
  const found = readdirSync(folder)
    .sort()
    .find((file) => name.test(file))
  return found && join(folder, found)
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * @param {string} path
 * @param {string | Uint8Array} content
 */
function replace(path, content) {
  writeFileSync(`${path}.new`, content)
  renameSync(`${path}.new`, path)
}
