import { goldOf } from './read-gold.ts'
import type { FoundFigure } from './score-headings.ts'
import type { Share } from './share.ts'
import { isCovered, rawLine, type Scored, type Task } from './task.ts'

/** Where pages begin, with their numbers where they are printed. */
export function scorePages(task: Task): Scored<FoundFigure> | undefined {
  const gold = goldOf(task.gold, 'page')
  if (gold.length === 0) return undefined
  const { pages } = task.edition
  const sure = gold.filter(({ cert }) => cert !== 'low')
  const missing = sure.filter(({ line, printed }) => {
    const got = pages.get(line)
    return got === undefined || (printed !== null && printed !== undefined && printed !== got)
  })
  const known = new Set(gold.map(({ line }) => line))
  const superfluous = [...pages.keys()].filter((line) => isCovered(task, line) && !known.has(line))
  return {
    figure: {
      found: { hits: sure.length - missing.length, of: sure.length },
      superfluous: superfluous.length,
    },
    misses: [
      ...missing.map(({ line, printed }) => ({
        line,
        text: rawLine(task, line),
        truth: `page ${printed ?? 'without a number'}`,
        edition: pageAt(task, line),
      })),
      ...superfluous.map((line) => ({
        line,
        text: rawLine(task, line),
        truth: 'no page',
        edition: pageAt(task, line),
      })),
    ],
  }
}

/** The true number of each page, printed or not, where the gold knows it. */
export function scorePageNumbers(task: Task): Scored<Share> {
  const known = goldOf(task.gold, 'page').filter(({ number }) => number !== undefined)
  const wrong = known.filter(({ line, number }) => task.edition.pages.get(line) !== number)
  return {
    figure: { hits: known.length - wrong.length, of: known.length },
    misses: wrong.map(({ line, number = '' }) => ({
      line,
      text: rawLine(task, line),
      truth: `page ${number}`,
      edition: pageAt(task, line),
    })),
  }
}

function pageAt(task: Task, line: number): string {
  const number = task.edition.pages.get(line)
  return number === undefined ? 'no page' : `page ${number}`
}
