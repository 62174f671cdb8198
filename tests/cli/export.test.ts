import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/formats/catalogue.ts'
import { benchWith } from './bench.ts'

const BOOK = { 'raw/a/book.yaml': 'title: A\nlanguage: en\n', 'raw/a/a.txt': 'the press\n' }

describe('emend export', () => {
  it('lists every format and flavour on a line of at most 80 columns', async () => {
    const { code, out } = await benchWith({}, { columns: 80 }).emend('export', '--list')
    const names = CATALOGUE.flatMap(({ name, flavours = {} }) => [
      name,
      ...Object.keys(flavours).map((flavour) => `${name}:${flavour}`),
    ])
    const lines = out.trimEnd().split('\n')
    expect(code).toBe(0)
    expect(lines.map((line) => line.split(' ')[0])).toEqual(names)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  it('lists them for programs', async () => {
    const { out } = await benchWith({}).emend('export', '--list', '--json')
    expect(JSON.parse(out).formats[0]).toEqual({ name: 'tei', title: CATALOGUE[0]?.title })
  })

  it('writes several formats at once beside what stands there, and nothing twice', async () => {
    const bench = benchWith({ ...BOOK, 'edition/a/mine.txt': 'mine' })
    const { code, out, err } = await bench.emend('export', 'a', '--to', 'apparatus, markdown')
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      `a exported to ${bench.root}/edition/a/\n  apparatus.jsonl\n  markings.jsonl\n  a.md\n`,
    )
    const before = bench.files()
    expect(Object.keys(before).filter((path) => path.startsWith('edition'))).toEqual([
      'edition/a/a.md',
      'edition/a/apparatus.jsonl',
      'edition/a/markings.jsonl',
      'edition/a/mine.txt',
    ])
    const again = await bench.emend('export', 'a', '--to', 'markdown', '--json')
    expect(JSON.parse(again.out).books).toEqual([
      {
        book: 'a',
        state: 'exported',
        edition: `${bench.root}/edition/a`,
        files: ['a.md'],
        changed: [],
      },
    ])
    expect(bench.files()).toEqual(before)
  })

  it.each([
    [['export', 'a'], 'expected --to FORMAT, or --list'],
    [['export', 'a', '--to', ','], 'expected the name of a format'],
    [['export', 'a', '--to', 'papyrus'], 'Unexpected format `papyrus`, expected one of: tei, '],
    [['export', 'a', '--to', 'apparatus:rhymed'], 'Unexpected flavour `rhymed` of apparatus'],
    [['export', 'a', '--to', 'markdown', '--flavour', 'rhymed'], 'no format of `--to markdown`'],
  ])('says what it cannot make of %j', async (words, message) => {
    const bench = benchWith(BOOK)
    const { code, out, err } = await bench.emend(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(Object.keys(bench.files())).toEqual(['raw/a/a.txt', 'raw/a/book.yaml'])
  })
})
