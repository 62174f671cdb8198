import type { Certainty } from '../../model/certainty.ts'
import type { BlockNode, Edition, Inline, Leaf } from '../../model/edition.ts'
import { escapeText } from '../../model/xml-text.ts'
import type { Profile } from './profile.ts'
import type { Proposals } from './proposals.ts'

/** What the writing of every node has in common: how its children are written. */
export interface Hands {
  readonly inline: (nodes: readonly Inline[], scribe: Scribe) => void
  readonly leaves: (nodes: readonly Leaf[], scribe: Scribe) => void
  readonly blocks: (nodes: readonly BlockNode[], scribe: Scribe) => void
}

/** When a buffer is worth handing over, in UTF-16 units. */
const CHUNK = 1 << 16

/** How a line or page that begins joins what is printed before it. */
export type Join = 'blank' | 'no' | 'maybe'

/**
 * Writes the TEI text of one edition and remembers what the next node must know: whether a word
 * goes on, a hyphen that waits for the break that it stands for, and which ids are taken.
 */
export class Scribe {
  /** How what is printed next joins what was printed last. */
  join: Join = 'blank'
  /** The glyph of a soft hyphen that the next break shall bear. */
  glyph = ''
  readonly profile: Profile
  /** What is only proposed, where the profile has it in the text. */
  readonly proposals: Proposals
  readonly #hands: Hands
  readonly #ids = new Map<string, number>()
  /** How sure the pages are, by where they begin. */
  readonly #pages = new Map<number, Certainty>()
  #buffer = ''

  constructor(edition: Edition, hands: Hands, profile: Profile) {
    const { markings } = edition
    this.profile = profile
    this.proposals = profile.proposals(edition)
    this.#hands = hands
    for (const { role, from, cert } of markings) if (role === 'page') this.#pages.set(from, cert)
  }

  /** How sure it is that a page begins at an offset of the witness, with the number it has. */
  certaintyOfPage(from: number): Certainty | undefined {
    return this.#pages.get(from)
  }

  /** Writes markup as it is. */
  markup(markup: string): void {
    this.#buffer += markup
  }

  /** Writes printed characters. */
  text(value: string): void {
    this.#buffer += escapeText(value)
    this.join = 'no'
  }

  inline(nodes: readonly Inline[]): void {
    this.#hands.inline(nodes, this)
  }

  /** Writes running text of which everything is said already. */
  verbatim(nodes: readonly Leaf[]): void {
    this.#hands.leaves(nodes, this)
  }

  blocks(nodes: readonly BlockNode[]): void {
    this.#hands.blocks(nodes, this)
  }

  /** Writes a block of running text: nothing before it is part of its words. */
  block(start: string, nodes: readonly Inline[], end: string): void {
    this.join = 'blank'
    this.markup(start)
    this.inline(nodes)
    this.markup(end)
    this.join = 'blank'
  }

  /** Writes nodes that are no running text, with what parts them between. */
  parted<T>(nodes: readonly T[], parting: string, write: (node: T) => void): void {
    nodes.forEach((node, i) => {
      if (i > 0) this.markup(parting)
      write(node)
    })
  }

  /** Writes a text of its own, which interrupts the running text and leaves it as it was. */
  aside(write: () => void): void {
    const { join, glyph } = this
    this.join = 'blank'
    this.glyph = ''
    write()
    this.join = join
    this.glyph = glyph
  }

  /** An xml:id that no one has: the one asked for, with a number behind it if it is taken. */
  id(wanted: string): string {
    const count = (this.#ids.get(wanted) ?? 0) + 1
    this.#ids.set(wanted, count)
    return count === 1 ? wanted : `${wanted}.${count}`
  }

  /** What was written since the last time, if that is much. */
  *chunk(): Iterable<string> {
    if (this.#buffer.length >= CHUNK) yield this.rest()
  }

  /** What was written since the last time. */
  rest(): string {
    const text = this.#buffer
    this.#buffer = ''
    return text
  }
}
