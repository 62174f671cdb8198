import type { Span } from '../model/span.ts'
import { decidedBy } from './decided-by.ts'
import type { MarkingTable } from './marking-table.ts'
import type { MarkingVerdict } from './verdict.ts'

/**
 * Carries out a decision on the emphasis of words: `set` sets those from the first span to the end of
 * the second one apart, `none` says of letter-spaced ones that they are not. Undefined for any other
 * decision. The blanks between letters stay layout in either case.
 */
export function overruleEmphasis(
  table: MarkingTable,
  verdict: MarkingVerdict,
  { from }: Span,
): boolean | undefined {
  const { act, value, spans } = verdict
  if (act === 'reject' || (value !== 'set' && value !== 'none')) return undefined
  const own = table.at('emphasis', from)
  const known = own?.role === 'emphasis' && own.as !== 'set' ? own : undefined
  const to = spans.at(-1)?.to ?? from
  const decided = { ...decidedBy(verdict), role: 'emphasis' as const }
  if (own && !known) table.remove(own)
  if (known) {
    const { as: _, ...letters } = known
    const isWhole = value === 'set' && known.to === to
    table.put({ ...letters, ...decided, ...(isWhole ? {} : { as: 'none' as const }) }, known)
    if (isWhole) return true
  }
  if (value === 'set') table.put({ ...decided, as: 'set', from, to })
  return value === 'none' || from < to
}
