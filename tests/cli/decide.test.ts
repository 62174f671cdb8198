import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workshop } from '../../src/cli/our-workshop.ts'
import { ROOT, SAMPLES, sampleFiles } from '../support/samples.ts'
import { type Bench, benchWith } from './bench.ts'

const SAMPLE = SAMPLES.find(({ slug }) => slug === 'pechatnoe-delo')

/** A bench with the Russian sample as `book`. */
async function bookBench(): Promise<Bench> {
  if (!SAMPLE) throw new Error('Expected the sample')
  const raw = readFileSync(ROOT + sampleFiles(SAMPLE).raw)
  const bench = benchWith(
    { 'raw/book/book.txt': raw, 'raw/book/book.yaml': 'title: Book\nlanguage: ru\n' },
    { workshop },
  )
  await bench.emend('build', 'book')
  return bench
}

interface Line {
  readonly id: string
  readonly sic: string
  readonly corr: string
  readonly state: string
  readonly cert: string
  readonly rule: readonly string[]
  readonly notes?: readonly unknown[]
}

function apparatus(bench: Bench): readonly Line[] {
  return bench
    .read('edition/book/apparatus.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function inState(bench: Bench, state: string): readonly Line[] {
  return apparatus(bench).filter((line) => line.state === state)
}

const ANNA = ['--by', 'Anna']

describe('emend decide', () => {
  it('accepts all that is meant in one act, rebuilds the edition, and takes it back', async () => {
    const bench = await bookBench()
    const before = bench.files()
    const meant = inState(bench, 'proposed').filter(({ cert }) => cert === 'medium')
    expect(meant.length).toBeGreaterThan(5)
    const choice = ['--cert', 'medium', '--state', 'proposed']
    const { code, out } = await bench.emend('decide', 'book', 'accept', ...choice, ...ANNA)
    expect(code).toBe(0)
    expect(out).toContain(`accept: ${meant.length} decisions written`)
    const ids = inState(bench, 'accepted').map(({ id }) => id)
    expect([...ids].sort()).toEqual(meant.map(({ id }) => id).sort())
    expect(bench.read('edition/book/book.md')).not.toBe(before['edition/book/book.md'])
    const log = bench.read('edition/book/decisions/Anna.jsonl').trimEnd().split('\n')
    expect(new Set(log.map((line) => JSON.parse(line).batch)).size).toBe(1)
    expect((await bench.emend('decide', 'book', 'undo', ...ANNA)).code).toBe(0)
    const after = { ...bench.files() }
    delete after['edition/book/decisions/Anna.jsonl']
    expect(after).toEqual(before)
  })

  it('writes nothing for a dry run, and ends with 1 where nothing is meant', async () => {
    const bench = await bookBench()
    const before = bench.files()
    const dry = await bench.emend('decide', 'book', 'reject', '--cert', 'low', '--dry-run', ...ANNA)
    expect(dry.code).toBe(0)
    expect(dry.out).toContain('would be written')
    const none = await bench.emend('decide', 'book', 'accept', '--line', '99999', ...ANNA)
    expect([none.code, none.err]).toEqual([1, ''])
    expect((await bench.emend('decide', 'book', 'undo', ...ANNA)).code).toBe(1)
    expect(bench.files()).toEqual(before)
  })

  it('amends, notes, emends what nothing was proposed for, and rejects for good', async () => {
    const bench = await bookBench()
    const [first, second] = inState(bench, 'proposed')
    if (!first || !second) throw new Error('Expected proposals')
    await bench.emend('decide', 'book', 'amend', 'Ы', '--id', first.id, ...ANNA)
    await bench.emend('decide', 'book', 'note', 'see the index', '--id', second.id, ...ANNA)
    await bench.emend('decide', 'book', 'reject', '--id', second.id, ...ANNA)
    const printed = bench.read('raw/book/book.txt').split('\n')
    const line = printed.findIndex((text) => text.includes(' не ')) + 1
    const word = printed[line - 1]?.split(' ').find((each) => each.length > 6) ?? ''
    const made = ['emend', 'ЭХО', '--line', String(line), '--text', word]
    expect((await bench.emend('decide', 'book', ...made, ...ANNA)).code).toBe(0)
    await bench.emend('build', 'book')
    const all = apparatus(bench)
    expect(all.filter(({ state }) => state === 'amended').map(({ corr }) => corr)).toEqual(
      expect.arrayContaining(['Ы', 'ЭХО']),
    )
    expect(all.find(({ id }) => id === second.id)).toMatchObject({
      state: 'rejected',
      notes: [{ by: 'Anna', text: 'see the index' }],
    })
    expect(bench.read('edition/book/book.md')).toContain('ЭХО')
  })

  it('sets and takes away roles', async () => {
    const bench = await bookBench()
    const printed = bench.read('raw/book/book.txt').split('\n')
    const line = printed.findIndex((text) => /\bвы-$|пe-$/u.test(text.trimEnd())) + 1
    const set = ['set', 'hard', '--role', 'hyphen', '--line', String(line)]
    expect((await bench.emend('decide', 'book', ...set, ...ANNA)).code).toBe(0)
    expect(bench.read('edition/book/markings.jsonl')).toContain(`"line":${line},`)
    const broken = `${printed[line - 1]?.split(' ').at(-1)}${printed[line]?.trim().split(' ')[0]}`
    expect(bench.read('edition/book/book.md')).toMatch(new RegExp(`-${broken.split('-')[1]}`, 'u'))
    const heads = bench.read('edition/book/book.xml').split('<head').length
    const at = printed.findIndex((text) => text.trim() === 'Введение') + 1
    expect(at).toBeGreaterThan(0)
    const unset = ['unset', '--role', 'heading', '--line', String(at)]
    expect((await bench.emend('decide', 'book', ...unset, ...ANNA)).code).toBe(0)
    expect(bench.read('edition/book/book.xml').split('<head').length).toBe(heads - 1)
  })

  it('switches a rule off, and calls a word right', async () => {
    const bench = await bookBench()
    const by = (rule: string) => apparatus(bench).filter((line) => line.rule.includes(rule)).length
    expect(by('word/misspelling')).toBeGreaterThan(3)
    await bench.emend('decide', 'book', 'rule-off', 'word/misspelling', ...ANNA)
    expect(by('word/misspelling')).toBe(0)
    await bench.emend('decide', 'book', 'rule-on', 'word/misspelling', ...ANNA)
    expect(by('word/misspelling')).toBeGreaterThan(3)
  })

  it('prints its events for programs', async () => {
    const bench = await bookBench()
    const words = ['decide', 'book', 'accept', '--cert', 'high', '--state', 'proposed']
    const { out } = await bench.emend(...words, '--dry-run', '--json', ...ANNA)
    const told = JSON.parse(out)
    expect(told).toMatchObject({ book: 'book', dryRun: true, by: 'Anna' })
    expect(told.events).toHaveLength(told.decided)
  })

  it('takes the events of a program, all or none of them', async () => {
    const bench = await bookBench()
    const words = ['decide', 'book', 'accept', '--cert', 'medium', '--state', 'proposed']
    const { out } = await bench.emend(...words, '--dry-run', '--json', ...ANNA)
    const { events } = JSON.parse(out)
    expect(events.length).toBeGreaterThan(3)
    const lines = events.map((event: object) => `${JSON.stringify(event)}\n`)
    bench.write('good.jsonl', lines.join(''))
    bench.write('bad.jsonl', `${lines[0]}{"act":"burn"}\n`)
    const bad = await bench.emend('decide', 'book', 'events', `${bench.root}/bad.jsonl`, ...ANNA)
    expect(bad.code).toBe(3)
    expect(bad.err).toContain('bad.jsonl:2')
    expect(bench.files()['edition/book/decisions/Anna.jsonl']).toBeUndefined()
    const ben = ['--by', 'Ben']
    const good = await bench.emend('decide', 'book', 'events', `${bench.root}/good.jsonl`, ...ben)
    expect([good.code, good.err]).toEqual([0, ''])
    expect(inState(bench, 'accepted')).toHaveLength(events.length)
    expect(bench.read('edition/book/decisions/Ben.jsonl')).not.toContain('Anna')
    await bench.emend('decide', 'book', 'undo', ...ben)
    expect(inState(bench, 'accepted')).toHaveLength(0)
  })

  it.each([
    [['accept'], 3, 'Unexpected accept of everything'],
    [['amend', '--cert', 'medium'], 3, 'Unexpected amend without a value'],
    [['emend', 'x', '--line', '1', '--text', 'Q@@Q'], 3, 'it is not there'],
    [['set', '2', '--line', '1'], 3, 'without a role'],
    [['rule-off', 'word/none'], 3, 'expected the id of one'],
    [['page', 'done', '--page', '1'], 3, 'expected one of in-review'],
    [['undo', 'never'], 3, 'expected one of Anna'],
    [['burn'], 2, 'Expected one of accept'],
  ] as const)('says what is wrong with %s', async (words, code, message) => {
    const bench = await bookBench()
    const outcome = await bench.emend('decide', 'book', ...words, ...ANNA)
    expect(outcome.code).toBe(code)
    expect(outcome.err).toContain(message)
    expect(bench.files()['edition/book/decisions/Anna.jsonl']).toBeUndefined()
  })

  it('wants to know who decides', async () => {
    const bench = await bookBench()
    const { code, err } = await bench.emend('decide', 'book', 'undo', '--by', ' ')
    expect(code).toBe(3)
    expect(err).toContain('expected the name of an editor')
  })
})
