import { goldOf } from './read-gold.ts'
import { readingFrom } from './reading-from.ts'
import type { Share } from './share.ts'
import type { Scored, Task } from './task.ts'

/**
 * Words that are printed in two pieces and are not what remains when these are put together: `Zuk-ker`
 * is `Zucker`, and an initial that stands apart belongs to its word.
 */
export function scoreDivided(task: Task): Scored<Share> | undefined {
  const gold = goldOf(task.gold, 'divided')
  if (gold.length === 0) return undefined
  const missing = gold.filter(({ line, whole }) => !readingFrom(task, line).includes(whole))
  return {
    figure: { hits: gold.length - missing.length, of: gold.length },
    misses: missing.map(({ line, printed, whole }) => ({
      line,
      text: printed,
      truth: whole,
      edition: readingFrom(task, line).slice(0, 60),
    })),
  }
}
