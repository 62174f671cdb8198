import type { Layout } from './layout.ts'
import type { MadePage, Page } from './make-up.ts'
import { roman } from './numerals.ts'

/** Counts the pages, with Roman numerals in the front matter and blank pages where articles open right. */
export function numberPages(made: readonly MadePage[], layout: Layout): readonly Page[] {
  const { front, opensRight = false } = layout.page
  const behind = front ? made.findIndex(({ opens }, i) => i >= front.pages && opens) : 0
  const pages: Page[] = []
  let count = behind > 0 ? 1 : layout.firstPage
  made.forEach((page, i) => {
    const isFront = i < behind
    if (i === behind && behind > 0) count = layout.firstPage
    if (opensRight && page.opens && i > 0 && i !== behind && count % 2 === 0) {
      pages.push(numbered(BLANK, count++, isFront))
    }
    pages.push(numbered(page, count++, isFront))
  })
  return pages
}

const BLANK: MadePage = { opens: false, text: [], notes: [] }

function numbered(page: MadePage, count: number, isFront: boolean): Page {
  const side = count % 2 === 0 ? 'verso' : 'recto'
  return { ...page, number: isFront ? roman(count) : String(count), side }
}
