import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, miss, rawLine, type Scored, type Task } from './task.ts'

/** What is found whole, and what was found that is none. */
export interface FoundFigure {
  readonly found: Share
  readonly superfluous: number
}

/** Headings, from their first line to their last. */
export function scoreHeadings(task: Task): Scored<FoundFigure> | undefined {
  const gold = goldOf(task.gold, 'heading')
  if (gold.length === 0) return undefined
  const sure = gold.filter(({ cert }) => cert !== 'low')
  const missing = sure.filter(({ line, to }) => task.edition.heads.get(line)?.to !== to)
  const known = new Set(gold.map(({ line }) => line))
  const superfluous = [...task.edition.heads.keys()].filter(
    (line) => isCovered(task, line) && !known.has(line),
  )
  return {
    figure: {
      found: { hits: sure.length - missing.length, of: sure.length },
      superfluous: superfluous.length,
    },
    misses: [
      ...missing.map(({ line, text }) => {
        const to = task.edition.heads.get(line)?.to
        const what = to === undefined ? 'missing' : `ends at ${to}`
        return miss(line, what, text.slice(0, 60))
      }),
      ...superfluous.map((line) => miss(line, 'superfluous', rawLine(task, line))),
    ],
  }
}
