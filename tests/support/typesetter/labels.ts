import type { Page } from './make-up.ts'
import type { Note } from './truth.ts'

/** Puts the labels of notes that are counted page by page in the place of their placeholders. */
export type Relabel = (text: string) => string

/** Counts the notes that begin on each page, from 1. A page with more than nine of them throws. */
export function labelPages(pages: readonly Page[]): Relabel {
  const labels = new Map<string, string>()
  for (const page of pages) {
    let count = 0
    for (const line of page.notes) {
      const placeholder = placeholderOf(line.note)
      if (placeholder === undefined || labels.has(placeholder)) continue
      count++
      if (count > 9) throw new Error(`Unexpected tenth note on page ${page.number}`)
      labels.set(placeholder, String(count))
    }
  }
  return (text) => text.replace(/[\ue000-\uf8ff]/gu, (mark) => labels.get(mark) ?? mark)
}

function placeholderOf(note: Note | undefined): string | undefined {
  return note && 'placeholder' in note.label ? note.label.placeholder : undefined
}

/** The label as it is printed. */
export function labelOf(note: Note, relabel: Relabel): string {
  return 'fixed' in note.label ? note.label.fixed : relabel(note.label.placeholder)
}
