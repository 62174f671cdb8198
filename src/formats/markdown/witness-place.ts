import type { Correction } from '../../model/correction.ts'
import type { CallNode, CorrectionNode, Leaf, PageBeginningNode } from '../../model/edition.ts'
import type { Span } from '../../model/span.ts'
import { shownOf } from './leaf.ts'

/** Characters of the witness that are shown as something else: layout, or what is corrected. */
export interface Stretch extends Span {
  /** The corrections whose reading is shown; none for layout. */
  readonly corrections: readonly Correction[]
}

/** Where a character of the Markdown edition comes from: the witness character itself, or a stretch. */
export type WitnessPlace = number | Stretch

/** Of what has no place in the witness: a blank of the layout that the edition sets. */
export const NOWHERE: Stretch = { from: -1, to: -1, corrections: [] }

declare module 'mdast' {
  interface TextData {
    /** Of a traced tree: the place of each UTF-16 unit of the value. */
    places?: readonly WitnessPlace[]
  }
  interface CodeData {
    places?: readonly WitnessPlace[]
  }
  interface HtmlData {
    page?: PageBeginningNode
  }
  interface FootnoteReferenceData {
    call?: CallNode
  }
}

/** The places of what a reader sees of a leaf, one for each UTF-16 unit. */
export function placesOfLeaf(leaf: Leaf): readonly WitnessPlace[] {
  const shown = shownOf(leaf)
  if (leaf.type === 'layout') return shown === '' ? [] : [{ ...spanOf(leaf), corrections: [] }]
  return Array.from({ length: shown.length }, (_, i) => {
    if (leaf.from + i < leaf.to) return leaf.from + i
    return { from: leaf.to, to: leaf.to, corrections: [] }
  })
}

/**
 * The places of the reading of a corrected word. Where its parts cannot be told apart, all of it
 * stands for the whole word.
 */
export function placesOfReading(node: CorrectionNode): readonly WitnessPlace[] {
  const { children, corrections, reading } = node
  const from = children[0]?.from ?? 0
  const to = children.at(-1)?.to ?? from
  const mends = corrections
    .flatMap((correction) => correction.parts.map((part) => ({ ...part, correction })))
    .filter((mend) => mend.from >= from && mend.to <= to)
    .sort((a, b) => a.from - b.from || a.to - b.to)
  let text = ''
  const places: WitnessPlace[] = []
  const put = (corr: string, place: (i: number) => WitnessPlace): void => {
    text += corr
    for (let i = 0; i < corr.length; i++) places.push(place(i))
  }
  let at = from
  const printed = (until: number): void => {
    for (const leaf of children) {
      const [start, end] = [Math.max(leaf.from, at), Math.min(leaf.to, until)]
      if (start >= end) continue
      const whole = start === leaf.from && end === leaf.to
      const shown = leaf.type === 'text' ? leaf.value.slice(start - leaf.from, end - leaf.from) : ''
      if (leaf.type === 'text') put(shown, (i) => start + i)
      else if (whole) put(shownOf(leaf), (i) => placesOfLeaf(leaf)[i] ?? start)
    }
  }
  for (const { from: start, to: end, corr, correction } of mends) {
    printed(start)
    put(corr, () => ({ from: start, to: end, corrections: [correction] }))
    at = Math.max(at, end)
  }
  printed(to)
  if (text === reading) return places
  return Array.from({ length: reading.length }, () => ({ from, to, corrections }))
}

function spanOf({ from, to }: Span): Span {
  return { from, to }
}
