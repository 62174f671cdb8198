import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tile } from '../../src/edition/invariants.ts'
import { editionOf } from '../support/edition-of.ts'
import { anyMarked, SEED } from '../support/random-marked.ts'

describe('the edition tree', () => {
  it('tiles the witness, whatever the markings are', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const edition = editionOf(marked)
        tile(edition)
        count(edition.children, seen)
      }),
      { seed: SEED, numRuns: 1500 },
    )
    const kinds = ['note', 'call', 'correction', 'emphasis', 'editorialMark', 'list', 'verse']
    const others = ['division', 'quotation', 'hyphen', 'pageBeginning', 'formeWork', 'label']
    for (const kind of [...kinds, ...others]) {
      expect(seen.get(kind) ?? 0, `cases with ${kind}`).toBeGreaterThan(100)
    }
  })
})

function count(nodes: readonly { readonly type: string }[], seen: Map<string, number>): void {
  for (const node of nodes) {
    seen.set(node.type, (seen.get(node.type) ?? 0) + 1)
    if ('children' in node && Array.isArray(node.children)) count(node.children, seen)
  }
}
