import type { PageBeginningNode } from '../../model/edition.ts'
import { attribute, escapeText } from '../html/escape.ts'
import type { Manner } from '../html/manner.ts'
import { filled } from '../html/words/words.ts'

/** A page of the print, as the page list names it. */
export interface ListedPage {
  readonly id: string
  readonly number: string
}

/** Stands around an id until it is known in which file it is. No text of a book can hold it. */
const MARK = '\0'

/**
 * How the pages of an e-reader are written: its names for notes and pages beside those of the web, and
 * addresses that `linked` completes. Every page that begins in the text is handed to `found`.
 */
export function eReader(found: (page: ListedPage) => void): Manner {
  return {
    address: (id) => `${MARK}${escapeText(id)}${MARK}`,
    call: ' epub:type="noteref" role="doc-noteref"',
    note: ' epub:type="footnote" role="doc-footnote"',
    back: ' role="doc-backlink"',
    noteElement: 'aside',
    topHeading: 1,
    asPrinted: false,
    page: ({ number }: PageBeginningNode, id, words) => {
      if (id === undefined) return ''
      const shown = number === '' ? '?' : number
      found({ id, number: shown })
      const name = attribute('aria-label', `${filled(words.page, shown)}. `)
      return `<span class="pb" id="${id}" epub:type="pagebreak" role="doc-pagebreak"${name}></span>`
    },
  }
}

/** The ids in a file. */
export function idsIn(xhtml: string): readonly string[] {
  return [...xhtml.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1] ?? '')
}

/** A file with its addresses complete. What is nowhere is taken for the beginning of the file itself. */
export function linked(xhtml: string, file: string, files: ReadonlyMap<string, string>): string {
  return xhtml.replaceAll(/\0([^\0]*)\0/gu, (_, id: string) => {
    const where = files.get(id)
    return where === undefined ? file : `${where}#${id}`
  })
}
