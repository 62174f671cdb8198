import type { Covered } from './edition-lines.ts'
import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, type Miss, rawLine, type Scored, type Task } from './task.ts'
import { isBlank } from './white-space.ts'

export interface TableFigure {
  /** Tables that are found from their first line to their last. */
  readonly found: Share
  /** Printed lines of tables that are rows of their own. */
  readonly rows: Share
  readonly superfluous: number
}

/** Tables, kept line by line. */
export function scoreTables(task: Task): Scored<TableFigure> | undefined {
  const gold = goldOf(task.gold, 'table')
  const tables = task.edition.elements.filter((one) => isTable(one) && isCovered(task, one.line))
  if (gold.length === 0 && tables.length === 0) return undefined
  const ends = new Map(tables.map(({ line, to }) => [line, to]))
  const begun = new Set(
    task.edition.elements.flatMap((one) => (one.name === 'row' ? one.line : [])),
  )
  const misses: Miss[] = []
  const rows = { hits: 0, of: 0 }
  let found = 0
  for (const { line, to } of gold) {
    if (ends.get(line) === to) found++
    else {
      const got = ends.get(line)
      const edition = got === undefined ? 'no table' : `table to line ${got}`
      misses.push({ line, text: rawLine(task, line), truth: `table to line ${to}`, edition })
    }
    for (let row = line; row <= to; row++) {
      if (task.forme.has(row) || isBlank(task.raw[row - 1] ?? '')) continue
      rows.of++
      if (begun.has(row)) rows.hits++
      else
        misses.push({
          line: row,
          text: rawLine(task, row),
          truth: 'row',
          edition: 'no row',
          kinds: true,
        })
    }
  }
  const superfluous = tables.filter(
    ({ line }) => !gold.some((one) => one.line <= line && line <= one.to),
  )
  for (const { line } of superfluous) {
    misses.push({
      line,
      text: rawLine(task, line),
      truth: 'no table',
      edition: 'table',
      kinds: true,
    })
  }
  return {
    figure: { found: { hits: found, of: gold.length }, rows, superfluous: superfluous.length },
    misses,
  }
}

/** A table that holds more than rows is a quotation of its type. */
function isTable({ name, type }: Covered): boolean {
  return name === 'table' || (name === 'quote' && type === 'table')
}
