import { type Correction, isInForce } from '../../model/correction.ts'
import type { Inline, Leaf } from '../../model/edition.ts'
import { firstAtLeast, LeafRun, type Stretch } from './leaf-run.ts'

/** Printed text for which something is only proposed, or was and is rejected. */
export interface ProposedNode {
  readonly type: 'proposed'
  /** Not empty. */
  readonly proposals: readonly Proposal[]
  readonly children: readonly Leaf[]
}

/** A correction that is not in force, and what its place would read if it were. */
export interface Proposal {
  readonly correction: Correction
  readonly reading: string
  /** What it would read with the other candidates. */
  readonly others: readonly string[]
}

/** The corrections that are not in force, on their way to the places in the text that they are for. */
export interface Proposals {
  /** The nodes, with what is proposed of their text set apart. */
  within(nodes: readonly Inline[]): readonly (Inline | ProposedNode)[]
  /** What else is proposed for a word in which corrections are in force. */
  forWord(leaves: readonly Leaf[]): readonly Proposal[]
}

/** For profiles that have nothing of them in the text. */
export const NO_PROPOSALS: Proposals = { within: (nodes) => nodes, forWord: () => [] }

/**
 * Finds the places of proposals, one for each. One whose text is not whole in a run of text, since a call
 * or the end of emphasised words stands in it, has none: it is in the apparatus alone.
 */
export class PlacedProposals implements Proposals {
  /** In the order of the witness. */
  readonly #corrections: readonly Correction[]
  readonly #placed = new Set<Correction>()

  constructor(corrections: readonly Correction[]) {
    this.#corrections = corrections
      .filter((one) => !isInForce(one))
      .toSorted((a, b) => a.from - b.from)
  }

  within(nodes: readonly Inline[]): readonly (Inline | ProposedNode)[] {
    if (this.#corrections.length === 0) return nodes
    const found: (Inline | ProposedNode)[] = []
    let run: Leaf[] = []
    for (const node of nodes) {
      if (isRunning(node)) {
        run.push(node)
        continue
      }
      found.push(...this.#inRun(run), node)
      run = []
    }
    return [...found, ...this.#inRun(run)]
  }

  forWord(leaves: readonly Leaf[]): readonly Proposal[] {
    if (!this.#mayBeIn(leaves)) return []
    const run = new LeafRun(leaves)
    const whole = { start: 0, end: run.text.length }
    return proposalsFor(this.#take(run), run, whole)
  }

  #inRun(leaves: readonly Leaf[]): readonly (Leaf | ProposedNode)[] {
    if (!this.#mayBeIn(leaves)) return leaves
    const run = new LeafRun(leaves)
    const places = placesOf(run, this.#take(run))
    return run.cut(places).flatMap((children, i): readonly (Leaf | ProposedNode)[] => {
      const place = i % 2 === 1 ? places[(i - 1) / 2] : undefined
      if (!place) return children
      const proposals = proposalsFor(place.corrections, run, place)
      return [{ type: 'proposed', proposals, children }]
    })
  }

  #mayBeIn(leaves: readonly Leaf[]): boolean {
    return this.#between(leaves).length > 0
  }

  /** Those that begin between the first leaf and the last. */
  #between(leaves: readonly Leaf[]): readonly Correction[] {
    const from = leaves[0]?.from ?? 0
    const to = leaves.at(-1)?.to ?? -1
    const first = firstAtLeast(this.#corrections, from, (one) => one.from)
    return this.#corrections.slice(
      first,
      firstAtLeast(this.#corrections, to + 1, (one) => one.from),
    )
  }

  /** Those that are for the text of a run and have no place yet. */
  #take(run: LeafRun): readonly Correction[] {
    const taken = this.#between(run.leaves).filter((one) => {
      return !this.#placed.has(one) && one.parts.every((part) => run.has(part))
    })
    for (const one of taken) this.#placed.add(one)
    return taken
  }
}

/** A stretch of a run, and what is proposed for it. */
interface Place extends Stretch {
  readonly corrections: readonly Correction[]
}

/** The places of corrections in a run, in order and apart: where their words overlap they have one. */
function placesOf(run: LeafRun, corrections: readonly Correction[]): readonly Place[] {
  const places: Place[] = []
  for (const one of corrections) {
    let place: Place = { ...run.around(one.parts), corrections: [one] }
    for (let last = places.at(-1); last && place.start < last.end; last = places.at(-1)) {
      place = {
        start: Math.min(last.start, place.start),
        end: Math.max(last.end, place.end),
        corrections: [...last.corrections, ...place.corrections],
      }
      places.pop()
    }
    if (place.start < place.end) places.push(place)
  }
  return places
}

function proposalsFor(
  corrections: readonly Correction[],
  run: LeafRun,
  stretch: Stretch,
): readonly Proposal[] {
  return corrections.map((correction) => {
    const { candidates, corr, parts, sic } = correction
    const [part] = parts.length === 1 ? parts : []
    const others = part ? candidates.filter((one) => one !== corr && one !== sic) : []
    return {
      correction,
      reading: run.reading(stretch, parts),
      others: others.flatMap((one) => (part ? run.reading(stretch, [{ ...part, corr: one }]) : [])),
    }
  })
}

/** Whether a node is text that runs on, and not one that holds text of its own. */
function isRunning(node: Inline): node is Leaf {
  switch (node.type) {
    case 'text':
    case 'layout':
    case 'hyphen':
    case 'lineBeginning':
    case 'pageBeginning':
    case 'formeWork':
      return true
    default:
      return false
  }
}
