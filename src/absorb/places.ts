import type { Stretch, WitnessPlace } from '../formats/markdown/witness-place.ts'
import type { Correction } from '../model/correction.ts'
import type { Block } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Passage } from './passage.ts'

/** The witness characters that a character of a passage shows, or stands for. */
export function spanAt({ places, signs }: Passage, at: number): Span | undefined {
  const sign = signs.get(at)
  if (sign?.kind === 'call') {
    const [first] = sign.call?.children ?? []
    const end = sign.call?.children.at(-1)
    return first && end ? { from: first.from, to: end.to } : undefined
  }
  const place = places[at]
  if (typeof place === 'number') return { from: place, to: place + 1 }
  return place && place.from >= 0 ? { from: place.from, to: place.to } : undefined
}

/** The layout or correction that a character of a passage shows, if it is no printed character. */
export function stretchAt({ places }: Passage, at: number): Stretch | undefined {
  const place: WitnessPlace | undefined = places[at]
  return typeof place === 'object' ? place : undefined
}

/** The corrections that a character of a passage shows. */
export function correctionsAt(passage: Passage, at: number): readonly Correction[] {
  return stretchAt(passage, at)?.corrections ?? []
}

/** The first place in the witness from a character of a passage on. */
export function firstSpan(passage: Passage, from: number): Span | undefined {
  for (let at = from; at < passage.text.length; at++) {
    const span = spanAt(passage, at)
    if (span) return span
  }
  return undefined
}

/** The innermost block that holds an offset of the witness. `blocks` in the order of the witness. */
export function blockAround(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks.findLast(({ from, to }) => from <= offset && offset < to)
}
