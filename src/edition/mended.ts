import type { Correction } from '../model/correction.ts'
import type { CorrectionNode, Leaf } from '../model/edition.ts'
import type { Mend } from './block-plan.ts'
import { shown } from './shown-block.ts'

/** The node of a word in which something is mended. */
export function correctionNode(mends: readonly Mend[], children: readonly Leaf[]): CorrectionNode {
  const corrections: Correction[] = []
  for (const { correction } of mends) {
    if (!corrections.includes(correction)) corrections.push(correction)
  }
  return { type: 'correction', corrections, reading: mended(children, mends), children }
}

/**
 * What a reader reads of leaves when the mends are made. Leaves and mends must be in order; what a
 * mend touches of a leaf is not shown as printed. Linear.
 */
export function mended(leaves: readonly Leaf[], mends: readonly Mend[]): string {
  let reading = ''
  let next = 0
  let begun = false
  for (const leaf of leaves) {
    let at = leaf.from
    for (let mend = mends[next]; mend && mend.from < leaf.to; mend = mends[next]) {
      if (mend.from > at) reading += shown(leaf, at, mend.from)
      if (!begun) reading += mend.corr
      at = Math.max(at, Math.min(mend.to, leaf.to))
      begun = mend.to > leaf.to
      if (begun) break
      next++
    }
    reading += shown(leaf, at, leaf.to)
  }
  const left = mends.slice(begun ? next + 1 : next)
  return reading + left.map((mend) => mend.corr).join('')
}
