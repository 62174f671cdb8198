import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROOT, SAMPLES, sampleFiles, setSample } from './support/samples.ts'
import { writeGold } from './support/typesetter/gold.ts'

/** `EMEND_UPDATE=1 npx vitest run tests/samples.test.ts` writes the samples anew. */
const update = process.env.EMEND_UPDATE === '1'

describe.each(SAMPLES)('the sample $slug', (sample) => {
  const files = sampleFiles(sample)
  const fresh = setSample(sample)

  test('has a raw text that equals a fresh typesetting byte for byte', () => {
    if (update) writeFileSync(ROOT + files.raw, fresh.raw)
    expect(readFileSync(ROOT + files.raw, 'utf8')).toBe(fresh.raw)
  })

  test('has a gold annotation that equals that of a fresh typesetting byte for byte', () => {
    const gold = writeGold(fresh.gold)
    if (update) writeFileSync(ROOT + files.gold, gold)
    expect(readFileSync(ROOT + files.gold, 'utf8')).toBe(gold)
  })
})
