import type { FormeWork } from '../../model/marking.ts'
import type { Span } from '../../model/span.ts'
import type { Witness } from '../../model/witness.ts'
import type { LinePart } from './line.ts'

/** Longer lines, in UTF-16 units, are written in parts, so that no element is endless. */
const LONGEST = 1 << 16

/**
 * Cuts the raw lines of a witness into the parts that are written: whole lines, but for those over
 * which a page begins, and very long ones.
 *
 * Surfaces must be handed over in order. Linear in the lines and the forme work.
 */
export class LineParts {
  readonly #witness: Witness
  readonly #works: readonly FormeWork[]
  /** The first forme work that may reach into what comes. */
  #work = 0
  /** How many parts of the line were written that the next surface begins in. */
  #written = 0

  /** `works` must be in the order of the witness. */
  constructor(witness: Witness, works: readonly FormeWork[]) {
    this.#witness = witness
    this.#works = works
  }

  /** The lines, or parts of them, in a surface. */
  *of(surface: Span): Generator<LinePart> {
    if (surface.from >= surface.to) return
    const { lines } = this.#witness
    for (let line = lines.at(surface.from); line <= lines.count; line++) {
      const from = Math.max(surface.from, lines.from(line))
      if (from >= surface.to) return
      yield* this.#partsOf(line, from, Math.min(surface.to, lines.to(line)), surface.to)
    }
  }

  *#partsOf(line: number, from: number, to: number, limit: number): Generator<LinePart> {
    const { text, lines } = this.#witness
    const isLast = lines.next(line) <= limit
    for (let at = from, part = this.#written + 1; ; part++) {
      const cut = cutBefore(text, at, to)
      const end = isLast && cut === to ? lines.end(line) : ''
      yield { line, part, from: at, to: cut, end, works: this.#worksIn(at, cut) }
      this.#written = part
      at = cut
      if (at >= to) break
    }
    if (isLast) this.#written = 0
  }

  #worksIn(from: number, to: number): readonly FormeWork[] {
    while ((this.#works[this.#work]?.to ?? Infinity) <= from) this.#work++
    const found: FormeWork[] = []
    for (let i = this.#work; i < this.#works.length; i++) {
      const work = this.#works[i]
      if (!work || work.from >= to) break
      found.push(work)
    }
    return found
  }
}

/** Where a part ends that begins at `from`: never within a surrogate pair. */
function cutBefore(text: string, from: number, to: number): number {
  const cut = from + LONGEST
  if (cut >= to) return to
  return (text.codePointAt(cut - 1) ?? 0) > 0xffff ? cut + 1 : cut
}
