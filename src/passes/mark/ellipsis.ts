import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/ellipsis'

/** Dots that are more or fewer than an ellipsis has, alone or behind another mark. */
const DOTS = /(?<![.…])(?:(?<before>[?!,])(?<three>\.{3}|…)(?!\.)|(?<many>\.{4,}|…\.+|\.+…))/gu

/**
 * Finds ellipses with too many dots: four and more, and in Russian three behind a question mark or an
 * exclamation mark, which takes the place of one; and a comma before one. O(n).
 */
export const ellipsis: Pass = ({ reading: { text }, language }) => {
  const usual = text.split('…').length > text.split('...').length ? '…' : '...'
  return [...text.matchAll(DOTS)].flatMap(({ 0: printed, index, groups }): readonly Edit[] => {
    const before = groups?.before
    // A full stop after the three dots of an omission makes four, as some houses have it.
    if (before === undefined && (language.language !== 'ru' || printed.length > 5)) return []
    if (before !== undefined && before !== ',' && language.language !== 'ru') return []
    const corr = before === undefined || before === ',' ? usual : `${before}..`
    if (corr === printed) return []
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'punctuation',
        from: index,
        to: index + printed.length,
        corr,
        candidates: before === ',' ? [corr, `${before} ${usual}`] : [corr],
        cert: 'medium',
        evidence: [`«${printed}» has more marks than an ellipsis`],
      },
    ]
  })
}
