import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/stop-before-source'

/** The book sets no stop so often at least, and one in no more than such a share. */
const CASES = 12
const SHARE = 0.2
/** In no more than such a share it is sure. */
const SURE = 0.05

/** A closing quotation mark, perhaps a stop, and a bracket that opens. */
const SOURCE = /[»”“]\)?(?<stop>\.?) \(/gu

/** Finds full stops between a quotation and its source in brackets, where the book sets none. O(n). */
export const stopBeforeSource: Pass = ({ reading: { text } }) => {
  const found = [...text.matchAll(SOURCE)]
  const stops = found.filter(({ groups }) => groups?.stop === '.')
  const bare = found.length - stops.length
  if (bare < CASES || stops.length > found.length * SHARE) return []
  return stops.map(({ index, 0: all }): Edit => {
    const at = index + all.indexOf('.')
    return {
      kind: 'edit',
      rule: RULE,
      error: 'punctuation',
      from: at,
      to: at + 1,
      corr: '',
      candidates: [''],
      cert: stops.length <= found.length * SURE && isSource(text, at + 2) ? 'high' : 'medium',
      evidence: [
        `between a quotation and its source the book sets no full stop ${bare} times, and one ${stops.length} times`,
      ],
    }
  })
}

/** Whether the bracket at an offset is followed by the stop that was set before it. */
function isSource(text: string, open: number): boolean {
  const close = text.indexOf(')', open)
  return close > open && close - open < 200 && text.charAt(close + 1) === '.'
}
