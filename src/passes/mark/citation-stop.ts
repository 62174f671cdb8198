import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/citation-stop'

/** A norm is one when a book follows it so often at least. */
const CASES = 8
const SHARE = 0.15

/** A short word or sign, perhaps a stop, and a number. */
const CITATION = /(?<![\p{L}\p{N}.-])(?<sign>\p{L}{1,4}|[№§])(?<stop>\.)?(?= ?\d)/gu

/** Finds abbreviations before numbers that lack their full stop, or have one against the book's own use. */
export const citationStop: Pass = ({ reading: { text } }) => {
  const norms = new Map<string, { with: number; without: number }>()
  const found = [...text.matchAll(CITATION)].map(({ index, groups }) => {
    const sign = groups?.sign ?? ''
    const stop = groups?.stop !== undefined
    const norm = norms.get(sign) ?? { with: 0, without: 0 }
    if (stop) norm.with++
    else norm.without++
    norms.set(sign, norm)
    return { sign, stop, end: index + sign.length }
  })
  return found.flatMap(({ sign, stop, end }): readonly Edit[] => {
    const norm = norms.get(sign)
    if (!norm) return []
    const [usual, other] = stop ? [norm.without, norm.with] : [norm.with, norm.without]
    if (usual < CASES || other > (usual + other) * SHARE) return []
    // `№.93`: the stop stands where the blank should.
    const corr = stop ? (text[end + 1] === ' ' ? '' : ' ') : '.'
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'punctuation',
        from: end,
        to: stop ? end + 1 : end,
        corr,
        candidates: [corr],
        cert: other <= (usual + other) * 0.05 ? 'high' : 'medium',
        evidence: [
          `before a number the book sets «${sign}» ${stop ? 'without' : 'with'} a full stop ${usual} times, otherwise ${other} times`,
        ],
      },
    ]
  })
}
