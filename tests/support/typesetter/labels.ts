import type { Layout } from './layout.ts'
import type { Page } from './make-up.ts'
import { letter, roman } from './numerals.ts'
import { callsOn } from './set-blocks.ts'
import { type Block, isArticle, type Note } from './truth.ts'

/** Puts the labels of notes that the layout counts in the place of their placeholders. */
export type Relabel = (text: string) => string

const SIGNS = ['*', '†', '‡', '§', '¶']

/** How the nth note is labelled. */
const LABELS = {
  arabic: String,
  roman,
  letter,
  symbol: (nth: number): string =>
    (SIGNS[(nth - 1) % SIGNS.length] ?? '').repeat(Math.ceil(nth / SIGNS.length)),
  star: (nth: number): string => '*'.repeat(nth),
  boxed: (nth: number): string => `[${nth}]`,
  paren: (nth: number): string => `${nth})`,
} as const satisfies Record<string, (nth: number) => string>

export type LabelStyle = keyof typeof LABELS

/** Counts the notes in the order of their calls, from 1 on each page, in each article or in the book. */
export function labelNotes(
  pages: readonly Page[],
  notes: ReadonlyMap<string, Note>,
  { labels: style = 'arabic', restart = 'page' }: Layout['notes'],
): Relabel {
  const labels = new Map<string, string>()
  let count = 0
  let heading: Block | undefined
  for (const page of pages) {
    if (restart === 'page') count = 0
    for (const line of page.text) {
      const { block } = line
      const begins = block.role === 'heading' && isArticle(block)
      if (restart === 'article' && begins && block !== heading) count = 0
      if (begins) heading = block
      for (const { note: key } of callsOn(line)) {
        const placeholder = placeholderOf(notes.get(key))
        if (placeholder === undefined || labels.has(placeholder)) continue
        labels.set(placeholder, LABELS[style](++count))
      }
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
