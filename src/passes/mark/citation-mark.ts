import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/citation-mark'

/** The book sets a mark so often at least, and another in no more than such a share. */
const CASES = 12
const SHARE = 0.2

/** The end of one part of a citation, the mark, and the sign of the next one before its number. */
const PARTS = /(?<end>[\d\p{L}])(?<mark>[.,;:]?) (?<sign>№|\p{Ll}{1,4}\.) ?$/u
/** As many characters before a number hold them. */
const BEFORE = 9

/** Finds marks between the parts of a citation that are not those the book sets there. O(n). */
export const citationMark: Pass = ({ reading: { text }, language }) => {
  const signs = new Set(language.citations)
  const found = [...text.matchAll(/\d+/gu)].flatMap(({ index }) => {
    const from = Math.max(0, index - BEFORE)
    const match = PARTS.exec(text.slice(from, index))
    const { end = '', mark = '', sign = '' } = match?.groups ?? {}
    if (!match || !signs.has(sign.replace('.', ''))) return []
    return [
      { at: from + match.index + 1, mark, sign, kind: `${/\d/u.test(end) ? '1' : 'a'} ${sign}` },
    ]
  })
  const counts = new Map<string, number>()
  for (const { kind, mark } of found) {
    counts.set(`${kind} ${mark}`, (counts.get(`${kind} ${mark}`) ?? 0) + 1)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return found.flatMap(({ at, mark, sign, kind }): readonly Edit[] => {
    const times = counts.get(`${kind} ,`) ?? 0
    const all = counts.get(kind) ?? 0
    if (mark === ',' || times < CASES || all - times > all * SHARE) return []
    // A letter before a stop may end an abbreviation: `т. 5, кн. 1`.
    if (kind.startsWith('a') && mark === '.') return []
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'punctuation',
        from: at,
        to: at + mark.length,
        corr: ',',
        candidates: [','],
        cert: 'medium',
        evidence: [
          `before «${sign}» in a citation the book sets a comma ${times} times, otherwise ${all - times} times`,
        ],
      },
    ]
  })
}
