import type { PageBeginning } from './marking.ts'

/**
 * A key for each page, unique in the edition and fit for an xml:id behind a letter: its number, `x`
 * where that is unknown, and a running number from the second page of that number on (`12.2`).
 *
 * Linear. `pages` must be in the order of the witness, else the keys of the edition and of its
 * source layer differ.
 */
export function pageKeys(pages: readonly PageBeginning[]): readonly string[] {
  const seen = new Map<string, number>()
  return pages.map((page) => {
    const base = page.number.replace(/[^A-Za-z0-9]/g, '') || 'x'
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return count === 1 ? base : `${base}.${count}`
  })
}

/**
 * The number of a page as the edition shows it: `12`; `[13]` where it is inferred; `132 [123]` where
 * the print has it wrong; empty where it is unknown. A number that a person set is not inferred.
 */
export function shownNumber(page: Pick<PageBeginning, 'number' | 'printed' | 'rule'>): string {
  const { number, printed } = page
  if (number === '') return printed ?? ''
  if (printed === undefined) return page.rule === 'decision' ? number : `[${number}]`
  return printed === number ? number : `${printed} [${number}]`
}
