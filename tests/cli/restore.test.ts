import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchWith } from './bench.ts'

const RAW = Buffer.from('the press\r\n\xff\x00and\rink', 'latin1')

async function built(conditions = {}) {
  const bench = benchWith(
    { 'raw/a/a.txt': RAW, 'raw/a/book.yaml': 'title: A\nlanguage: en' },
    conditions,
  )
  await bench.emend('build')
  rmSync(join(bench.root, 'raw'), { recursive: true })
  return bench
}

describe('emend restore', () => {
  it('writes the raw file from the edition alone', async () => {
    const bench = await built()
    const output = join(bench.root, 'again.txt')
    const { code, out } = await bench.emend('restore', 'a', '--output', output)
    expect([code, out]).toEqual([0, `${output}: 20 bytes, the digest is right\n`])
    expect(bench.files()['again.txt']).toBe(RAW.toString('latin1'))
  })

  it('finds the source layer by slug, by folder or by its own path', async () => {
    const bench = await built()
    const path = join(bench.root, 'edition/a/a.source.xml')
    for (const book of ['a', 'edition/a/', 'raw/a', path]) {
      const { code, out } = await bench.emend('restore', book, '-o', '-')
      expect([code, out]).toEqual([0, RAW.toString('latin1')])
    }
  })

  it('writes over a file only when it is told to', async () => {
    const bench = await built()
    bench.write('old.txt', 'old')
    const output = join(bench.root, 'old.txt')
    const refused = await bench.emend('restore', 'a', '--output', output)
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('add --force to write over it')
    expect(bench.read('old.txt')).toBe('old')
    expect((await bench.emend('restore', 'a', '--output', output, '--force')).code).toBe(0)
    expect(bench.files()['old.txt']).toBe(RAW.toString('latin1'))
  })

  it('writes nothing under raw/', async () => {
    const bench = await built()
    const output = join(bench.root, 'raw/a/a.txt')
    const { code, err } = await bench.emend('restore', 'a', '--output', output, '--force')
    expect(code).toBe(3)
    expect(err).toContain('where only `emend init` writes')
    expect(Object.keys(bench.files())).toEqual(['edition/a/a.md', 'edition/a/a.source.xml'])
  })

  it('does not pour a raw text over a terminal', async () => {
    const bench = await built({ isTTY: true, columns: 80 })
    const { code, out } = await bench.emend('restore', 'a', '--output', '-')
    expect(code).toBe(3)
    expect(out).toBe('')
  })

  it.each(['b', '../a', 'nowhere.xml'])('says that there is no edition of %s', async (book) => {
    const bench = await built()
    const { code, err } = await bench.emend('restore', book, '--output', '-')
    expect(code).toBe(3)
    expect(err).toMatch(/emend: (No edition of|Nothing found at)/)
  })
})
