import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ratio } from '../../src/evaluate/share.ts'
import { ROOT, SAMPLES, sampleFiles } from '../support/samples.ts'
import { LAYOUT_TEXT } from '../support/typesetter/layouts.ts'
import { readTruth } from '../support/typesetter/read-truth.ts'
import { BARS, isPassed } from './bars.ts'
import { caseTable } from './case-table.ts'
import { sumFigures } from './figures.ts'
import { measureCase } from './measure-case.ts'

const [, craft] = SAMPLES
if (!craft) throw new Error('Expected a sample in English')
const truth = readTruth(craft.language, readFileSync(ROOT + sampleFiles(craft).truth, 'utf8'))
const measured = await measureCase(craft.slug, truth, LAYOUT_TEXT, 'text')

test('a text is set, edited and scored, and what was made on the way is kept', () => {
  const { figures, pages, files } = measured
  expect(pages).toBeGreaterThan(10)
  expect(figures.pageNumbers).toEqual({ hits: pages, of: pages })
  expect(figures.textLost.hits).toBe(0)
  expect(ratio(figures.soft)).toBe(1)
  expect(figures.notesLinked.of).toBeGreaterThan(10)
  expect(figures.wordsSame.of).toBeGreaterThan(3000)
  expect([...files.keys()].sort()).toEqual(
    expect.arrayContaining(['gold.jsonl', 'raw.txt', 'reading.txt', `${craft.slug}.xml`]),
  )
  expect(files.get('raw.txt')).toBe(readFileSync(ROOT + sampleFiles(craft).raw, 'utf8'))
})

test('every miss stands under its kind, and is counted by what was taken for what', () => {
  const { figures, misses, causes } = measured
  const gone = figures.hard.of - figures.hard.hits + figures.soft.of - figures.soft.hits
  expect(misses.get('hyphens')).toHaveLength(gone + figures.asked.hits)
  expect(Object.values(causes).reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(
    gone,
  )
})

test('figures add up, and are held against their bars', () => {
  const { figures } = measured
  const twice = sumFigures([figures, figures])
  expect(twice.soft).toEqual({ hits: 2 * figures.soft.hits, of: 2 * figures.soft.of })
  for (const bar of BARS) expect(ratio(bar.share(twice))).toBe(ratio(bar.share(figures)))
  const soft = BARS.find(({ short }) => short === 'soft')
  if (!soft) throw new Error('Expected a bar for soft hyphens')
  expect(isPassed(soft, figures)).toBe(true)
  expect(isPassed(soft, { ...figures, soft: { hits: 99, of: 100 } })).toBe(false)
})

test('a crash is a row of the table', () => {
  const table = caseTable([
    { name: 'one', figures: measured.figures, seconds: 0.5 },
    { name: 'two', figures: undefined, seconds: 0, crash: 'Unexpected type' },
  ])
  expect(table).toMatch(/^one .* 0\.5$/mu)
  expect(table).toMatch(/^two {2}CRASH Unexpected type$/mu)
})
