import { missKinds } from './report.ts'
import type { Score } from './score.ts'

/** What was taken for what, and how often. */
export interface Confusion {
  /** Of the misses, as `missKinds` names them. */
  readonly kind: string
  readonly truth: string
  readonly edition: string
  readonly count: number
  /** What stands at the first few places, without repetitions. */
  readonly examples: readonly string[]
}

/** Most examples of one confusion. */
const EXAMPLES = 3

/** UTF-16 units of an example that are shown. */
const LONG = 40

/** What was taken for what, most frequent first. */
export function confusionsOf(score: Score): readonly Confusion[] {
  const found = new Map<string, Confusion & { count: number; examples: string[] }>()
  for (const [kind, misses] of missKinds(score)) {
    for (const { truth, edition, text, kinds } of misses) {
      if (!kinds) continue
      const key = JSON.stringify([kind, truth, edition])
      const known = found.get(key) ?? { kind, truth, edition, count: 0, examples: [] }
      found.set(key, known)
      known.count++
      const example = text.length > LONG ? `${text.slice(0, LONG)}…` : text
      const isNew = known.examples.length < EXAMPLES && !known.examples.includes(example)
      if (isNew && text !== '') known.examples.push(example)
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}
