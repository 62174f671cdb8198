import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import type { Scored, Task } from './task.ts'

/** Words that are set apart by their letter-spacing. */
export function scoreEmphasis(task: Task): Scored<Share> | undefined {
  const gold = goldOf(task.gold, 'emph')
  if (gold.length === 0) return undefined
  const missing = gold.filter(({ line, to }) => {
    for (let n = line; n <= (to ?? line); n++) if (task.edition.emphasis.has(n)) return false
    return true
  })
  return {
    figure: { hits: gold.length - missing.length, of: gold.length },
    misses: missing.map(({ line, raw }) => ({
      line,
      text: raw,
      truth: 'emphasis',
      edition: 'plain',
      kinds: true,
    })),
  }
}
