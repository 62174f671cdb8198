import type { GoldRecord } from '../../support/typesetter/gold.ts'

/**
 * The lines at which blocks begin, by the rule of the score: a line after a blank one, if no `join`
 * says that it goes on, and each with a `split`. O(n).
 */
export function blockStarts(
  lines: readonly string[],
  gold: readonly GoldRecord[],
): ReadonlySet<number> {
  const forme = formeLines(gold)
  const joins = new Set<number>()
  const splits = new Set<number>()
  for (const { kind, line } of gold) {
    if (kind === 'join') joins.add(line)
    if (kind === 'split') splits.add(line)
  }
  const starts = new Set<number>()
  lines.forEach((text, i) => {
    const line = i + 1
    if (text.trim() === '' || forme.has(line)) return
    const afterBlank = (lines[i - 1] ?? '').trim() === ''
    if (splits.has(line) || (afterBlank && !joins.has(line))) starts.add(line)
  })
  return starts
}

/** Lines that are none of the text: numbers, running heads, rules. */
export function formeLines(gold: readonly GoldRecord[]): ReadonlySet<number> {
  const forme = new Set<number>()
  for (const one of gold) {
    if (one.kind === 'forme') forme.add(one.line)
    if (one.kind === 'page' && one.number_line) forme.add(one.number_line)
  }
  return forme
}
