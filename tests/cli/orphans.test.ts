import { describe, expect, it } from 'vitest'
import { workshop } from '../../src/cli/our-workshop.ts'
import { type Bench, benchWith } from './bench.ts'

const BEFORE = [
  'Once there was a quiet printer in the town by the river.',
  'He had a cot that slept on the warm type case all day.',
  'Nobody knew where the animal had come from, or when.',
]

/** The same place, so much rewritten that nothing of what stood around is left. */
const AFTER = ['', 'Elsewhere, many years on, we hear: a cot dozed there, over letters.', '']

const ANNA = ['--by', 'Anna']
const BEN = ['--by', 'Ben']

interface Told {
  readonly orphans: readonly { readonly target: { readonly id: string }; readonly by: string }[]
}

function text(middle: readonly string[]): string {
  const around = (n: number) => `Line ${n} of a book that says nothing at all about printers.`
  const lines = [...Array(12).keys()].map(around)
  return [...lines.slice(0, 6), ...middle, ...lines.slice(6), ''].join('\n')
}

/** A book about which Anna decided something that has lost its place since. */
async function benchWithOrphan(...decision: readonly string[]): Promise<Bench> {
  const bench = benchWith(
    { 'raw/book/book.txt': text(BEFORE), 'raw/book/book.yaml': 'title: Book\nlanguage: en\n' },
    { workshop },
  )
  expect((await bench.emend('decide', 'book', ...decision, ...ANNA)).code).toBe(0)
  bench.write('raw/book/book.txt', text(AFTER))
  await bench.emend('build', 'book')
  return bench
}

async function orphans(bench: Bench): Promise<Told['orphans']> {
  const { out, code } = await bench.emend('decide', 'book', 'orphans', '--json')
  const told: Told = JSON.parse(out)
  expect(code).toBe(told.orphans.length === 0 ? 0 : 1)
  return told.orphans
}

const EMENDED = ['emend', 'cat', '--line', '8', '--text', 'cot']
const THERE = ['--line', '8', '--text', 'a cot dozed']

describe('a decision whose place is gone', () => {
  it('is listed, and put back by hand', async () => {
    const bench = await benchWithOrphan(...EMENDED, '--note', 'it purrs')
    const [orphan] = await orphans(bench)
    const id = orphan?.target.id ?? ''
    const { out } = await bench.emend('decide', 'book', 'orphans')
    expect(out).toContain(id)
    expect(out).toContain('Anna: amend cot → cat')
    expect(bench.read('edition/book/book.md')).not.toContain('cat')
    const put = await bench.emend('decide', 'book', 'put-back', id, ...THERE, ...ANNA)
    expect([put.code, put.err]).toEqual([0, ''])
    expect(bench.read('edition/book/book.md')).toContain('a cat dozed')
    expect(bench.read('edition/book/apparatus.jsonl')).toContain('it purrs')
    expect(await orphans(bench)).toEqual([])
    await bench.emend('decide', 'book', 'undo', ...ANNA)
    expect(bench.read('edition/book/book.md')).not.toContain('cat')
    expect(await orphans(bench)).toHaveLength(1)
  })

  it('is put back or given up by another editor too, and stays in the log', async () => {
    const bench = await benchWithOrphan(...EMENDED, '--note', 'it purrs')
    const id = (await orphans(bench))[0]?.target.id ?? ''
    const log = bench.read('edition/book/decisions/Anna.jsonl')
    await bench.emend('decide', 'book', 'put-back', id, ...THERE, ...BEN)
    expect(bench.read('edition/book/book.md')).toContain('a cat dozed')
    expect(bench.read('edition/book/apparatus.jsonl')).toContain('it purrs (Anna)')
    expect(await orphans(bench)).toEqual([])
    await bench.emend('decide', 'book', 'undo', ...BEN)
    await bench.emend('decide', 'book', 'give-up', id, ...BEN)
    expect(bench.read('edition/book/book.md')).not.toContain('cat')
    expect(await orphans(bench)).toEqual([])
    expect(bench.read('edition/book/decisions/Anna.jsonl')).toBe(log)
  })

  it('is no orphan where its old place has come back, though it was given up', async () => {
    const bench = await benchWithOrphan(...EMENDED)
    const id = (await orphans(bench))[0]?.target.id ?? ''
    await bench.emend('decide', 'book', 'give-up', id, ...BEN)
    bench.write('raw/book/book.txt', text(BEFORE))
    await bench.emend('build', 'book')
    expect(bench.read('edition/book/book.md')).toContain('a cat that slept')
  })

  it('may be about a marking', async () => {
    const bench = await benchWithOrphan('set', '2', '--role', 'heading', '--line', '8')
    const id = (await orphans(bench))[0]?.target.id ?? ''
    const put = ['put-back', id, '--line', '8', '--text', 'Elsewhere']
    expect((await bench.emend('decide', 'book', ...put, ...ANNA)).code).toBe(0)
    expect(bench.read('edition/book/book.md')).toMatch(/^## Elsewhere/mu)
    expect(await orphans(bench)).toEqual([])
  })

  it('goes nowhere where its words are not', async () => {
    const bench = await benchWithOrphan(...EMENDED)
    const id = (await orphans(bench))[0]?.target.id ?? ''
    const words = ['--line', '8', '--text', 'over letters']
    const put = await bench.emend('decide', 'book', 'put-back', id, ...words, ...ANNA)
    expect(put.code).toBe(3)
    expect(put.err).toContain('expected some in which “cot” stands once')
    const none = await bench.emend('decide', 'book', 'give-up', 'c0', ...ANNA)
    expect(none.code).toBe(3)
    expect(none.err).toContain('expected one of a decision without a place')
    expect(await orphans(bench)).toHaveLength(1)
  })
})
