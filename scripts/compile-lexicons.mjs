// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Compiles Hunspell dictionaries to lexicons that load in milliseconds: `LANGUAGE.btrie`, with
 * `LANGUAGE.json` that says what it was made of, and the licence of the dictionary. A lexicon that is
 * up to date is left alone.
 *
 *     node scripts/compile-lexicons.mjs [TO [LANGUAGE=FOLDER…]]
 *
 * A folder is that of an npm package `dictionary-*`: `package.json`, `index.aff` and `index.dic`.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

/** The layout that `src/store/btrie.ts` reads. */
const LAYOUT = 'TrieBlob 00.01.00'

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
for (const [language, folder] of sources.length > 0 ? given(sources) : bundled()) {
  await compileInto(to, language, folder)
}

/** @returns {[string, string][]} language and folder */
function bundled() {
  return ['ru', 'en'].map((language) => [language, folderOf(`dictionary-${language}`)])
}

/**
 * @param {string[]} args
 * @returns {[string, string][]}
 */
function given(args) {
  return args.map((arg) => {
    const [language = '', folder = ''] = arg.split('=')
    return [language, folder]
  })
}

/**
 * @param {string} to
 * @param {string} language
 * @param {string} folder
 */
async function compileInto(to, language, folder) {
  const path = join(to, `${language}.btrie`)
  const stampPath = join(to, `${language}.json`)
  const source = sourceOf(language, folder)
  const licence = join(folder, 'license')
  if (existsSync(licence)) replace(join(to, `${language}.license`), readFileSync(licence))
  if (isUpToDate(path, stampPath, source)) return
  const started = performance.now()
  const words = await expand(folder)
  const bytes = await compile(words)
  /** @type {Stamp} */
  const stamp = { ...source, words: words.length, sha256: sha256(bytes) }
  replace(path, bytes)
  replace(stampPath, `${JSON.stringify(stamp, undefined, 2)}\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${language}: ${words.length} words, ${bytes.length} bytes, ${seconds} s`)
}

/**
 * @param {string} language
 * @param {string} folder
 */
function sourceOf(language, folder) {
  const tools = Object.fromEntries(
    ['hunspell-reader', 'cspell-trie-lib'].map((name) => [name, packageOf(folderOf(name)).version]),
  )
  return { language, dictionary: packageOf(folder), tools, layout: LAYOUT }
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
 * All forms of a dictionary, sorted by code unit, those left out that are forbidden or stand in
 * compounds only.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function expand(folder) {
  const { HunspellReader } = await import('hunspell-reader')
  const reader = await HunspellReader.createFromFiles(
    join(folder, 'index.aff'),
    join(folder, 'index.dic'),
  )
  const words = new Set()
  for (const word of reader) words.add(word.normalize('NFC'))
  return [...words].sort()
}

/**
 * The words as a binary trie whose equal endings are shared. The way over the text form is the one
 * that shares them; a trie encoded at once takes fourteen times the room.
 *
 * @param {string[]} words
 * @returns {Promise<Uint8Array>}
 */
async function compile(words) {
  const trie = await import('cspell-trie-lib')
  const shared = trie.consolidate(trie.buildTrieFast(words).root)
  const text = [...trie.serializeTrie(shared, { base: 32, version: 3 })].join('')
  const bytes = trie.encodeITrieToBTrie(trie.decodeTrie(text))
  const layout = Buffer.from(bytes.buffer, bytes.byteOffset, 20).toString('latin1')
  if (`${layout.slice(0, 8)} ${layout.slice(12, 20)}` !== LAYOUT) {
    throw new Error(
      `Unexpected layout of cspell-trie-lib, expected ${LAYOUT}: see src/store/btrie.ts`,
    )
  }
  return bytes
}

/** @param {string} name */
function folderOf(name) {
  let folder = dirname(fileURLToPath(import.meta.resolve(name)))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** @param {string} folder */
function packageOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { name: String(name), version: String(version) }
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
