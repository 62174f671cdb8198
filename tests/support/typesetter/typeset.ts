import { arrange } from './arrange.ts'
import type { Division } from './break-lines.ts'
import { withContents } from './contents.ts'
import { type Mode, readWhole } from './copy-lines.ts'
import type { Titles } from './forme.ts'
import type { GoldRecord } from './gold.ts'
import { goldRecords, printedNotes } from './gold-records.ts'
import { breaksOf } from './hyphenation.ts'
import { labelNotes } from './labels.ts'
import type { Layout } from './layout.ts'
import { makeUp, type Page } from './make-up.ts'
import { numberPages } from './number-pages.ts'
import { printPages } from './print-pages.ts'
import { plainCopy } from './read-copy.ts'
import { setBlocks, setNote } from './set-blocks.ts'
import { termsOf } from './terms.ts'
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

/**
 * Sets a text, prints it, and extracts it again. Pure: the same truth and layout, the same bytes.
 * O(n).
 */
export function typeset(truth: Truth, layout: Layout): Typeset {
  const division = divisionOf(truth, layout)
  const { blocks, notes, pages } = compose(truth, layout, division)
  const relabel = labelNotes(pages, notes, layout.notes)
  const titles = pageTitles(truth, pages)
  const bare: Titles = { book: '', article: '' }
  const raw = printPages(pages, layout, (page) => titles.get(page) ?? bare, relabel)
  const end = layout.page.begins === 'form-feed' ? '\f' : ''
  const printed = printedNotes(raw)
  return {
    raw: `${raw.map((line) => line.text).join('\n')}\n${end}`,
    gold: goldRecords(raw, relabel),
    pages,
    right: readingText(blocks, printed, 'right'),
    printed: readingText(blocks, printed, 'printed'),
  }
}

function divisionOf({ language }: Truth, { hyphens = {} }: Layout): Division {
  return { breaks: breaksOf(language, hyphens.old), glyph: hyphens.glyph ?? '-' }
}

/** Makes the pages, twice where the contents must tell them. */
function compose(
  truth: Truth,
  layout: Layout,
  division: Division,
): Truth & { readonly pages: readonly Page[] } {
  const arranged = arrange(truth, layout)
  const pagesOf = ({ blocks, notes }: Truth): readonly Page[] => {
    const set = setBlocks(blocks, layout, division)
    return numberPages(
      makeUp(set, (note) => setNote(note, layout, division), notes, layout),
      layout,
    )
  }
  if (!layout.contents) return { ...arranged, pages: pagesOf(arranged) }
  const numbers = new Map<Block, string>()
  for (const page of pagesOf(withContents(arranged, layout, () => ''))) {
    for (const { block } of page.text) if (!numbers.has(block)) numbers.set(block, page.number)
  }
  const whole = withContents(arranged, layout, (heading) => numbers.get(heading) ?? '')
  return { ...whole, pages: pagesOf(whole) }
}

/** The titles of the book, and of the article or document that goes on or begins on each page. */
function pageTitles(truth: Truth, pages: readonly Page[]): ReadonlyMap<Page, Titles> {
  const titles = new Map<Page, Titles>()
  const book = truth.title ?? termsOf(truth.language).title
  let article = ''
  for (const page of pages) {
    for (const { block } of page.text) {
      if (block.role === 'heading' && block.level <= 2) article = titleOf(block)
    }
    titles.set(page, { book, article })
  }
  return titles
}

function titleOf(block: Block): string {
  return copiesOf(block)
    .map((copy) => readWhole(copy, 'right'))
    .join(' ')
}

function readingText(blocks: readonly Block[], notes: readonly Note[], mode: Mode): string {
  const text = blocks.flatMap((block) =>
    block.role === 'entry' ? [...copiesOf(block), plainCopy(block.page)] : copiesOf(block),
  )
  const below = notes.flatMap((note) => note.paragraphs)
  return [...text, ...below].map((copy) => readWhole(copy, mode)).join('\n')
}

function copiesOf(block: Block): readonly Copy[] {
  if (block.role === 'endnote') return []
  return 'lines' in block ? block.lines : [block.copy]
}
