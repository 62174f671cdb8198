import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import russian from '../../../rules/languages/ru.json' with { type: 'json' }
import { flowsOf } from '../../../src/model/flow.ts'
import { type LineEndHyphen, type Marking, Markings } from '../../../src/model/marking.ts'
import type { View } from '../../../src/model/view.ts'
import { lineEndHyphen } from '../../../src/passes/line/line-end-hyphen.ts'
import { note } from '../../../src/passes/note/note.ts'
import { page } from '../../../src/passes/page/page.ts'
import { parseLanguageData } from '../../../src/store/language-data.ts'
import { lexiconPath, loadLexicon } from '../../../src/store/lexicon.ts'
import { markingsIn, viewOf } from '../../support/view-of.ts'

const SHARED =
  process.env.EMEND_SHARED ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared')
const BOOK = join(SHARED, 'raw', '000_7f3fb5cfc14f1a27.txt')
const GOLD = join(SHARED, 'gold', 'hyphens.jsonl')
const THERE = [BOOK, GOLD, lexiconPath('ru')].every((path) => existsSync(path))
if (!THERE) console.log('Skipped: the book, its gold annotation or the Russian lexicon is absent')

/** What the gold annotation says of the hyphens, by line; those that are arguable are left out. */
function goldByLine(): ReadonlyMap<number, string> {
  const records = readFileSync(GOLD, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
  const gold = new Map<number, string>()
  for (const record of records) {
    if (typeof record !== 'object' || record === null) continue
    if (!('line' in record) || !('hyphen' in record) || 'cert' in record) continue
    if (typeof record.line === 'number') gold.set(record.line, String(record.hyphen))
  }
  return gold
}

/** The hyphens of the book, with the pages and the notes found before. */
function hyphens(): { readonly view: View; readonly found: readonly LineEndHyphen[] } {
  const lexicon = loadLexicon(lexiconPath('ru'))
  const language = { ...parseLanguageData(russian, 'ru.json'), lexicon }
  let view = viewOf(readFileSync(BOOK, 'utf8'), [], language)
  let settled: readonly Marking[] = []
  for (const pass of [page, note]) {
    settled = [...settled, ...markingsIn(pass(view))]
    const markings = new Markings(settled)
    view = { ...view, markings, flows: flowsOf(view.witness, markings) }
  }
  return { view, found: new Markings(markingsIn(lineEndHyphen(view))).of('hyphen') }
}

describe.runIf(THERE)('the hyphens of the sample book', () => {
  it('are told apart as an editor tells them', { timeout: 120_000 }, () => {
    const { view, found } = hyphens()
    const gold = goldByLine()
    const { lines } = view.witness
    const verdicts = new Map(found.map(({ from, value }) => [lines.at(from), value]))
    const wrong = { soft: 0, hard: 0 }
    const total = { soft: 0, hard: 0 }
    for (const [line, kind] of gold) {
      if (kind !== 'soft' && kind !== 'hard') continue
      total[kind]++
      if (verdicts.get(line) !== kind) wrong[kind]++
    }
    const asked = found.filter(({ value }) => value === 'ask').length
    console.log(
      `${JSON.stringify({ total, wrong })}, of ${found.length} hyphens ${asked} are asked`,
    )
    expect(total.soft).toBeGreaterThan(2600)
    expect(total.hard).toBeGreaterThan(40)
    expect(wrong.soft).toBeLessThanOrEqual(2)
    expect(wrong.hard).toBeLessThanOrEqual(1)
    expect(asked).toBeLessThanOrEqual(5)
  })

  it('are all found, each once', { timeout: 120_000 }, () => {
    const { view, found } = hyphens()
    const { text } = view.witness
    const glyphs = view.flows
      .flatMap((flow) => flow.lines)
      .filter(({ to }) => /[\p{L}\p{N}.»]-$/u.test(text.slice(to - 2, to)))
      .map(({ to }) => to - 1)
      .sort((a, b) => a - b)
    expect(glyphs.length).toBeGreaterThan(4900)
    expect(found.map(({ from }) => from)).toEqual(glyphs)
  })
})
