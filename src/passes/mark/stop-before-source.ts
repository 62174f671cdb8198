import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/stop-before-source'

/** The book sets no stop so often at least, and one in no more than such a share. */
const CASES = 12
const SHARE = 0.2
/** In no more than such a share it is sure. */
const SURE = 0.05

/** A closing quotation mark, perhaps a stop, and a bracket that opens; round and square ones are two uses. */
const SOURCE = /[»”“"]\)?(?<stop>\.?) (?<open>[([])/gu

/** Finds full stops between a quotation and its source in brackets, where the book sets none. O(n). */
export const stopBeforeSource: Pass = ({ reading: { text } }) => {
  const all = [...text.matchAll(SOURCE)]
  return ['(', '['].flatMap((open) => {
    const found = all.filter(({ groups }) => groups?.open === open)
    const stops = found.filter(({ groups }) => groups?.stop === '.')
    const bare = found.length - stops.length
    if (bare < CASES || stops.length > found.length * SHARE) return []
    const isRare = stops.length <= found.length * SURE
    return stops.map(({ index, 0: printed }) => {
      const at = index + printed.indexOf('.')
      return edit(at, isRare && isSource(text, at + 2) ? 'high' : 'medium', bare, stops.length)
    })
  })
}

function edit(at: number, cert: Certainty, bare: number, stops: number): Edit {
  return {
    kind: 'edit',
    rule: RULE,
    error: 'punctuation',
    from: at,
    to: at + 1,
    corr: '',
    candidates: [''],
    cert,
    evidence: [
      `between a quotation and its source the book sets no full stop ${bare} times, and one ${stops} times`,
    ],
  }
}

/** Whether the bracket at an offset is followed by the stop that was set before it. */
function isSource(text: string, open: number): boolean {
  const close = text.indexOf(text.charAt(open) === '(' ? ')' : ']', open)
  return close > open && close - open < 200 && text.charAt(close + 1) === '.'
}
