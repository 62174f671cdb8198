import { type Mode, readWhole } from './copy-lines.ts'
import type { GoldRecord } from './gold.ts'
import { goldRecords, printedNotes } from './gold-records.ts'
import { breaksOf } from './hyphenation.ts'
import { labelPages } from './labels.ts'
import type { Layout } from './layout.ts'
import { makeUp, type Page } from './make-up.ts'
import { printPages } from './print-pages.ts'
import { setBlocks, setNote } from './set-blocks.ts'
import type { Block, Copy, Note, Truth } from './truth.ts'

/** A text as it was extracted from print, and all that is known of it. */
export interface Typeset {
  readonly raw: string
  readonly gold: readonly GoldRecord[]
  readonly pages: readonly Page[]
  /** As a reader reads it: first the text, then the notes in the order of print. */
  readonly right: string
  /** The same with the misprints. */
  readonly printed: string
}

/** Sets a text, prints it, and extracts it again. Pure: the same truth and layout, the same bytes. */
export function typeset(truth: Truth, layout: Layout): Typeset {
  const breaks = breaksOf(truth.language)
  const blocks = setBlocks(truth.blocks, layout, breaks)
  const pages = makeUp(blocks, (note) => setNote(note, layout, breaks), truth.notes, layout)
  const relabel = labelPages(pages)
  const titles = pageTitles(pages)
  const raw = printPages(pages, layout, (page) => titles.get(page) ?? '', relabel)
  const end = layout.page.begins === 'form-feed' ? '\f' : ''
  const notes = printedNotes(raw)
  return {
    raw: `${raw.map((line) => line.text).join('\n')}\n${end}`,
    gold: goldRecords(raw, relabel),
    pages,
    right: readingText(truth.blocks, notes, 'right'),
    printed: readingText(truth.blocks, notes, 'printed'),
  }
}

/** The title of the article or document that goes on or begins on each page. */
function pageTitles(pages: readonly Page[]): ReadonlyMap<Page, string> {
  const titles = new Map<Page, string>()
  let title = ''
  for (const page of pages) {
    for (const { block } of page.text) {
      if (block.role !== 'heading' || block.level > 2) continue
      title = block.lines.map((copy) => readWhole(copy, 'right')).join(' ')
    }
    titles.set(page, title)
  }
  return titles
}

function readingText(blocks: readonly Block[], notes: readonly Note[], mode: Mode): string {
  const text = blocks.flatMap(copiesOf)
  const below = notes.flatMap((note) => note.paragraphs)
  return [...text, ...below].map((copy) => readWhole(copy, mode)).join('\n')
}

function copiesOf(block: Block): readonly Copy[] {
  if (block.role === 'endnote') return []
  return block.role === 'heading' || block.role === 'stanza' ? block.lines : [block.copy]
}
