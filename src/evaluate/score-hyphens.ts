import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { miss, type Scored, type Task } from './task.ts'

/** Hyphens at line ends: those that the printer put there, and those that belong to the word. */
export function scoreHyphens(task: Task): Scored<{ readonly soft: Share; readonly hard: Share }> {
  const { edition } = task
  const misses: string[] = []
  const tally = { soft: { hits: 0, of: 0 }, hard: { hits: 0, of: 0 } }
  for (const { line, hyphen, cert } of goldOf(task.gold, 'hyphen')) {
    if (cert === 'low') continue
    const printed = (edition.printed.get(line) ?? '').trimEnd()
    const got = edition.soft.has(line) ? 'soft' : printed.endsWith('-') ? 'hard' : 'lost'
    tally[hyphen].of++
    if (got === hyphen) tally[hyphen].hits++
    else misses.push(miss(line, hyphen, got, (task.raw[line - 1] ?? '').trim().slice(-25)))
  }
  return { figure: tally, misses }
}
