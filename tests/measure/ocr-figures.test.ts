import { describe, expect, test } from 'vitest'
import { compareReadings, distance } from './ocr-figures.ts'

const TRUTH = 'The press stood in the cellar, and the damp got into its rollers.'

describe('a text that was read from pictures', () => {
  const before = 'The prcss stood in the ccllar, and the damp got into its rollers.'

  test('counts words that became right, and those that are left', () => {
    const after = 'The press stood in the ccllar, and the damp got into its rollers.'
    const { figures, changes, left } = compareReadings(TRUTH, before, after)
    expect(figures).toEqual({
      words: 13,
      misread: 2,
      mended: 1,
      harmed: 0,
      characters: TRUTH.length,
      wrongBefore: 2,
      wrongAfter: 1,
    })
    expect(changes).toEqual([{ what: 'mended', before: '', word: 'press' }])
    expect(left).toEqual([[' cellar,', ' ccllar,']])
  })

  test('counts words that became wrong, be it by a mark or by a blank', () => {
    const after = 'The press stood in the cellar and the dam p got into its rollers.'
    const { figures } = compareReadings(TRUTH, TRUTH, after)
    expect(figures).toMatchObject({ misread: 0, mended: 0, harmed: 2, wrongAfter: 2 })
  })

  test('counts a word that is changed and still wrong as neither', () => {
    const after = 'The presz stood in the ccllar, and the damp got into its rollers.'
    expect(compareReadings(TRUTH, before, after).figures).toMatchObject({ mended: 0, harmed: 0 })
  })
})

test.each([
  ['', '', 0],
  ['press', 'press', 0],
  ['', 'press', 5],
  ['cellar', 'ceilar', 1],
  ['modern', 'modem', 2],
])('from %j to %j it is %i characters', (one, other, steps) => {
  expect(distance(one, other)).toBe(steps)
})
