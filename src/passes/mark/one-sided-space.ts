import type { Edit } from '../../model/emendation.ts'
import { witnessOffset } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'
import { isLetter } from './joint.ts'

const RULE = 'mark/one-sided-space'

/** A mark that parts words, with a blank on one side and a letter or a closing mark on the other. */
const ONE_SIDED =
  /(?<=[\p{L}\p{N}.,»”")…])(?<left>\/\/|[–—])(?= )|(?<= )(?<right>\/\/|[–—])(?=[\p{L}«„“"(])/gu

/** Finds dashes and double strokes with a blank on one side alone. */
export const oneSidedSpace: Pass = ({ reading, markings }) => {
  const calls = new Set(markings.of('call').map(({ to }) => to))
  return [...reading.text.matchAll(ONE_SIDED)].flatMap((match): readonly Edit[] => {
    const mark = match.groups?.left ?? match.groups?.right ?? ''
    const left = match.groups?.left !== undefined
    const at = left ? match.index : match.index + mark.length
    // A dash behind a word may stand for a hyphen that is suspended.
    const doubtful = mark !== '//' && isLetter(reading.text.charCodeAt(match.index - 1))
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
