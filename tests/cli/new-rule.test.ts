import { describe, expect, it } from 'vitest'
import { workshop } from '../../src/cli/our-workshop.ts'
import { benchWith } from './bench.ts'

const BOOK = {
  'raw/a/a.txt': 'He said that the prefs was old, and the press new.\n',
  'raw/a/book.yaml': 'title: A\nlanguage: en\n',
}

describe('emend rules new', () => {
  it('writes a rule that is valid, asks, and is listed', async () => {
    const bench = benchWith(BOOK, { workshop })
    const words = ['rules', 'new', 'word/old-press', '--from', 'prefs', '--to', 'press']
    const { code, out, err } = await bench.emend(...words)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('rules/word/old-press.md')
    const listed = await bench.emend('rules', 'word/old-press', '--json')
    expect(listed.code).toBe(0)
    expect(JSON.parse(listed.out).rules[0]).toMatchObject({ status: 'nursery', unasked: false })
    await bench.emend('build')
    const entries = bench.read('edition/a/apparatus.jsonl').trimEnd().split('\n')
    const own = entries
      .map((line) => JSON.parse(line))
      .filter(({ rule }) => rule.includes('word/old-press'))
    expect(own).toHaveLength(1)
    expect(own[0].state).toBe('proposed')
  })

  it.each([
    ['substitution', 'prefs'],
    ['pattern', 'prefs'],
    ['lexicon', 'prefs'],
    ['confusion', 'comrnon'],
  ])('writes a %s that finds what its example shows', async (kind, from) => {
    const text = `Here ${from} stands once, and the common press was old.\n`
    const bench = benchWith({ ...BOOK, 'raw/a/a.txt': text }, { workshop })
    const { code, err } = await bench.emend('rules', 'new', 'word/own', '--kind', kind)
    expect([code, err]).toEqual([0, ''])
    const tested = await bench.emend('rules', 'test', 'word/own')
    expect([tested.code, tested.out.trim()]).toEqual([0, '2 examples of 1 rule, all as they say'])
    expect((await bench.emend('build')).code).toBe(0)
    const own = bench
      .read('edition/a/apparatus.jsonl')
      .split('\n')
      .filter((line) => line.includes('word/own'))
      .map((line) => JSON.parse(line))
    expect(own).toHaveLength(1)
    expect([own[0].sic, own[0].corr]).toEqual(kind === 'confusion' ? ['rn', 'm'] : ['f', 's'])
  })

  it('tells of an example that does not show what it says', async () => {
    const bench = benchWith(BOOK, { workshop })
    await bench.emend('rules', 'new', 'word/own')
    const path = 'rules/word/own.md'
    const text = bench.read(path)
    bench.write(path, text.replace('here press stands', 'here pears stands'))
    const { code, out } = await bench.emend('rules', 'test', 'own')
    expect(code).toBe(1)
    expect(out).toContain('expected: here pears stands')
    expect(out).toContain('found:    here press stands')
  })

  it('writes nothing for words that do not do for the kind', async () => {
    const bench = benchWith(BOOK, { workshop })
    const words = ['rules', 'new', 'word/own', '--kind', 'lexicon', '--from', 'two words']
    const { code, err } = await bench.emend(...words)
    expect(code).toBe(3)
    expect(err).toContain('`readings.*.two words`')
    expect(Object.keys(bench.files())).not.toContain('rules/word/own.md')
  })

  it('writes over no rule', async () => {
    const bench = benchWith(BOOK, { workshop })
    await bench.emend('rules', 'new', 'mark/own')
    const before = bench.files()
    const { code, err } = await bench.emend('rules', 'new', 'mark/own')
    expect(code).toBe(3)
    expect(err).toContain('expected none of this name')
    expect(bench.files()).toEqual(before)
  })

  it.each(['page/own', 'word/Own', 'own', '../word/own', 'word/'])('refuses %s', async (id) => {
    const bench = benchWith(BOOK, { workshop })
    const { code, err } = await bench.emend('rules', 'new', id)
    expect(code).toBe(3)
    expect(err).toContain('expected word/NAME or mark/NAME')
  })
})
