import type { Markings } from '../model/marking.ts'
import { shownNumber } from '../model/page-key.ts'
import { partitionPoint } from '../model/partition-point.ts'

/** Gives the number of the page on which a place of the witness stands, as the edition shows it. */
export function pageNumbers(markings: Markings): (offset: number) => string {
  const pages = markings.of('page')
  return (offset) => {
    const next = partitionPoint(pages, ({ from }) => from <= offset)
    const page = pages[next - 1]
    return page ? shownNumber(page) : ''
  }
}
