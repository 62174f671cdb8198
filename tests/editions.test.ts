import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emendIn } from './support/child.ts'
import { invalidities, whyNoJing } from './support/jing.ts'
import { ROOT, SAMPLES, sampleFiles } from './support/samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'emend-editions-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Places and clocks that must not show in an edition. */
const SURROUNDINGS: readonly Readonly<Record<string, string>>[] = [
  { LC_ALL: 'C', TZ: 'UTC' },
  { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
  { LC_ALL: 'ru_RU.UTF-8', UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '--max-semi-space-size=1' },
]

/** Builds all books in a fresh folder and gives every file of `edition/`. */
function built(environment: Readonly<Record<string, string>>): ReadonlyMap<string, Buffer> {
  const at = mkdtempSync(join(folder, 'run-'))
  for (const { slug } of SAMPLES) {
    cpSync(join(ROOT, 'raw', slug), join(at, 'raw', slug), { recursive: true })
  }
  expect(emendIn(at, ['build'], environment).status).toBe(0)
  expect(emendIn(at, ['export', '--to', 'html,epub'], environment).status).toBe(0)
  return filesIn(join(at, 'edition'))
}

function filesIn(root: string): ReadonlyMap<string, Buffer> {
  const names = SAMPLES.flatMap(({ slug }) =>
    readdirSync(join(root, slug)).map((name) => `${slug}/${name}`),
  )
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, name))]))
}

describe('the editions of the samples', () => {
  const committed = filesIn(join(ROOT, 'edition'))

  it('are the same bytes as a fresh build, wherever and whenever it is made', () => {
    expect(committed.size).toBe(SAMPLES.length * 8)
    for (const surroundings of SURROUNDINGS) {
      const fresh = built(surroundings)
      expect([...fresh.keys()]).toEqual([...committed.keys()])
      for (const [name, bytes] of fresh) {
        expect(bytes.equals(committed.get(name) ?? Buffer.alloc(0)), name).toBe(true)
      }
    }
  })

  it('give the raw text back byte for byte, with raw/ gone', () => {
    for (const sample of SAMPLES) {
      const at = mkdtempSync(join(folder, 'restore-'))
      cpSync(join(ROOT, 'edition', sample.slug), join(at, 'edition', sample.slug), {
        recursive: true,
      })
      expect(emendIn(at, ['restore', sample.slug, '--output', 'raw.txt']).status).toBe(0)
      const raw = readFileSync(join(ROOT, sampleFiles(sample).raw))
      expect(readFileSync(join(at, 'raw.txt')).equals(raw)).toBe(true)
    }
  })

  it.skipIf(whyNoJing() !== undefined)('are valid TEI', () => {
    const texts = [...committed].filter(([name]) => name.endsWith('.xml'))
    expect(texts).toHaveLength(SAMPLES.length * 3)
    const named = texts.map(
      ([name, bytes]) => [name.replace('/', '.'), bytes.toString('utf8')] as const,
    )
    expect(invalidities(new Map(named))).toEqual([])
  })

  it('are well-formed to xmllint, where it is installed', () => {
    if (spawnSync('xmllint', ['--version']).error) {
      console.log('skipped: xmllint is not installed')
      return
    }
    for (const name of committed.keys()) {
      if (!name.endsWith('.xml')) continue
      expect(spawnSync('xmllint', ['--noout', join(ROOT, 'edition', name)]).status, name).toBe(0)
    }
  })
})

describe('the edition of a real book', () => {
  const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
  const text = join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt')

  it('restores, is valid, and is the same bytes twice', () => {
    if (!existsSync(text)) {
      console.log(`skipped: ${text} is not there; EMEND_SHARED says where it is`)
      return
    }
    const slug = 'rossiiskie-levye-kommunisty'
    const builds = SURROUNDINGS.slice(0, 2).map((surroundings) => {
      const at = mkdtempSync(join(folder, 'book-'))
      cpSync(join(ROOT, 'raw', slug), join(at, 'raw', slug), { recursive: true })
      const environment = { ...surroundings, EMEND_SHARED: shared }
      expect(emendIn(at, ['build'], environment).status).toBe(0)
      rmSync(join(at, 'raw'), { recursive: true })
      return at
    })
    const [first = '', second = ''] = builds
    for (const name of readdirSync(join(first, 'edition', slug))) {
      const path = join('edition', slug, name)
      expect(readFileSync(join(first, path)).equals(readFileSync(join(second, path))), name).toBe(
        true,
      )
    }
    expect(emendIn(first, ['restore', slug, '--output', 'raw.txt']).status).toBe(0)
    expect(readFileSync(join(first, 'raw.txt')).equals(readFileSync(text))).toBe(true)
    const reason = whyNoJing()
    if (reason) console.log(`not validated: ${reason}`)
    else {
      const names = ['', '.source', '.apparatus'].map((part) => `${slug}${part}.xml`)
      const texts = names.map(
        (name) => [name, readFileSync(join(first, 'edition', slug, name), 'utf8')] as const,
      )
      expect(invalidities(new Map(texts))).toEqual([])
    }
  })
})
