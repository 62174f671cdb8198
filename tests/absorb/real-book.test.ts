import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/samples.ts'
import { absorberOf } from './absorbed.ts'
import { ComingBack, editsOf } from './coming-back.ts'

const SLUG = 'rossiiskie-levye-kommunisty'
const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const text = join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt')
if (!existsSync(text)) console.log(`skipped: ${text} is not there; EMEND_SHARED says where it is`)

const SEED = Number(process.env.EMEND_SEED ?? 20261123)

/** How often the book is edited; `EMEND_RUNS` asks for more. */
const RUNS = Number(process.env.EMEND_RUNS ?? 3)

/** How many edits an edited book has. */
const EDITS = 12

describe.skipIf(!existsSync(text))('random edits of the BOOK.md of a real book', () => {
  it(
    'come back as decisions that make the edition read so',
    async () => {
      const book = await absorberOf(SLUG)
      if (!book) throw new Error(`Expected a text of ${SLUG}`)
      const raw = new Uint8Array(readFileSync(text))
      const proof = new ComingBack()
      await fc.assert(
        fc.asyncProperty(editsOf(EDITS), (wanted) => proof.prove(book, raw, wanted)),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      )
      const { counts } = proof
      const sum = [...counts.values()].reduce((a, b) => a + b)
      console.log(`seed ${SEED}: ${sum} edits in ${RUNS} runs`, Object.fromEntries(counts))
      expect(sum).toBeGreaterThan(RUNS * EDITS * 0.8)
      proof.expectTei()
    },
    120_000 * RUNS,
  )
})
