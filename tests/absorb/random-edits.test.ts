import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPLETE_SAMPLES, ROOT, sampleFiles } from '../support/samples.ts'
import { absorberOf } from './absorbed.ts'
import { ComingBack, editsOf, KINDS } from './coming-back.ts'

const SEED = 20261123

describe('random edits of BOOK.md', async () => {
  const books = await Promise.all(
    COMPLETE_SAMPLES.map(async (sample) => {
      const book = await absorberOf(sample.slug)
      if (!book) throw new Error(`Expected a text of ${sample.slug}`)
      return { book, raw: new Uint8Array(readFileSync(ROOT + sampleFiles(sample).raw)) }
    }),
  )

  it('come back as decisions that make the edition read so', async () => {
    const proof = new ComingBack()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...books), editsOf(12), ({ book, raw }, wanted) =>
        proof.prove(book, raw, wanted),
      ),
      { seed: SEED, numRuns: 30, endOnFailure: true },
    )
    const { counts } = proof
    console.log(`seed ${SEED}:`, Object.fromEntries(counts))
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(300)
    for (const kind of KINDS) expect(counts.get(kind), kind).toBeGreaterThan(5)
    proof.expectTei()
  }, 600_000)
})
