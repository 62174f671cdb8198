import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EDITION, GOLD, RAW, TRUTH } from '../evaluate/score-fixture.ts'
import { type Bench, benchWith } from './bench.ts'

const gold = GOLD.map((one) => `${JSON.stringify(one)}\n`).join('')
const HARD_LOST = EDITION.replace(
  'ink-<lb n="7" break="no"/>',
  'ink<lb n="7" break="no" rend="-"/>',
)
const FILES = {
  'raw/ink/ink.txt': RAW,
  'edition/ink/ink.xml': EDITION,
  'edition/ink/apparatus.jsonl': '{"line":10}\n{"line":16}\n',
}

function benchWithGold(files: Readonly<Record<string, string>> = {}): Bench {
  return benchWith({ ...FILES, 'raw/ink/ink.gold.jsonl': gold, ...files })
}

describe('emend evaluate', () => {
  it('scores an edition against the gold beside its text', async () => {
    const bench = benchWithGold()
    const { code, out, err } = await bench.emend('evaluate', 'ink')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^ink against .*raw\/ink\n {2}raw lines whole {2,}13\/13 = 100\.00% {2,}77\.19–100\.00%\n/u,
    )
    expect(out).toContain('errors pointed at')
    expect(out).not.toContain('Misses')
    expect(out).not.toContain('words')
  })

  it('tells what was taken for what, and lists the misses of a kind', async () => {
    const bench = benchWithGold({ 'edition/ink/ink.xml': HARD_LOST })
    const { out } = await bench.emend('evaluate', 'ink')
    expect(out).toContain('1 × hyphens: hard hyphen → soft hyphen: ink-|balls,')
    expect(out).toContain('Misses (`--misses KIND` lists them): hyphens 1')
    const place = `${join(bench.root, 'raw/ink/ink.txt')}:6: hyphens: hard hyphen → soft hyphen  ink-|balls,`
    expect(await bench.emend('evaluate', 'ink', '--misses', 'hyphens')).toEqual({
      code: 0,
      out: `${place}\nink: hyphens: 1 miss\n`,
      err: '',
    })
    const all = await bench.emend('evaluate', 'ink', '--misses', 'all')
    expect(all.out).toContain(place)
    const numbers = await bench.emend('evaluate', 'ink', '--misses', 'page-numbers')
    expect(numbers.out).toBe('ink: page numbers: no misses\n')
    const wrong = await bench.emend('evaluate', 'ink', '--misses', 'commas')
    expect(wrong.code).toBe(3)
    expect(wrong.err).toContain('Unexpected kind of misses `commas`, expected all or one of lines')
  })

  it('takes gold from a file, from a folder, or from a folder of several books', async () => {
    const bench = benchWith({
      ...FILES,
      'one.jsonl': gold,
      'parts/a.jsonl': gold.slice(0, gold.indexOf('{"kind":"byline"')),
      'parts/b.jsonl': gold.slice(gold.indexOf('{"kind":"byline"')),
      'many/ink.gold.jsonl': gold,
      'many/other.gold.jsonl': 'nothing of ours',
      'raw/ink/gold/ink.jsonl': gold,
    })
    const outputs = new Set<string>()
    for (const path of ['one.jsonl', 'parts', 'many', undefined]) {
      const truth = path === undefined ? [] : ['--truth', join(bench.root, path)]
      const { code, out } = await bench.emend('evaluate', 'ink', ...truth)
      expect(code).toBe(0)
      outputs.add(out.slice(out.indexOf('\n')))
    }
    expect(outputs.size).toBe(1)
  })

  it('compares the words with a reading text', async () => {
    const bench = benchWithGold({ 'words.txt': TRUTH.right })
    const { out } = await bench.emend('evaluate', 'ink', '--words', join(bench.root, 'words.txt'))
    expect(out).toMatch(/words as read {2,}51\/51 = 100\.00%/u)
  })

  it('prints the same for programs', async () => {
    const bench = benchWithGold({ 'edition/ink/ink.xml': HARD_LOST })
    const { code, out } = await bench.emend('evaluate', 'ink', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      books: [
        {
          book: 'ink',
          state: 'evaluated',
          figures: expect.arrayContaining([
            {
              name: 'hard hyphens kept',
              kind: 'hyphens',
              value: 0,
              share: { hits: 0, of: 1 },
              good: 'great',
              matters: true,
              interval: { from: 0, to: expect.closeTo(0.7935, 4) },
            },
          ]),
          confusions: [{ truth: 'hard hyphen', edition: 'soft hyphen', count: 1 }],
          misses: { hyphens: [{ line: 6 }] },
        },
      ],
    })
  })

  it('compares with an earlier run and ends with 1 when something became worse', async () => {
    const bench = benchWithGold()
    const file = join(bench.root, 'before.json')
    const saved = await bench.emend('evaluate', 'ink', '--save', file)
    expect(saved.out).toContain(`${file} written\n`)
    const same = await bench.emend('evaluate', 'ink', '--compare', file)
    expect(same.code).toBe(0)
    expect(same.out).toContain('nothing is otherwise')

    bench.write('edition/ink/ink.xml', HARD_LOST)
    const worse = await bench.emend('evaluate', 'ink', '--compare', file)
    expect(worse.code).toBe(1)
    expect(worse.out).toContain('worse: hard hyphens kept: 1/1 = 100.00% → 0/1 = 0.00%')
    expect(worse.out).toContain('new miss: hyphens: line 6: hard hyphen → soft hyphen  ink-|balls,')

    await bench.emend('evaluate', 'ink', '--save', file)
    bench.write('edition/ink/ink.xml', EDITION)
    const better = await bench.emend('evaluate', 'ink', '--compare', file)
    expect(better.code).toBe(0)
    expect(better.out).toContain('better: hard hyphens kept: 0/1 = 0.00% → 1/1 = 100.00%')
    expect(better.out).toContain('miss gone: hyphens: line 6')

    const json = await bench.emend('evaluate', 'ink', '--compare', file, '--json')
    expect(JSON.parse(json.out)).toMatchObject({ books: [{ compared: { isWorse: false } }] })
  })

  it('does not compare with what is no run of this book', async () => {
    const bench = benchWithGold({ 'raw/wool/wool.txt': RAW, 'edition/wool/wool.xml': EDITION })
    const file = join(bench.root, 'before.json')
    await bench.emend('evaluate', 'ink', '--save', file)
    const truth = join(bench.root, 'raw/ink/ink.gold.jsonl')
    const other = await bench.emend('evaluate', 'wool', '--truth', truth, '--compare', file)
    expect(other.code).toBe(3)
    expect(other.err).toContain('Unexpected figures of ink')
    bench.write('before.json', '{}')
    expect((await bench.emend('evaluate', 'ink', '--compare', file)).code).toBe(3)
  })

  it('writes a page', async () => {
    const bench = benchWithGold({ 'edition/ink/ink.xml': HARD_LOST })
    const { out } = await bench.emend('evaluate', 'ink', '--html', join(bench.root, 'page.html'))
    expect(out).toContain('page.html written')
    expect(bench.read('page.html')).toContain('<h3>Line 6</h3>')
  })
})

