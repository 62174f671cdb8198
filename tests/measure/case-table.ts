import { percent, ratio } from '../../src/evaluate/share.ts'
import { BARS, isPassed } from './bars.ts'
import type { Figures } from './figures.ts'

/** A row of figures and what it is called. */
export interface Row {
  readonly name: string
  readonly figures: Figures | undefined
  readonly seconds: number
  /** Why there are no figures. */
  readonly crash?: string
}

/** Figures as a table for people; what is below its bar bears a `!`. */
export function caseTable(rows: readonly Row[]): string {
  const head = ['', ...BARS.map(({ short }) => short), 'words l/a/c', 's']
  const body = rows.map(({ name, figures, seconds, crash }) => {
    if (!figures) return [name, `CRASH ${crash ?? ''}`.slice(0, 150)]
    const shown = BARS.map((bar) => {
      const share = bar.share(figures)
      if (share.of === 0) return '–'
      return `${percent(ratio(share)).slice(0, -1)}${isPassed(bar, figures) ? ' ' : '!'}`
    })
    const { wordsLost, wordsAdded, wordsChanged } = figures
    return [name, ...shown, `${wordsLost}/${wordsAdded}/${wordsChanged}`, seconds.toFixed(1)]
  })
  const widths = head.map((title, i) =>
    Math.max(
      title.length,
      ...body.map((row) => (row.length === head.length ? (row[i]?.length ?? 0) : 0)),
    ),
  )
  const nameWidth = Math.max(0, ...body.map(([name]) => name?.length ?? 0))
  return [head, ...body]
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(nameWidth) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
