import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctionIds, markingIds } from '../../src/apparatus/identify.ts'
import { witnessOf } from '../support/view-of.ts'

const SEED = 20261122

/** The id of an edit that puts `corr` for `sic` where it first stands at or behind `from`. */
function idOf(text: string, sic: string, corr: string, from = 0): string | undefined {
  const at = text.indexOf(sic, from)
  return correctionIds(witnessOf(text), [[{ from: at, to: at + sic.length, corr }]])[0]
}

describe('ids', () => {
  it('are a letter and twelve hexadecimal digits', () => {
    expect(idOf('one two\n', 'two', 'too')).toMatch(/^c[0-9a-f]{12}$/u)
    const witness = witnessOf('one two\n')
    expect(markingIds(witness, [{ role: 'heading', from: 4 }])[0]).toMatch(/^m[0-9a-f]{12}$/u)
  })

  it('do not move when lines come and go elsewhere', () => {
    let seen = 0
    const lines = fc.array(fc.constantFrom('aa b', 'b cc', 'dd', ''), { maxLength: 6 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const own = 'this is my line'
        const plain = idOf(`${own}\n`, 'my', 'your')
        const among = [...before, own, ...after].join('\n')
        expect(idOf(among, 'my', 'your')).toBe(plain)
        if (before.length > 0) seen++
      }),
      { seed: SEED, numRuns: 500 },
    )
    expect(seen).toBeGreaterThan(200)
  })

  it('are the same whatever the line ends', () => {
    const ids = ['\n', '\r\n', '\r'].map((end) => {
      const text = `one${end}two${end}`
      return correctionIds(witnessOf(text), [[{ from: 3, to: 3 + end.length, corr: '' }]])[0]
    })
    expect(new Set(ids).size).toBe(1)
  })

  it('tell apart place, reading, and the lines that are equal', () => {
    const text = 'ab ab\nab ab\n'
    const ids = [
      idOf(text, 'ab', 'x'),
      idOf(text, 'ab', 'y'),
      idOf(text, 'ab', 'x', 1),
      idOf(text, 'ab', 'x', 5),
      idOf(text, 'b', 'x'),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tell apart lines whose undecodable bytes differ', () => {
    expect(idOf('a\udc80 b\n', 'b', 'x')).not.toBe(idOf('a\udc81 b\n', 'b', 'x'))
  })

  it('depend on all parts', () => {
    const witness = witnessOf('one two\nthree\n')
    const first = { from: 0, to: 1, corr: 'O' }
    const ids = correctionIds(witness, [[first], [first, { from: 8, to: 9, corr: 'T' }]])
    expect(ids[0]).not.toBe(ids[1])
  })
})
