import { f1 } from './f1.ts'
import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, type Miss, rawLine, type Scored, type Task } from './task.ts'

/** What is found whole, and what was found that is none. */
export interface FoundFigure {
  readonly found: Share
  readonly superfluous: number
}

export interface HeadingFigure extends FoundFigure {
  readonly precision: Share
  readonly f1: number
  /** Of the headings found, those that stand as deep among the others as they should. */
  readonly levels: Share
}

/** Headings, from their first line to their last. */
export function scoreHeadings(task: Task): Scored<HeadingFigure> | undefined {
  const gold = goldOf(task.gold, 'heading')
  if (gold.length === 0) return undefined
  const { heads } = task.edition
  const sure = gold.filter(({ cert }) => cert !== 'low')
  const missing = sure.filter(({ line, to }) => heads.get(line)?.to !== to)
  const known = new Set(gold.map(({ line }) => line))
  const superfluous = [...heads.keys()].filter((line) => isCovered(task, line) && !known.has(line))
  const found = { hits: sure.length - missing.length, of: sure.length }
  const precision = {
    hits: found.hits,
    of: found.hits + wrongly(missing, task) + superfluous.length,
  }
  const levels = scoreLevels(task)
  return {
    figure: {
      found,
      superfluous: superfluous.length,
      precision,
      f1: f1(precision, found),
      levels: levels.figure,
    },
    misses: [
      ...missing.map(({ line, to, text }): Miss => {
        const got = heads.get(line)?.to
        const truth = got === undefined ? 'heading' : `heading to line ${to}`
        const edition = got === undefined ? 'no heading' : `heading to line ${got}`
        return { line, text: text.slice(0, 60), truth, edition, ...(got ? {} : { kinds: true }) }
      }),
      ...superfluous.map(
        (line): Miss => ({
          line,
          text: rawLine(task, line),
          truth: 'no heading',
          edition: 'heading',
          kinds: true,
        }),
      ),
      ...levels.misses,
    ],
  }
}

/** Of headings that are not found whole, those that begin where they should. */
function wrongly(missing: readonly { readonly line: number }[], task: Task): number {
  return missing.filter(({ line }) => task.edition.heads.has(line)).length
}

/**
 * Compares how deep headings stand. Neither the levels of the truth nor the depths of the edition
 * mean anything by themselves: what counts is what stands under what, of the headings that both have.
 */
function scoreLevels(task: Task): Scored<Share> {
  const both = goldOf(task.gold, 'heading').flatMap(({ line, level, text, cert }) => {
    const got = task.edition.heads.get(line)
    return got && cert !== 'low' ? [{ line, text, level, depth: got.depth }] : []
  })
  const truth = nested(both.map(({ level }) => level))
  const edition = nested(both.map(({ depth }) => depth))
  const misses = both.flatMap(({ line, text }, i): Miss[] => {
    if (truth[i] === edition[i]) return []
    return [
      {
        line,
        text: text.slice(0, 60),
        truth: `heading ${truth[i]} deep`,
        edition: `heading ${edition[i]} deep`,
        kinds: true,
      },
    ]
  })
  return { figure: { hits: both.length - misses.length, of: both.length }, misses }
}

/** How many headings each one stands under, itself counted. */
function nested(levels: readonly number[]): readonly number[] {
  const open: number[] = []
  return levels.map((level) => {
    while ((open.at(-1) ?? -1) >= level) open.pop()
    open.push(level)
    return open.length
  })
}
