import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildTrieFast,
  consolidate,
  decodeTrie,
  encodeITrieToBTrie,
  serializeTrie,
} from 'cspell-trie-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBTrie } from '../../src/store/btrie.ts'
import { lexiconPath, loadLexicon } from '../../src/store/lexicon.ts'
import { inputErrorOf } from '../support/failing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'compile-lexicons.mjs')

const AFFIXES = `SET UTF-8
FORBIDDENWORD F
ONLYINCOMPOUND C

SFX A Y 2
SFX A 0 а [^а]
SFX A 0 ом [^а]
`

const WORDS = ['7', 'набор/A', 'Гутенберг/A', 'мой', 'ёлка', 'елка', 'плохо/F', 'кусок/C', '']

/** A folder with a dictionary as npm has them, and one for its lexicon. */
function dictionary(version = '1.0.0'): { readonly folder: string; readonly to: string } {
  const root = temporaryFolder()
  const folder = join(root, 'dictionary')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'dictionary-xx', version }))
  writeFileSync(join(folder, 'index.aff'), AFFIXES)
  writeFileSync(join(folder, 'index.dic'), WORDS.join('\n'))
  return { folder, to: join(root, 'lexicons') }
}

function compile({ folder, to }: { readonly folder: string; readonly to: string }): string {
  const run = spawnSync(process.execPath, [SCRIPT, to, `xx=${folder}`], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  return run.stdout
}

/** The compiled form of some words. */
function compiled(words: readonly string[]): Uint8Array<ArrayBuffer> {
  const shared = consolidate(buildTrieFast(words).root)
  const text = [...serializeTrie(shared, { base: 32, version: 3 })].join('')
  return new Uint8Array(encodeITrieToBTrie(decodeTrie(text)))
}

describe('a compiled lexicon', () => {
  it('has the forms that the affixes make, and none that are forbidden or for compounds only', () => {
    const made = dictionary()
    compile(made)
    const lexicon = loadLexicon(join(made.to, 'xx.btrie'))
    const known = ['набор', 'набора', 'набором', 'Гутенберга', 'мой']
    expect(known.filter((word) => lexicon.has(word))).toEqual(known)
    expect(['плохо', 'кусок', 'наб', 'наборы', ''].filter((word) => lexicon.has(word))).toEqual([])
  })

  it('is exact about capitals, й and и, ё and е, and composed letters', () => {
    const made = dictionary()
    compile(made)
    const lexicon = loadLexicon(join(made.to, 'xx.btrie'))
    expect(['гутенберг', 'Набор', 'мои', 'мой'.normalize('NFD')].map(lexicon.has)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(['ёлка', 'елка', 'Ёлка'].map(lexicon.has)).toEqual([true, true, false])
  })

  it('says what it was made of', () => {
    const made = dictionary('2.3.4')
    compile(made)
    const { stamp } = loadLexicon(join(made.to, 'xx.btrie'))
    expect(stamp.dictionary).toEqual({ name: 'dictionary-xx', version: '2.3.4' })
    expect(stamp.language).toBe('xx')
    expect(stamp.words).toBe(9)
  })

  it('is compiled anew only when the dictionary has another version, or the file is damaged', () => {
    const made = dictionary()
    const path = join(made.to, 'xx.btrie')
    expect(compile(made)).toContain('xx: 9 words')
    const first = statSync(path).mtimeMs
    expect(compile(made)).toBe('')
    expect(statSync(path).mtimeMs).toBe(first)
    writeFileSync(path, 'gone')
    expect(compile(made)).toContain('xx: 9 words')
    const manifest = JSON.stringify({ name: 'dictionary-xx', version: '1.0.1' })
    writeFileSync(join(made.folder, 'package.json'), manifest)
    expect(compile(made)).toContain('xx: 9 words')
  })

  it('says to build when it is missing', async () => {
    const error = await inputErrorOf(() => loadLexicon('/nowhere/xx.btrie'))
    expect(error.message).toContain('/nowhere/xx.json')
    expect(error.advice).toContain('npm run build')
  })

  it('says to build anew when it or its stamp is damaged', async () => {
    const made = dictionary()
    compile(made)
    const path = join(made.to, 'xx.btrie')
    const whole = readFileSync(path)
    writeFileSync(path, whole.subarray(0, whole.length - 4))
    expect((await inputErrorOf(() => loadLexicon(path))).message).toContain('sha256')
    writeFileSync(path, whole)
    writeFileSync(join(made.to, 'xx.json'), '{"language": "xx"}')
    expect((await inputErrorOf(() => loadLexicon(path))).advice).toContain('npm run build')
    rmSync(path)
    expect((await inputErrorOf(() => loadLexicon(path))).message).toContain('xx')
  })
})

describe('the reader of compiled lexicons', () => {
  it('knows the words that the library knows, and no others', () => {
    const seed = 20_260_101
    let known = 0
    let unknown = 0
    const letter = fc.constantFrom(...'abйиёе’-ж日')
    const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (words, others) => {
        const bytes = compiled([...new Set(words)].sort())
        const lexicon = readBTrie(bytes)
        const library = decodeTrie(bytes)
        for (const each of [...words, ...others]) {
          expect(lexicon.has(each)).toBe(library.has(each))
          if (lexicon.has(each)) known++
          else unknown++
        }
      }),
      { seed, numRuns: 200 },
    )
    console.log(`seed ${seed}: ${known} known words, ${unknown} unknown ones`)
    expect(known).toBeGreaterThan(500)
    expect(unknown).toBeGreaterThan(500)
  })

  it('refuses bytes that are no lexicon, of another layout, or cut short', () => {
    const bytes = compiled(['a', 'b'])
    expect(() => readBTrie(new Uint8Array(10))).toThrow('compiled lexicon')
    expect(() => readBTrie(bytes.slice(0, -8))).toThrow('length')
    const other = bytes.slice()
    other[13] = 0x39
    expect(() => readBTrie(other)).toThrow('layout')
  })

  it('reads bytes that do not begin at a multiple of four', () => {
    const bytes = compiled(['verso', 'recto'])
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(readBTrie(shifted.subarray(1)).has('recto')).toBe(true)
  })
})

describe.runIf(existsSync(lexiconPath('ru')) && existsSync(lexiconPath('en')))(
  'the lexicons of the package',
  () => {
    it('know Russian', () => {
      const { has, stamp } = loadLexicon(lexiconPath('ru'))
      const known = ['набором', 'наборщиками', 'тёмный', 'темный', 'Москвы', 'печатающийся']
      expect(known.filter((word) => !has(word))).toEqual([])
      expect(['собои', 'боицов', 'москвы', 'наборр'].filter((word) => has(word))).toEqual([])
      expect(stamp.words).toBeGreaterThan(1_400_000)
    })

    it('know English', () => {
      const { has } = loadLexicon(lexiconPath('en'))
      expect(['printers', "don't", 'Gutenberg', 'composing'].filter((word) => !has(word))).toEqual(
        [],
      )
      expect(['gutenberg', 'tbe', 'compofing', '3th'].filter((word) => has(word))).toEqual([])
    })
  },
)
