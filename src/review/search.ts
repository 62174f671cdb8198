import { isInForce } from '../model/correction.ts'
import type { Edition } from '../model/edition.ts'
import { flowsOf } from '../model/flow.ts'
import { Markings } from '../model/marking.ts'
import { type Reading, readingOf, witnessOffset } from '../model/reading.ts'
import { bySpan } from '../model/span.ts'
import { type Stretch, sheetAt } from './sheets.ts'
import type { Hit, Hits } from './wire.ts'

/** How many places are listed of each of the two texts. */
const LISTED = 200

const AROUND = 40

/** The edition as one reads it, to be searched. Linear in the text. */
export function readingToSearch({ witness, markings, corrections }: Edition): Reading {
  const all = new Markings(markings)
  const replacements = corrections.filter(isInForce).flatMap(({ id, parts }) => {
    return parts.map(({ from, to, corr }) => ({ from, to, text: corr, correction: id }))
  })
  return readingOf(witness, flowsOf(witness, all), all, replacements.sort(bySpan))
}

/**
 * Where a text stands in the raw text and in the edition, upper and lower case alike, and any white
 * space for a blank. The edition is searched as one reads it: a word is found that a line end divides.
 */
export function searchBook(
  { witness }: Edition,
  reading: Reading,
  stretches: readonly Stretch[],
  query: string,
): Hits {
  const words = query.trim().split(/\s+/u)
  if (words[0] === '') return { hits: [], total: 0 }
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('\\s+')
  const raw = placesIn(witness.text, pattern)
  const read = placesIn(reading.text, pattern)
  const hit = (where: Hit['where'], text: string, place: Place, at: number): Hit => ({
    where,
    sheet: sheetAt(stretches, at),
    line: witness.lines.at(at),
    from: at - witness.lines.from(witness.lines.at(at)),
    before: squeezed(text.slice(Math.max(0, place.from - AROUND), place.from)),
    text: squeezed(text.slice(place.from, place.to)),
    after: squeezed(text.slice(place.to, place.to + AROUND)),
  })
  return {
    hits: [
      ...read
        .slice(0, LISTED)
        .map((place) => hit('edition', reading.text, place, witnessOffset(reading, place.from))),
      ...raw.slice(0, LISTED).map((place) => hit('raw', witness.text, place, place.from)),
    ],
    total: raw.length + read.length,
  }
}

interface Place {
  readonly from: number
  readonly to: number
}

function placesIn(text: string, pattern: string): readonly Place[] {
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => {
    return { from: match.index, to: match.index + match[0].length }
  })
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