describe('emend evaluate says what is amiss', () => {
  it('when there is no edition yet', async () => {
    const bench = benchWith({ 'raw/ink/ink.txt': RAW, 'raw/ink/ink.gold.jsonl': gold })
    const { code, err } = await bench.emend('evaluate', 'ink')
    expect(code).toBe(3)
    expect(err).toContain('No edition of `ink`: nothing at')
    expect(err).toContain('`emend build ink` makes one.')
  })

  it('when there is no truth: of a book that is named, and not of others', async () => {
    const bench = benchWith(FILES)
    const named = await bench.emend('evaluate', 'ink')
    expect(named.code).toBe(3)
    expect(named.err).toContain('--truth PATH')
    const all = await bench.emend('evaluate')
    expect(all.code).toBe(0)
    expect(all.err).toContain('ink skipped: no truth lies in')
    const absent = await bench.emend('evaluate', 'ink', '--truth', join(bench.root, 'nowhere'))
    expect([absent.code, absent.err]).toEqual([3, expect.stringContaining('No truth at')])
    const empty = await bench.emend('evaluate', 'ink', '--truth', bench.root)
    expect([empty.code, empty.err]).toEqual([3, expect.stringContaining('No gold of ink in')])
  })

  it('when the gold is of another text, or is none', async () => {
    const bench = benchWithGold({ 'raw/ink/ink.gold.jsonl': '{"kind":"join","line":999}' })
    const beyond = await bench.emend('evaluate', 'ink')
    expect(beyond.code).toBe(3)
    expect(beyond.err).toContain('Unexpected line 999 in')
    bench.write(
      'raw/ink/ink.gold.jsonl',
      Array.from({ length: 12 }, (_, i) => `{"line":${i + 1},"hyphen":"soft"}`).join('\n'),
    )
    const other = await bench.emend('evaluate', 'ink')
    expect([other.code, other.err]).toEqual([3, expect.stringContaining('of another text')])
    bench.write('raw/ink/ink.gold.jsonl', '{"kind":"join","line":2}\n{"kind":"jion","line":3}\n')
    const wrong = await bench.emend('evaluate', 'ink')
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('ink.gold.jsonl:2,')])
    bench.write('raw/ink/ink.gold.jsonl', '\n')
    expect((await bench.emend('evaluate', 'ink')).err).toContain('No record in')
  })

  it('when the edition is of another text', async () => {
    const digest = '0'.repeat(64)
    const bench = benchWith({
      ...FILES,
      'raw/ink/ink.gold.jsonl': gold,
      'edition/ink/ink.xml': EDITION.replace(
        '</titleStmt>',
        `</titleStmt><idno type="sha256">${digest}</idno>`,
      ),
    })
    const { code, err } = await bench.emend('evaluate', 'ink')
    expect([code, err]).toEqual([3, expect.stringContaining('it is of another text than')])
    expect(err).toContain('`emend build ink` makes it anew.')
  })

  it('when the edition or its apparatus is damaged', async () => {
    const bench = benchWithGold()
    for (const edition of ['', '<TEI><text>', '<TEI/>', '<a>'.repeat(300), 'no xml']) {
      bench.write('edition/ink/ink.xml', edition)
      const { code, err } = await bench.emend('evaluate', 'ink')
      expect([code, err]).toEqual([3, expect.stringContaining('expected an edition: ')])
    }
    bench.write('edition/ink/ink.xml', EDITION)
    for (const entries of ['{"line":1}\n{"line":', '\n{"line":0}']) {
      bench.write('edition/ink/apparatus.jsonl', entries)
      const { code, err } = await bench.emend('evaluate', 'ink')
      expect([code, err]).toEqual([
        3,
        expect.stringContaining('apparatus.jsonl:2, expected an entry'),
      ])
    }
  })

  it('when a file for one book is asked of several', async () => {
    const bench = benchWithGold()
    for (const option of ['--words', '--save', '--compare', '--html']) {
      const { code, err } = await bench.emend('evaluate', option, 'x')
      expect(code).toBe(2)
      expect(err).toContain('are for one book')
    }
    expect(bench.files()).not.toHaveProperty('x')
  })
})

