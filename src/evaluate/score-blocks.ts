import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, miss, rawLine, type Scored, type Task } from './task.ts'
import { isBlank } from './white-space.ts'

/** Of the lines at which blocks begin: how many are right, and how many were found. */
export interface BlockFigure {
  readonly precision: Share
  readonly recall: Share
}

/** Where paragraphs, headings, items and notes begin. Without joins and splits nothing is known. */
export function scoreBlocks(task: Task): Scored<BlockFigure> | undefined {
  const joins = linesOf(task, 'join')
  const splits = linesOf(task, 'split')
  if (joins.size === 0 && splits.size === 0) return undefined
  const out = new Set([...task.forme, ...doubtful(task)])
  const want = new Set<number>()
  for (let line = task.first; line <= task.last; line++) {
    if (out.has(line) || isBlank(task.raw[line - 1] ?? '')) continue
    const afterBlank = line === 1 || isBlank(task.raw[line - 2] ?? '')
    if (splits.has(line) || (afterBlank && !joins.has(line))) want.add(line)
  }
  const got = new Set(
    [...task.edition.starts.keys()].filter((line) => isCovered(task, line) && !out.has(line)),
  )
  const missing = [...want].filter((line) => !got.has(line))
  const superfluous = [...got].filter((line) => !want.has(line))
  const hits = want.size - missing.length
  const said = new Map([
    ...missing.map((line) => [line, 'missing'] as const),
    ...superfluous.map((line) => [line, 'superfluous'] as const),
  ])
  return {
    figure: { precision: { hits, of: got.size }, recall: { hits, of: want.size } },
    misses: [...said]
      .sort(([a], [b]) => a - b)
      .map(([line, what]) => miss(line, what, rawLine(task, line, 50))),
  }
}

function linesOf(task: Task, kind: 'join' | 'split'): ReadonlySet<number> {
  return new Set(goldOf(task.gold, kind).map(({ line }) => line))
}

/** Lines of which even the annotation is not sure. */
function doubtful(task: Task): readonly number[] {
  return task.gold.flatMap((one) => {
    const counts =
      one.kind === 'join' || one.kind === 'split' || one.kind === 'heading' || one.kind === 'page'
    return counts && one.cert === 'low' ? [one.line] : []
  })
}
