import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareScores, isWorse } from '../../src/evaluate/compare-scores.ts'
import { showFigure } from '../../src/evaluate/figures.ts'
import { readEntries } from '../../src/evaluate/read-entries.ts'
import { readGold } from '../../src/evaluate/read-gold.ts'
import { readSavedScore, savedScore } from '../../src/evaluate/saved-score.ts'
import { score } from '../../src/evaluate/score.ts'
import { buildBook } from '../support/build-book.ts'
import { ROOT, SAMPLES, sampleFiles } from '../support/samples.ts'

/** A change that makes something worse has to say so: docs/evaluate.md, “Accept other figures”. */
describe.each(SAMPLES)('a fresh edition of $slug', (sample) => {
  test('does no worse than the figures that were accepted', async () => {
    const { slug } = sample
    const { raw, gold } = sampleFiles(sample)
    const files = await buildBook(slug)
    const found = score(files?.get(`${slug}.xml`) ?? '', {
      raw: readFileSync(ROOT + raw, 'utf8'),
      gold: readGold(readFileSync(ROOT + gold, 'utf8'), gold),
      apparatus: readEntries(files?.get('apparatus.jsonl') ?? ''),
    })
    const name = `tests/samples/${slug}.score.json`
    const accepted = readSavedScore(readFileSync(ROOT + name, 'utf8'), name)
    expect(accepted.figures.length).toBeGreaterThan(20)
    const comparison = compareScores(accepted, savedScore(slug, found))
    const fallen = comparison.worse
      .filter(({ matters }) => matters)
      .map(({ name: figure, before, after }) => {
        const was = before ? showFigure(before) : 'not measured'
        return `${figure}: ${was} → ${after ? showFigure(after) : 'not measured'}`
      })
    expect(fallen).toEqual([])
    expect(isWorse(comparison)).toBe(false)
  })
})
