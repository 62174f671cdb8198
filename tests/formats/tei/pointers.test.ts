import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../../src/formats/source/source-file.ts'
import { apparatusFile, bundleFile, textFile } from '../../../src/formats/tei/tei-file.ts'
import { editionOf } from '../../support/edition-of.ts'
import { anyBook } from '../../support/random-book.ts'
import { anyMarked, SEED } from '../../support/random-marked.ts'
import { parse } from '../../support/read-as-printed.ts'

/** What a document points to, and what can be pointed to in it. */
interface Ends {
  readonly pointers: readonly string[]
  readonly ids: readonly string[]
}

const POINTING = ['target', 'sameAs', 'facs', 'from', 'ana', 'resp', 'source', 'corresp', 'ref']

function endsOf(xml: string): Ends {
  const pointers: string[] = []
  const ids: string[] = []
  parse(xml, {
    open({ attributes }) {
      if (attributes['xml:id']) ids.push(attributes['xml:id'])
      for (const name of [...POINTING, 'wit', 'who']) {
        pointers.push(...(attributes[name]?.split(' ') ?? []))
      }
    },
  })
  return { pointers, ids }
}

function withPrefix(ends: Ends, prefix: string): readonly string[] {
  return ends.pointers
    .filter((pointer) => pointer.startsWith(prefix))
    .map((pointer) => pointer.slice(prefix.length))
}

describe('the pointers', () => {
  it.each([
    ['markings that make no sense', anyMarked],
    ['blocks in any order', anyBook],
  ])('of files that stand apart find what they point to: %s', (_, arbitrary) => {
    let found = 0
    fc.assert(
      fc.property(arbitrary, (marked) => {
        const edition = editionOf(marked)
        const text = endsOf([...textFile(edition)].join(''))
        const source = endsOf([...sourceFile(edition)].join(''))
        const apparatus = endsOf([...apparatusFile(edition)].join(''))
        for (const { ids } of [text, source, apparatus]) expect(new Set(ids).size).toBe(ids.length)
        expect(text.ids).toEqual(expect.arrayContaining([...withPrefix(text, '#')]))
        expect(source.ids).toEqual(expect.arrayContaining([...withPrefix(text, 'src:')]))
        expect(text.ids).toEqual(expect.arrayContaining([...withPrefix(apparatus, 'ed:')]))
        expect(apparatus.ids).toEqual(expect.arrayContaining([...withPrefix(apparatus, '#')]))
        found += withPrefix(text, '#').length + withPrefix(apparatus, 'ed:').length
      }),
      { seed: SEED, numRuns: 200 },
    )
    expect(found).toBeGreaterThan(1000)
  })

  it('of a bundle find what they point to within it', () => {
    let found = 0
    fc.assert(
      fc.property(anyBook, (marked) => {
        const bundle = endsOf([...bundleFile(editionOf(marked))].join(''))
        expect(new Set(bundle.ids).size).toBe(bundle.ids.length)
        for (const prefix of ['#', 'src:', 'ed:']) {
          const pointers = withPrefix(bundle, prefix)
          expect(bundle.ids).toEqual(expect.arrayContaining([...pointers]))
          found += pointers.length
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
    expect(found).toBeGreaterThan(1000)
  })
})
