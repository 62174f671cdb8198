import { describe, expect, it } from 'vitest'
import { SAMPLES } from '../support/samples.ts'
import { absorberOf } from './absorbed.ts'

describe('an edited file without a change', () => {
  it.each(SAMPLES)('makes no decision about $slug', async ({ slug }) => {
    const book = await absorberOf(slug)
    if (!book) throw new Error(`Expected a text of ${slug}`)
    const { decisions, refusals } = await book.absorb(book.markdown)
    expect(refusals).toEqual([])
    expect(decisions).toEqual([])
  })
})