describe('emend evaluate --rules', () => {
  const entries = [
    { line: 16, from: 28, to: 29, sic: 'b', corr: 'h', rule: ['word/some-rule'], state: 'applied' },
    { line: 17, from: 0, to: 4, sic: 'best', corr: 'beast', rule: ['word/x'], state: 'proposed' },
  ]
  const apparatus = entries.map((one) => `${JSON.stringify(one)}\n`).join('')

  it('tells how well each rule does, and where it finds what is no known error', async () => {
    const bench = benchWithGold({ 'edition/ink/apparatus.jsonl': apparatus })
    const { code, out } = await bench.emend('evaluate', 'ink', '--rules')
    expect(code).toBe(0)
    expect(out).toContain('ink: 2 rules against')
    expect(out).toContain('applied, and an error is known:   1/1 = 100.00%  20.65–100.00%')
    expect(out).toContain('of the errors of a class: ocr 1/1 = 100.00%')
    expect(out).toContain('ink.txt:17: proposed, no error is known: best → beast')
    const json = await bench.emend('evaluate', 'ink', '--rules', '--json')
    expect(JSON.parse(json.out)).toMatchObject({
      books: [{ rules: [{ rule: 'word/some-rule' }, { rule: 'word/x' }] }],
    })
  })

  it('says when there is no apparatus', async () => {
    const { 'edition/ink/apparatus.jsonl': _, ...files } = FILES
    const bench = benchWith({ ...files, 'raw/ink/ink.gold.jsonl': gold })
    const { code, err } = await bench.emend('evaluate', 'ink', '--rules')
    expect([code, err]).toEqual([3, expect.stringContaining('No apparatus.jsonl beside')])
  })
})
