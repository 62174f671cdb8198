import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../src/formats/source/source-file.ts'
import { restoreRaw } from '../../src/witness/restore-witness.ts'
import { parsed } from '../formats/markdown/parsed.ts'
import { COMPLETE_SAMPLES, ROOT, sampleFiles } from '../support/samples.ts'
import { absorberOf } from './absorbed.ts'
import { EDITS, type Edit, written } from './editing.ts'
import { textTree, withoutApparatus } from './same-text.ts'

const SEED = 20261123
const KINDS = Object.keys(EDITS).filter((key): key is Edit => key in EDITS)

describe('random edits of BOOK.md', async () => {
  const books = await Promise.all(
    COMPLETE_SAMPLES.map(async (sample) => {
      const book = await absorberOf(sample.slug)
      if (!book) throw new Error(`Expected a text of ${sample.slug}`)
      return { book, raw: new Uint8Array(readFileSync(ROOT + sampleFiles(sample).raw)) }
    }),
  )

  it('come back as decisions that make the edition read so', async () => {
    const counts = new Map<Edit, number>()
    const edits = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(99_999)), {
      minLength: 12,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...books), edits, async ({ book, raw }, wanted) => {
        const tree = withoutApparatus(parsed(book.markdown))
        for (const [kind, n] of wanted) {
          if (EDITS[kind](tree, n)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
        }
        const edited = written(tree)
        const { edition, markdown, refusals } = await book.absorb(edited)
        expect(
          refusals.map(({ line, unexpected, expected }) => ({ line, unexpected, expected })),
        ).toEqual([])
        expect(textTree(markdown)).toEqual(textTree(edited))
        const source = [...sourceFile(edition)].join('')
        expect(Buffer.from(restoreRaw(source, 'source')).equals(raw)).toBe(true)
      }),
      { seed: SEED, numRuns: 30, endOnFailure: true },
    )
    console.log(`seed ${SEED}:`, Object.fromEntries(counts))
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(300)
    for (const kind of KINDS) expect(counts.get(kind), kind).toBeGreaterThan(5)
  }, 600_000)
})
