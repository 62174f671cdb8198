import type { Leaf } from '../model/edition.ts'
import type { Span } from '../model/span.ts'

/**
 * The leaves of a block as a reader sees them, with the way there and back: soft hyphens and breaks
 * gone, and a line feed for each character that belongs to no word, a call's or a label's.
 */
export class ShownBlock {
  readonly text: string
  readonly #leaves: readonly Leaf[]
  /** Where each leaf begins in `text`. */
  readonly #starts: readonly number[]

  /** `barriers` must be in order and lie in text leaves. Linear. */
  constructor(leaves: readonly Leaf[], barriers: readonly Span[]) {
    const starts: number[] = []
    const chunks: string[] = []
    let at = 0
    let next = 0
    for (const leaf of leaves) {
      while ((barriers[next]?.to ?? Number.POSITIVE_INFINITY) <= leaf.from) next++
      starts.push(at)
      const shown = shownIn(leaf, barriers, next)
      chunks.push(shown)
      at += shown.length
    }
    this.text = chunks.join('')
    this.#leaves = leaves
    this.#starts = starts
  }

  /** The place in `text` of a witness offset; of a leaf that shows otherwise, its beginning. */
  placeOf(offset: number): number {
    const index = lastAtMost(this.#leaves, offset, (leaf) => leaf.from)
    const leaf = this.#leaves[index]
    const start = this.#starts[index] ?? 0
    if (!leaf) return start
    if (offset >= leaf.to) return this.#starts[index + 1] ?? this.text.length
    return leaf.type === 'text' ? start + offset - leaf.from : start
  }

  /** The witness offset at which the character at `place` begins. */
  beginningOf(place: number): number {
    const index = lastAtMost(this.#starts, place, (start) => start)
    const leaf = this.#leaves[index]
    if (!leaf) return 0
    return leaf.type === 'text' ? leaf.from + place - (this.#starts[index] ?? 0) : leaf.from
  }

  /** The witness offset at which the character before `place` ends. */
  endBefore(place: number): number {
    const index = lastAtMost(this.#starts, place - 1, (start) => start)
    const leaf = this.#leaves[index]
    if (!leaf) return 0
    return leaf.type === 'text' ? leaf.from + place - (this.#starts[index] ?? 0) : leaf.to
  }

  /** `span` with the leaves that cannot be cut taken whole. */
  whole(span: Span): Span {
    return { from: this.#beginningOfLeaf(span.from), to: this.#endOfLeaf(span.to) }
  }

  #beginningOfLeaf(offset: number): number {
    const leaf = this.#leaves[lastAtMost(this.#leaves, offset, (l) => l.from)]
    if (!leaf || leaf.type === 'text' || offset >= leaf.to) return offset
    return leaf.from
  }

  #endOfLeaf(offset: number): number {
    const leaf = this.#leaves[lastAtMost(this.#leaves, offset, (l) => l.from)]
    if (!leaf || leaf.type === 'text' || offset <= leaf.from || offset >= leaf.to) return offset
    return leaf.to
  }
}

/** The characters of a leaf that a reader sees; `from` and `to` as of the leaf unless given. */
export function shown(leaf: Leaf, from = leaf.from, to = leaf.to): string {
  switch (leaf.type) {
    case 'text':
    case 'label':
      return leaf.value.slice(from - leaf.from, to - leaf.from)
    case 'hyphen':
      return leaf.kind === 'soft' ? '' : leaf.value.slice(from - leaf.from, to - leaf.from)
    case 'layout':
      return from === leaf.from && to === leaf.to ? leaf.value : ''
    default:
      return ''
  }
}

function shownIn(leaf: Leaf, barriers: readonly Span[], first: number): string {
  const text = shown(leaf)
  if (leaf.type === 'label') return '\n'.repeat(text.length)
  if (leaf.type !== 'text') return text
  const chunks: string[] = []
  let at = leaf.from
  for (let i = first; at < leaf.to; i++) {
    const barrier = barriers[i]
    const from = Math.min(Math.max(barrier?.from ?? leaf.to, at), leaf.to)
    const to = Math.min(Math.max(barrier?.to ?? leaf.to, from), leaf.to)
    chunks.push(text.slice(at - leaf.from, from - leaf.from), '\n'.repeat(to - from))
    at = to
  }
  return chunks.join('')
}

/** The index of the last element whose key is at most `value`, or 0. Keys must not descend. */
function lastAtMost<T>(sorted: readonly T[], value: number, key: (element: T) => number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    const element = sorted[middle]
    if (element !== undefined && key(element) <= value) low = middle
    else high = middle - 1
  }
  return low
}
