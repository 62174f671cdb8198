import { describe, expect, test } from 'vitest'
import { wilson } from '../../src/model/wilson.ts'

describe('the interval of a share', () => {
  // R. G. Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in
  // Medicine 17 (1998), 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is what is printed in the literature', (hits, of, from, to) => {
    const interval = wilson({ hits, of })
    expect(interval?.from).toBeCloseTo(from, 4)
    expect(interval?.to).toBeCloseTo(to, 4)
  })

  test('never leaves 0 and 1, holds the share, and is narrower the more there is to count', () => {
    let width = 1
    for (const of of [1, 3, 10, 100, 10_000, 1_000_000]) {
      for (const hits of [0, Math.floor(of / 2), of]) {
        const { from, to } = wilson({ hits, of }) ?? { from: 2, to: 2 }
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(1)
        expect(from).toBeLessThanOrEqual(hits / of)
        expect(to).toBeGreaterThanOrEqual(hits / of)
      }
      const { from = 0, to = 1 } = wilson({ hits: of, of }) ?? {}
      expect(to - from).toBeLessThan(width)
      width = to - from
    }
  })

  test('of nothing is none', () => {
    expect(wilson({ hits: 0, of: 0 })).toBeUndefined()
  })
})
