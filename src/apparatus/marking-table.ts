import type { Lines } from '../model/lines.ts'
import { type Block, isBlock, type Marking, type Role } from '../model/marking.ts'
import { classOf } from './marking-class.ts'

/** Markings that are being changed, found by what they are and where they begin. */
export class MarkingTable {
  readonly #all: Set<Marking>
  readonly #byPlace = new Map<string, Marking>()
  readonly #lines: Lines

  constructor(markings: readonly Marking[], lines: Lines) {
    this.#lines = lines
    this.#all = new Set(markings)
    for (const marking of markings) this.#byPlace.set(this.#key(marking), marking)
  }

  get all(): readonly Marking[] {
    return [...this.#all]
  }

  get blocks(): readonly Block[] {
    return this.all.filter(isBlock)
  }

  /** The marking of a role, or for a block of any block role, that begins at an offset. */
  at(role: Role, offset: number): Marking | undefined {
    return this.#byPlace.get(this.#keyOf(role, offset))
  }

  /** Puts a marking in the place of another one, or adds it. */
  put(marking: Marking, old?: Marking): void {
    if (old) this.remove(old)
    this.#all.add(marking)
    this.#byPlace.set(this.#key(marking), marking)
  }

  remove(marking: Marking): void {
    this.#all.delete(marking)
    const key = this.#key(marking)
    if (this.#byPlace.get(key) === marking) this.#byPlace.delete(key)
  }

  #key(marking: Marking): string {
    return this.#keyOf(marking.role, marking.from)
  }

  #keyOf(role: Role, from: number): string {
    // A page begins with a line, whatever blanks stand before its first character.
    return `${classOf({ role })} ${role === 'page' ? this.#lines.at(from) : from}`
  }
}
