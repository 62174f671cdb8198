import type { Outcome } from './case.ts'
import { CORPORA } from './corpora.ts'

/** What was taken for what in several editions. */
export interface Gathered {
  readonly way: string
  readonly cause: string
  readonly count: number
  /** Where, the first time in a text that is not held back. */
  readonly place:
    | { readonly slug: string; readonly layout: string; readonly line: number }
    | undefined
}

/** Adds up the causes of outcomes of the same way, most frequent first. */
export function gatherCauses(
  outcomes: readonly Outcome[],
  wayOf: (outcome: Outcome) => string,
): readonly Gathered[] {
  const held = new Set(CORPORA.flatMap((corpus) => (corpus.held ? corpus.slug : [])))
  const gathered = new Map<string, Gathered>()
  for (const outcome of outcomes) {
    const { slug, layout } = outcome.of
    const way = wayOf(outcome)
    for (const [cause, { count, line }] of Object.entries(outcome.causes ?? {})) {
      const key = `${way}\t${cause}`
      const known = gathered.get(key)
      gathered.set(key, {
        way,
        cause,
        count: (known?.count ?? 0) + count,
        place: known?.place ?? (held.has(slug) ? undefined : { slug, layout, line }),
      })
    }
  }
  return [...gathered.values()].sort((a, b) => b.count - a.count)
}

/** The causes one a line, for people, with a place to look at. */
export function sayCauses(
  outcomes: readonly Outcome[],
  wayOf: (outcome: Outcome) => string,
): string {
  return gatherCauses(outcomes, wayOf)
    .map(({ way, cause, count, place }) => {
      const where = place ? `${place.slug} line ${place.line}` : ''
      return `${count}\t${way}\t${cause}\t${where}\n`
    })
    .join('')
}
