import type { Markings } from '../model/marking.ts'
import { shownNumber } from '../model/page-key.ts'

/** Gives the number of the page on which a place of the witness stands, as the edition shows it. */
export function pageNumbers(markings: Markings): (offset: number) => string {
  const pages = markings.of('page')
  return (offset) => {
    let low = 0
    let high = pages.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pages[middle]?.from ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const page = pages[low - 1]
    return page ? shownNumber(page) : ''
  }
}
