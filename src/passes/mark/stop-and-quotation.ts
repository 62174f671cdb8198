import type { Edit } from '../../model/emendation.ts'
import { witnessOffset } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'
import { isAbbreviated } from './abbreviation.ts'

const RULE = 'mark/stop-and-quotation'
const CASES = 12
const SHARE = 0.2
const SURE = 0.05

/** A full stop or a comma beside a closing quotation mark. */
const BESIDE =
  /(?<![.,;:!?…])(?:(?<inside>[.,])(?<close>[»”“"])|(?<closed>[»”“"])(?<outside>[.,]))(?![.,»”“"])/gu

/** Finds stops and commas on the wrong side of a closing quotation mark, by the book's own use. */
export const stopAndQuotation: Pass = ({ reading, markings, language }) => {
  const { text } = reading
  const abbreviations = new Set(language.abbreviations)
  const calls = new Set(markings.of('call').map(({ from }) => from))
  // A letter behind them belongs to a reference mark, or they are none of running text.
  const found = [...text.matchAll(BESIDE)].filter(({ index }) => {
    if (text.charAt(index) === '.' && isAbbreviated(text, index, abbreviations)) return false
    const isLetter = /[\p{L}\p{N}]/u.test(text.charAt(index + 2))
    return !isLetter || calls.has(witnessOffset(reading, index + 2))
  })
  const counts = new Map<string, number>()
  for (const { groups } of found) {
    const { inside, close, closed, outside } = groups ?? {}
    const key = `${close ?? closed} ${inside ?? outside} ${inside === undefined ? 'out' : 'in'}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return found.flatMap(({ index, groups }): readonly Edit[] => {
    const { inside, close, closed, outside } = groups ?? {}
    const mark = inside ?? outside ?? ''
    const quote = close ?? closed ?? ''
    const own = counts.get(`${quote} ${mark} ${inside === undefined ? 'out' : 'in'}`) ?? 0
    const other = counts.get(`${quote} ${mark} ${inside === undefined ? 'in' : 'out'}`) ?? 0
    if (other < CASES || own > (own + other) * SHARE) return []
    const corr = inside === undefined ? mark + quote : quote + mark
    const rest = text.slice(index + 2)
    // Before the source of a quotation in brackets there is no stop at all.
    const beforeSource = inside === '.' && /^ \(/u.test(rest)
    const candidates = beforeSource ? [quote, corr] : [corr]
    // Where the sentence goes on, the stop is that of the words quoted.
    const goesOn = (inside ?? outside) === '.' && /^ \p{Ll}/u.test(rest)
    const isSure = !beforeSource && !goesOn && own <= (own + other) * SURE && quote !== '"'
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'punctuation',
        from: index,
        to: index + 2,
        corr: candidates[0] ?? corr,
        candidates,
        cert: isSure ? 'high' : 'medium',
        evidence: [
          `the book sets «${quote}${mark}» or «${mark}${quote}» as here ${own} times, the other way ${other} times`,
        ],
      },
    ]
  })
}
