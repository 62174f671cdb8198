import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visible } from '../../src/review/visible.ts'

describe('visible', () => {
  it.each([
    ['«Где — там», 1922 г.', ''],
    ['Straße, “well-known” — naïve…', ''],
    ['со\u00adюз', 'U+00AD soft hyphen'],
    ['10\u00a0000', 'U+00A0 no-break space'],
    ['a\u202eb', 'U+202E right-to-left override'],
    ['кoт', 'U+006F Latin'],
    ['Ноmе', 'U+006D Latin'],
    ['pаper', 'U+0430 Cyrillic'],
  ])('tells of what an eye does not see in %j', (text, hint) => {
    const found = visible(text).filter(({ how }) => how !== 'plain')
    expect(found.map((one) => one.hint)).toEqual(hint === '' ? [] : [hint])
  })

  it('takes the word around into account', () => {
    expect(visible('o', 'к', 'т')).toMatchObject([{ how: 'look-alike', hint: 'U+006F Latin' }])
    expect(visible('o', 'c', 'w')).toMatchObject([{ how: 'plain' }])
  })

  it('says the same of a text whatever stands far behind it', () => {
    const character = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...'abcаосЖя ,.–«»1ο') },
      { weight: 1, arbitrary: fc.constantFrom(...'\u00ad\u00a0\u200b\u202e\ufeff\n\u2009') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    )
    const text = fc.array(character, { maxLength: 16 }).map((all) => all.join(''))
    let told = 0
    fc.assert(
      fc.property(text, (one) => {
        const whole = visible(`${one} \u00ad`)
        expect(whole.at(-1)?.hint).toBe('U+00AD soft hyphen')
        expect(flat(whole.slice(0, -1))).toEqual(flat(visible(`${one} `)))
        if (visible(one).some(({ how }) => how !== 'plain')) told++
      }),
      { numRuns: 500 },
    )
    expect(told).toBeGreaterThan(50)
  })
})

/** Character by character, however they are put together. */
function flat(parts: ReturnType<typeof visible>) {
  return parts.flatMap(({ text, how, hint }) => [...text].map((one) => [one, how, hint]))
}
