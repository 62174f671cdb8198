import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPLETE_SAMPLES, ROOT, sampleFiles } from '../support/samples.ts'
import { absorberOf } from './absorbed.ts'
import { ComingBack, editsOf, KINDS } from './coming-back.ts'

/** Others with `EMEND_SEED` and `EMEND_RUNS`. */
const SEED = Number(process.env.EMEND_SEED ?? 20261123)
const RUNS = Number(process.env.EMEND_RUNS ?? 30)

describe('random edits of BOOK.md', async () => {
  const books = await Promise.all(
    COMPLETE_SAMPLES.map(async (sample) => {
      const book = await absorberOf(sample.slug)
      if (!book) throw new Error(`Expected a text of ${sample.slug}`)
      const raw = new Uint8Array(readFileSync(ROOT + sampleFiles(sample).raw))
      return [sample.slug, { book, raw }] as const
    }),
  )
  const bySlug = new Map(books)

  it('come back as decisions that make the edition read so', async () => {
    const proof = new ComingBack()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bySlug.keys()), editsOf(12), async (slug, wanted) => {
        const own = bySlug.get(slug)
        if (own) await proof.prove(own.book, own.raw, wanted)
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: process.env.EMEND_SEED === undefined },
    )
    const { counts } = proof
    console.log(`seed ${SEED}:`, Object.fromEntries(counts))
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(
      10 * RUNS,
    )
    for (const kind of KINDS) expect(counts.get(kind), kind).toBeGreaterThan(RUNS / 6)
    proof.expectTei()
  }, 600_000)
})
