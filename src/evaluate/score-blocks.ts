import { blockKinds, kindOfElement } from './block-kinds.ts'
import { f1 } from './f1.ts'
import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, type Miss, rawLine, type Scored, type Task } from './task.ts'
import { isBlank } from './white-space.ts'

/** Of the lines at which blocks begin: how many are right, and how many were found. */
export interface BlockFigure {
  readonly precision: Share
  readonly recall: Share
  readonly f1: number
  /** Of the blocks that begin where they should, those that are what they should be. */
  readonly kinds: Share
}

/** Where paragraphs, headings, items and notes begin. Without joins and splits nothing is known. */
export function scoreBlocks(task: Task): Scored<BlockFigure> | undefined {
  const want = trueStarts(task)
  if (!want) return undefined
  const out = new Set([...task.forme, ...doubtful(task), ...inTables(task), ...inColumns(task)])
  for (const line of out) want.delete(line)
  const got = new Set(
    [...task.edition.starts.keys()].filter((line) => isCovered(task, line) && !out.has(line)),
  )
  const misses: Miss[] = []
  const kinds = blockKinds(task.gold)
  let hits = 0
  let same = 0
  for (const line of [...new Set([...want, ...got])].sort((a, b) => a - b)) {
    const start = task.edition.starts.get(line)
    const truth = want.has(line) ? (kinds.get(line) ?? 'paragraph') : 'no block'
    const edition = got.has(line) ? kindOfElement(start ?? '') : 'no block'
    if (want.has(line) && got.has(line)) hits++
    if (want.has(line) && truth === edition) same++
    if (truth !== edition)
      misses.push({ line, text: rawLine(task, line, 50), truth, edition, kinds: true })
  }
  const precision = { hits, of: got.size }
  const recall = { hits, of: want.size }
  return {
    figure: { precision, recall, f1: f1(precision, recall), kinds: { hits: same, of: hits } },
    misses,
  }
}

/** Lines at which blocks begin: after a blank line, unless the truth says otherwise. */
function trueStarts(task: Task): Set<number> | undefined {
  const joins = linesOf(task, 'join')
  const splits = linesOf(task, 'split')
  if (joins.size === 0 && splits.size === 0) return undefined
  const want = new Set<number>()
  for (let line = task.first; line <= task.last; line++) {
    if (task.forme.has(line) || isBlank(task.raw[line - 1] ?? '')) continue
    const afterBlank = line === 1 || isBlank(task.raw[line - 2] ?? '')
    if (splits.has(line) || (afterBlank && !joins.has(line))) want.add(line)
  }
  return want
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

/** Lines of two columns side by side: what begins on them, a line cannot tell. */
function inColumns(task: Task): readonly number[] {
  return goldOf(task.gold, 'columns').flatMap(({ line, to }) =>
    Array.from({ length: to - line + 1 }, (_, i) => line + i),
  )
}

/** The rows of tables after the first: they have a figure of their own. */
function inTables(task: Task): readonly number[] {
  return goldOf(task.gold, 'table').flatMap(({ line, to }) =>
    Array.from({ length: to - line }, (_, i) => line + 1 + i),
  )
}
