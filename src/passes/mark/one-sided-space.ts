import type { Edit } from '../../model/emendation.ts'
import { witnessOffset } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'
import { isLetter } from './joint.ts'

const RULE = 'mark/one-sided-space'

/** A book sets blanks on both sides when it does so as often. */
const CASES = 3

/** A mark that parts words. */
const MARK = /\/\/|[–—]/gu

/** Finds dashes and double strokes with a blank on one side alone. */
export const oneSidedSpace: Pass = ({ reading, markings }) => {
  const calls = new Set(markings.of('call').map(({ to }) => to))
  const { text } = reading
  // Some books set the blank of a double stroke on one side alone, always.
  const isNorm = text.split(' // ').length > CASES
  return [...text.matchAll(MARK)].flatMap((match): readonly Edit[] => {
    const [mark] = match
    const before = text.charAt(match.index - 1)
    const after = text.charAt(match.index + mark.length)
    const left = after === ' ' && /[\p{L}\p{N}.,»”")…]/u.test(before)
    const right = before === ' ' && /[\p{L}«„“"(]/u.test(after)
    if (!left && !right) return []
    const at = left ? match.index : match.index + mark.length
    // A dash behind a word may stand for a hyphen that is suspended.
    const suspended = mark !== '//' && isLetter(text.charCodeAt(match.index - 1))
    const doubtful = suspended || (mark === '//' && !isNorm)
    if (calls.has(witnessOffset(reading, at))) return []
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'space',
        from: at,
        to: at,
        corr: ' ',
        candidates: [' '],
        cert: doubtful ? 'medium' : 'high',
        evidence: [`a blank stands on one side of «${mark}» only`],
      },
    ]
  })
}
