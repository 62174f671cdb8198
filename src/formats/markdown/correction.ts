import type { Correction } from '../../model/correction.ts'
import type { CorrectionNode, PageBeginningNode } from '../../model/edition.ts'
import { shownOf } from './leaf.ts'
import { pageComment } from './page-comment.ts'
import type { Phrase } from './phrase.ts'
import { placesOfReading } from './witness-place.ts'

/** A corrected word: its reading, with the pages that begin in it in their places. */
export function writeCorrection(node: CorrectionNode, phrase: Phrase): void {
  let written = 0
  const placesFrom = (start: number) => () => placesOfReading(node).slice(start)
  let printed = 0
  for (const leaf of node.children) {
    printed += shownOf(leaf).length
    if (leaf.type !== 'pageBeginning') continue
    const at = Math.max(written, placeInReading(node, leaf, printed))
    phrase.print(node.reading.slice(written, at), placesFrom(written))
    phrase.page(pageComment(leaf))
    written = at
  }
  phrase.print(node.reading.slice(written), placesFrom(written))
}

/** The characters of a word as printed, its soft hyphens and line ends left out. */
export function printedWord(node: CorrectionNode): string {
  return node.children.map(shownOf).join('')
}

/** Where in the reading the page begins, that begins behind so many printed characters. */
function placeInReading(node: CorrectionNode, page: PageBeginningNode, printed: number): number {
  const from = node.children[0]?.from ?? page.from
  let at = printed
  for (const correction of node.corrections) at += growthBetween(correction, from, page.from)
  const place = Math.min(Math.max(at, 0), node.reading.length)
  return isLowSurrogate(node.reading.charCodeAt(place)) ? place + 1 : place
}

/** How many characters a correction adds in a stretch of the witness. */
function growthBetween(correction: Correction, from: number, to: number): number {
  let growth = 0
  for (const part of correction.parts) {
    if (part.from >= from && part.to <= to) growth += part.corr.length - (part.to - part.from)
  }
  return growth
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
