import type { LanguageShare } from '../model/language-share.ts'
import type { Markings } from '../model/marking.ts'
import type { Finding, Layer } from '../model/rule.ts'
import type { Survey } from '../model/survey.ts'
import type { View } from '../model/view.ts'
import type { Witness } from '../model/witness.ts'
import type { MarkingVerdict } from './verdict.ts'

/** The roles that are settled after a layer, and the decisions on roles that found nothing. */
export interface SettledMarkings {
  readonly markings: Markings
  readonly unplaced: readonly MarkingVerdict[]
}

/** The last result of a step, given again for as long as the step is made of the same things. */
export class Last<T> {
  #kept: { readonly of: readonly unknown[]; readonly result: T } | undefined

  /** `of` names all that the result depends on: each is compared as it is, lists member by member. */
  again(of: readonly unknown[], make: () => T): T {
    if (this.#kept && same(this.#kept.of, of)) return this.#kept.result
    const result = make()
    this.#kept = { of, result }
    return result
  }

  /** The last result, whatever it was made of. */
  get last(): T | undefined {
    return this.#kept?.result
  }

  /** Whether the last result was made of these things. */
  isOf(of: readonly unknown[]): boolean {
    return this.#kept !== undefined && same(this.#kept.of, of)
  }
}

/** What is remembered of one layer. */
export class LayerMemory {
  readonly view = new Last<View>()
  readonly findings = new Last<readonly Finding[]>()
  readonly markings = new Last<SettledMarkings>()
}

/**
 * What an open book remembers from one build to the next, so that a decision costs what it touches: a
 * layer that is shown the same text and roles as before is not asked again. Every step is a pure
 * function, so what is remembered is what would come out again.
 */
export class Memory {
  /** Whether rules are left unasked, see `hurried`. */
  readonly isHurried: boolean
  /** Whether rules were left unasked that would have been shown something else. */
  isBehind = false
  readonly witness: Last<Witness>
  readonly survey: Last<Survey>
  readonly words: Last<ReadonlySet<string>>
  readonly languages: Last<readonly LanguageShare[]>
  readonly #layers: Map<Layer, LayerMemory>

  /** A new one, or one that shares all that `other` remembers and is in a hurry. */
  constructor(other?: Memory) {
    this.isHurried = other !== undefined
    this.witness = other?.witness ?? new Last()
    this.survey = other?.survey ?? new Last()
    this.words = other?.words ?? new Last()
    this.languages = other?.languages ?? new Last()
    this.#layers = other === undefined ? new Map() : other.#layers
  }

  /**
   * The same memory for a build that carries decisions out and asks no rule again about what they
   * change: the book is there sooner, and what the rules said before stands until they are asked.
   */
  hurried(): Memory {
    return new Memory(this)
  }

  of(layer: Layer): LayerMemory {
    const memory = this.#layers.get(layer) ?? new LayerMemory()
    this.#layers.set(layer, memory)
    return memory
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i] || sameMembers(one, b[i]))
}

function sameMembers(a: unknown, b: unknown): boolean {
  return (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((one, i) => one === b[i])
  )
}
