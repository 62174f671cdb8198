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
