import { contained, endOf, startOf } from './container.ts'
import { heading } from './heading.ts'
import type { Scribe } from './scribe.ts'
import type { Container, StreamNode } from './stream.ts'

/**
 * Sets blocks of the stream, stretch by stretch, with the containers that they stand in. A container
 * that is broken by the foot of a page goes on after it.
 */
export class Setting {
  readonly #scribe: Scribe
  #open: readonly Container[] = []
  readonly #begun = new Set<Container>()

  constructor(scribe: Scribe) {
    this.#scribe = scribe
  }

  /** Sets one block. */
  set({ node, within, depth, opens }: StreamNode): void {
    const scribe = this.#scribe
    const inner = within.at(-1)
    // What parts two pages is written where it stands, but never between two items.
    if ('children' in node || inner?.type !== 'list') this.#stand(within)
    scribe.depth = depth
    const last = node.type === 'heading' ? opens.at(-1) : undefined
    for (const { id } of opens.filter((division) => division !== last)) {
      scribe.wait(() => scribe.markup(`<span id="${scribe.id(id)}"></span>`))
    }
    if (node.type === 'heading' && last) heading(node, scribe, last.id)
    else contained(node, inner, scribe)
  }

  /** Closes what is open: the foot of a page follows. */
  close(): void {
    this.#stand([])
    this.#scribe.settle()
  }

  /** Closes and opens containers until those asked for are open. */
  #stand(within: readonly Container[]): void {
    let common = 0
    while (common < within.length && this.#open[common] === within[common]) common++
    for (const container of this.#open.slice(common).reverse()) {
      this.#scribe.markup(endOf(container))
    }
    for (const container of within.slice(common)) {
      this.#scribe.markup(startOf(container, this.#begun.has(container)))
      this.#begun.add(container)
    }
    this.#open = within
  }
}
