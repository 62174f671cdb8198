import { describe, expect, it } from 'vitest'
import { leavesOf, tile } from '../../src/edition/invariants.ts'
import type { Edition, Leaf, Line } from '../../src/model/edition.ts'
import { editionOf } from '../support/edition-of.ts'

const edition = editionOf('⟦p:one⟦call 1:1⟧ his⟦soft:-⟧\ntory⟧\n⟦note 1:⟦label:1⟧ Note.⟧')

/** The edition with other leaves in place of one, by its index among all. */
function replaced(index: number, others: readonly Leaf[]): Edition {
  const leaves = [...leavesOf(edition)].toSpliced(index, 1, ...others)
  const line: Line = { type: 'paragraph', children: leaves }
  return { ...edition, children: [line] }
}

function indexOf(type: Leaf['type']): number {
  return [...leavesOf(edition)].findIndex((leaf) => leaf.type === type && leaf.from < leaf.to)
}

describe('the tiling', () => {
  it('is found whole where it is', () => {
    expect(() => tile(edition)).not.toThrow()
    expect(() => tile(replaced(0, []))).not.toThrow()
    expect(() => tile(editionOf(''))).not.toThrow()
  })

  it.each(['text', 'layout', 'hyphen', 'label'] as const)(
    'is found broken without a %s',
    (type) => {
      expect(() => tile(replaced(indexOf(type), []))).toThrow('text that no leaf covers')
    },
  )

  it('is found broken at its end, and where two leaves cover the same', () => {
    const all = [...leavesOf(edition)]
    const last = all.reduce((a, b) => (b.to > a.to ? b : a))
    expect(() => tile(replaced(all.indexOf(last), []))).toThrow('raw/test/test.txt:3:')
    const at = indexOf('text')
    const text = all[at]
    if (!text) throw new Error('Unexpected end of leaves, expected a text')
    expect(() => tile(replaced(at, [text, text]))).toThrow('text that two leaves cover')
  })

  it('is found broken where a leaf shows other characters than it covers', () => {
    const at = indexOf('text')
    const text = [...leavesOf(edition)][at]
    if (text?.type !== 'text') throw new Error('Unexpected leaf, expected a text')
    expect(() => tile(replaced(at, [{ ...text, value: 'eno' }]))).toThrow('expected "one" in it')
  })
})
