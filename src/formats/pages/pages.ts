import type { Edition } from '../../model/edition.ts'
import type { Format } from '../format.ts'
import { readOf } from '../reading/run.ts'
import { writable } from '../reading/writable.ts'
import { type Fragment, type PrintedPage, printedPages } from './printed-page.ts'

/** `pages/00000012.txt`: the corrected text of each page, by its place in the book. */
export const pages: Format = {
  name: 'pages',
  files: (edition) => new Map(pageTexts(edition)),
}

/** The page files. What is printed before the first page is page 0. */
export function* pageTexts(edition: Edition): Generator<[string, readonly string[]]> {
  let number = 0
  for (const printed of printedPages(edition)) {
    if (printed.page) number++
    yield [`pages/${pageName(number)}.txt`, [textOf(printed)]]
  }
}

/** The name of the files of a page, counted from 1: eight digits, as repositories sort them. */
export function pageName(number: number): string {
  return String(number).padStart(8, '0')
}

function textOf({ text, notes }: PrintedPage): string {
  const lines = text.map(lineOf)
  for (const { note, fragments } of notes) {
    const [first, ...others] = fragments
    if (!first) continue
    const start = first.begun || note.siglum === '' ? '' : `[${note.siglum}] `
    lines.push(start + lineOf(first), ...others.map(lineOf))
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function lineOf({ passage, runs, hyphen }: Fragment): string {
  const { indent, label } = passage
  const start = label === '' ? ' '.repeat(indent) : `${label} `
  const text = runs.map((run) => {
    return run.type === 'call' && run.note ? `[${run.note.siglum}]` : readOf(run)
  })
  return writable(start + text.join('') + hyphen)
}
