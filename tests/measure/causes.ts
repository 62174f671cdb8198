import { missKinds } from '../../src/evaluate/report.ts'
import type { Score } from '../../src/evaluate/score.ts'

/** How often something was taken for something else, and where first. */
export interface Cause {
  readonly count: number
  /** Raw line, from 1. */
  readonly line: number
}

/** By what was taken for what: `blocks: item -> paragraph`. Numbers of lines and pages are `N`. */
export type Causes = Readonly<Record<string, Cause>>

/** What was taken for what in an edition, its words aside. */
export function causesOf(score: Score): Causes {
  const causes: Record<string, Cause> = {}
  for (const [kind, misses] of missKinds(score)) {
    if (kind.startsWith('words')) continue
    for (const { line, truth, edition } of misses) {
      const cause = `${kind}: ${truth} -> ${edition}`.replaceAll(/\d+/gu, 'N')
      const known = causes[cause]
      causes[cause] = known ? { ...known, count: known.count + 1 } : { count: 1, line }
    }
  }
  return causes
}
