import { describe, expect, it } from 'vitest'
import { absorberOf } from './absorbed.ts'

/** A word that the sample has in letters set apart. */
const EMPHASISED = '*предпоследняя*'

describe('words put in at the edge of emphasis', async () => {
  const book = await absorberOf('pechatnoe-delo')

  it.each([
    ['behind it', '*предпоследняя снова*'],
    ['before it', '*снова предпоследняя*'],
    ['behind it, outside', '*предпоследняя* снова'],
    ['before it, outside', 'снова *предпоследняя*'],
    ['as letters behind it', '*предпоследняяя*'],
  ])('stand where they were put: %s', async (_, wanted) => {
    const edited = book?.markdown.replace(EMPHASISED, wanted) ?? ''
    expect(edited).not.toBe(book?.markdown)
    const absorbed = await book?.absorb(edited)
    expect(absorbed?.refusals).toEqual([])
    expect(absorbed?.markdown).toContain(wanted)
    expect(absorbed?.decisions).toHaveLength(1)
  })
})
