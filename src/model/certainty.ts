/** How sure a rule is of what it proposes. */
export type Certainty = 'high' | 'medium' | 'low'

const RANK: Readonly<Record<Certainty, number>> = { high: 2, medium: 1, low: 0 }

/** Orders certainties, the surest first. */
export function byCertainty(a: Certainty, b: Certainty): number {
  return RANK[b] - RANK[a]
}
