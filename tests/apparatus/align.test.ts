import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { share } from '../../src/apparatus/align.ts'
import { isEmpty, slide, strip } from '../../src/apparatus/normal-form.ts'

const SEED = 20261122
const text = fc.string({ unit: fc.constantFrom('a', 'b', '𝔞'), maxLength: 8 })

function made(whole: string, change: { from: number; to: number; corr: string }): string {
  return whole.slice(0, change.from) + change.corr + whole.slice(change.to)
}

describe('normal form', () => {
  it('does what the change does, shares no ends, and stands as far left as it can', () => {
    let changed = 0
    fc.assert(
      fc.property(text, text, text, text, (before, sic, corr, after) => {
        const whole = before + sic + after
        const drawn = { from: before.length, to: before.length + sic.length, corr }
        const stripped = strip(whole, drawn)
        const slid = slide(whole, stripped, 0)
        expect(made(whole, stripped)).toBe(made(whole, drawn))
        expect(made(whole, slid)).toBe(made(whole, drawn))
        expect(isEmpty(stripped)).toBe(sic === corr)
        expect(slide(whole, slid, 0)).toEqual(slid)
        if (sic !== corr) changed++
      }),
      { seed: SEED, numRuns: 2000 },
    )
    expect(changed).toBeGreaterThan(1000)
  })

  it('never cuts a surrogate pair', () => {
    expect(strip('\u{1d51e}', { from: 0, to: 2, corr: '\u{1d51f}' })).toEqual({
      from: 0,
      to: 2,
      corr: '\u{1d51f}',
    })
  })
})

describe('sharing a reading out among stretches', () => {
  it('gives each stretch what stands for it', () => {
    expect(share(['ra', 'bbit'], 'rabbit')).toEqual(['ra', 'bbit'])
    expect(share(['bb', 'il'], 'ttle')).toEqual(['tt', 'le'])
    expect(share(['rab', 'bit'], 'rabit')).toEqual(['rab', 'it'])
    expect(share(['a', 'b'], '')).toEqual(['', ''])
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (stretches, corr) => {
        const shares = share(stretches, corr)
        expect(shares).toHaveLength(stretches.length)
        expect(shares?.join('')).toBe(corr)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it('does not try where it would take too long', () => {
    expect(share(['a'.repeat(3000), 'b'], 'c'.repeat(3000))).toBeUndefined()
  })
})
