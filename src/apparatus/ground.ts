import type { Span } from '../model/span.ts'

/**
 * Who holds which characters of the witness, and which places between two of them. It answers what
 * `touches` would of all spans at once, in O(length of the span asked for).
 */
export class Ground {
  readonly #characters = new Map<number, string>()
  readonly #places = new Map<number, string>()

  take(spans: readonly Span[], holder: string): void {
    for (const { from, to } of spans) {
      if (from === to) this.#places.set(from, holder)
      for (let at = from; at < to; at++) this.#characters.set(at, holder)
    }
  }

  /** Who holds something that one of the spans touches. */
  holderOf(spans: readonly Span[]): string | undefined {
    for (const span of spans) {
      const found = this.#at(span)
      if (found !== undefined) return found
    }
    return undefined
  }

  #at({ from, to }: Span): string | undefined {
    // An insertion touches what stands on either side of it.
    const before = from === to ? from - 1 : from
    const behind = from === to ? to + 1 : to
    for (let at = before; at < behind; at++) {
      const found = this.#characters.get(at)
      if (found !== undefined) return found
    }
    for (let at = from; at <= to; at++) {
      const found = this.#places.get(at)
      if (found !== undefined) return found
    }
    return undefined
  }
}
