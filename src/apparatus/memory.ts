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
  readonly witness = new Last<Witness>()
  readonly survey = new Last<Survey>()
  readonly words = new Last<ReadonlySet<string>>()
  readonly languages = new Last<readonly LanguageShare[]>()
  readonly #layers = new Map<Layer, LayerMemory>()

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
