import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSlug, slugOf } from '../../src/store/slug.ts'

describe('slugOf', () => {
  it.each([
    ['000_7f3f', '000_7f3f'],
    ['Книга.1', 'Книга.1'],
    ['a--b', 'a--b'],
    ['My Book (2nd ed.)', 'My-Book-2nd-ed'],
    ['../../etc/passwd', 'etc-passwd'],
    ['\u001b[31mred', '31mred'],
    ['con', 'book-con'],
    ['…', ''],
  ])('makes of %j %j', (stem, slug) => {
    expect(slugOf(stem)).toBe(slug)
  })

  it('makes a slug or nothing of every stem, and leaves slugs alone', () => {
    let made = 0
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (stem) => {
        const slug = slugOf(stem)
        if (slug === '') return
        made++
        expect(isSlug(slug)).toBe(true)
        expect(slugOf(slug)).toBe(slug)
      }),
      { seed: 21, numRuns: 1000 },
    )
    expect(made).toBeGreaterThan(200)
  })
})
