import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workshop } from '../../src/cli/our-workshop.ts'
import { ROOT, SAMPLES, sampleFiles } from '../support/samples.ts'
import { type Bench, benchWith } from './bench.ts'

const SAMPLE = SAMPLES.find(({ slug }) => slug === 'pechatnoe-delo')
const hasGit = spawnSync('git', ['--version']).status === 0
if (!hasGit) console.log('skipped: there is no git to compare states with')

async function bookBench(conditions: Parameters<typeof benchWith>[1] = {}): Promise<Bench> {
  if (!SAMPLE) throw new Error('Expected the sample')
  const raw = readFileSync(ROOT + sampleFiles(SAMPLE).raw)
  const files = { 'raw/book/book.txt': raw, 'raw/book/book.yaml': 'title: Book\nlanguage: ru\n' }
  const bench = benchWith(files, { workshop, ...conditions })
  await bench.emend('build', 'book')
  return bench
}

function inForce(bench: Bench): number {
  const lines = bench.read('edition/book/apparatus.jsonl').trimEnd().split('\n')
  return lines.filter((line) => JSON.parse(line).state === 'applied').length
}

describe('emend diff', () => {
  it('shows every correction with its line, what is around it, and why, in 80 columns', async () => {
    const bench = await bookBench({ columns: 80, environment: { COLUMNS: '80' } })
    const { code, out, err } = await bench.emend('diff', 'book')
    expect([code, err]).toEqual([0, ''])
    expect(out.match(/^page /gmu)?.length).toBeGreaterThan(5)
    const changes = out.match(/\{\+|\[-/gu)?.length ?? 0
    expect(changes).toBeGreaterThanOrEqual(inForce(bench))
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(out).toContain('is of another script')
    expect(out).toContain('(U+0065 → U+0435)')
  })

  it('groups, narrows down and counts', async () => {
    const bench = await bookBench()
    const { out } = await bench.emend('diff', 'book', '--by', 'series', '--all')
    expect(out).toMatch(/^e → е {2}\d+ corrections$/mu)
    const stat = await bench.emend('diff', 'book', '--stat', '--rule', 'word/homoglyph')
    expect(stat.out).toMatch(/^word\/homoglyph +\d+ {2}\d+ applied$/mu)
    const json = await bench.emend('diff', 'book', '--json', '--query', 'рeмесло')
    expect(JSON.parse(json.out).corrections).toHaveLength(1)
    expect((await bench.emend('diff', 'book', '--page', '999')).out).toBe('book: nothing differs\n')
  })

  it.skipIf(!hasGit)('writes a patch of the raw text that git applies', async () => {
    const bench = await bookBench()
    const { out } = await bench.emend('diff', 'book', '--unified')
    writeFileSync(join(bench.root, 'book.patch'), out.replaceAll(`${bench.root}/`, ''))
    const raw = bench.read('raw/book/book.txt')
    const git = (...words: string[]) => execFileSync('git', ['-C', bench.root, ...words])
    git('init', '-q')
    git('apply', 'book.patch')
    const patched = bench.read('raw/book/book.txt')
    expect(patched).not.toBe(raw)
    expect(patched.split('\n')).toHaveLength(raw.split('\n').length)
    expect(patched).toContain('ремесло')
    expect(raw).toContain('рeмесло')
  })

  it.skipIf(!hasGit)('shows what has changed since a revision', async () => {
    const bench = await bookBench()
    const git = (...words: string[]) => execFileSync('git', ['-C', bench.root, ...words])
    git('init', '-q')
    git('add', '-A')
    git('-c', 'user.name=a', '-c', 'user.email=a@a', 'commit', '-qm', 'first')
    expect((await bench.emend('diff', 'book@HEAD')).out).toBe('book: nothing differs\n')
    const before = inForce(bench)
    await bench.emend('decide', 'book', 'reject', '--rule', 'word/homoglyph', '--by', 'Anna')
    const gone = before - inForce(bench)
    const { out } = await bench.emend('diff', 'book@HEAD')
    expect(gone).toBeGreaterThan(10)
    expect(out.match(/\(gone\)/gu)).toHaveLength(gone)
    const { code, err } = await bench.emend('diff', 'book@none')
    expect(code).toBe(3)
    expect(err).toContain('Unexpected revision')
  })

  it('makes a page by itself, and marks the raw text', async () => {
    const bench = await bookBench()
    const html = (await bench.emend('diff', 'book', '--html')).out
    expect(html.match(/<li id="c/gu)).toHaveLength(inForce(bench))
    expect(html).not.toMatch(/<script|https?:/u)
    const critic = (await bench.emend('diff', 'book', '--criticmarkup')).out
    expect(critic).toContain('р{~~e~>е~~}месло')
  })
})
