import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/hyphen-for-dash'

/** Dashes between blanks that a book must have to have a norm. */
const CASES = 12
/** Hyphens between blanks are errors when they are no more than this share of both. */
const SHARE = 0.2

const BETWEEN_BLANKS = /(?<=\S ) *(?<mark>[-–—])(?= \S)/gu

/** Finds hyphens between blanks where the book sets a dash. */
export const hyphenForDash: Pass = ({ reading: { text } }) => {
  const hyphens: number[] = []
  const dashes = new Map<string, number>()
  for (const { index, groups } of text.matchAll(BETWEEN_BLANKS)) {
    const mark = groups?.mark ?? ''
    if (mark === '-') hyphens.push(text.indexOf('-', index))
    else dashes.set(mark, (dashes.get(mark) ?? 0) + 1)
  }
  const [dash, times] = [...dashes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  if (times < CASES || hyphens.length > (hyphens.length + times) * SHARE) return []
  return hyphens.map((at): Edit => {
    const beside = `${text[at - 2] ?? ''}${text[at + 2] ?? ''}`
    return {
      kind: 'edit',
      rule: RULE,
      error: 'dash',
      from: at,
      to: at + 1,
      corr: dash,
      candidates: [dash],
      // Between figures it may be a minus, or the hyphen of a range.
      cert: /\d/u.test(beside) ? 'medium' : 'high',
      evidence: [
        `between blanks the book sets «${dash}» ${times} times and a hyphen ${hyphens.length} times`,
      ],
    }
  })
}
