import type { Correction } from '../model/correction.ts'
import { isInForce } from '../model/correction.ts'
import { type Flow, flowsOf, isBlank, skipBlanks } from '../model/flow.ts'
import { type Block, type Group, isGroup, type Markings } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { type BlockPlan, type Frame, furnish, type Mend, planBlocks } from './block-plan.ts'
import { FORME_WORK, Territory } from './territory.ts'

/** A flow, cut into blocks that know what they hold. */
export interface FlowPlan {
  readonly flow: Flow
  readonly blocks: readonly BlockPlan[]
  readonly groups: readonly Group[]
}

/**
 * The flows of a witness with all that shall stand in them; first the text of the book.
 *
 * `markings` must be sound (`soundMarkings`). O(n log n).
 */
export function planFlows(
  witness: Witness,
  markings: Markings,
  corrections: readonly Correction[],
): readonly FlowPlan[] {
  const flows = flowsOf(witness, markings)
  const territory = new Territory([
    ...flows.flatMap(({ note }, owner) => note?.parts.map((part) => ({ ...part, owner })) ?? []),
    ...markings.of('forme-work').map(({ from, to }) => ({ from, to, owner: FORME_WORK })),
  ])
  const byOwner = <T extends Span>(things: readonly T[]) =>
    grouped(things, (t) => territory.at(t.from))
  const blocks = byOwner(markings.blocks)
  const groups = byOwner(markings.all.filter(isGroup))
  const calls = byOwner(markings.of('call'))
  const frames = byOwner<Frame>([...markings.of('emphasis'), ...markings.of('editorial-mark')])
  const mends = mendsByOwner(witness, territory, corrections)
  return flows.map((flow, i) => {
    const label = flow.note?.label
    const own = planBlocks(witness, flow, withLabel(witness, flow, label, blocks.get(i) ?? []))
    furnish(own, {
      mends: mends.get(i) ?? [],
      calls: calls.get(i) ?? [],
      frames: frames.get(i) ?? [],
      label,
    })
    return { flow, blocks: own, groups: groups.get(i) ?? [] }
  })
}

/** The blocks of a note, the first one with the note's label, which its marking may leave out. */
function withLabel(
  witness: Witness,
  flow: Flow,
  label: Span | undefined,
  blocks: readonly Block[],
): readonly Block[] {
  const first = flow.lines[0]
  const block = blocks[0]
  if (!first || !block || !label || label.from !== first.from) return blocks
  const bare =
    label.to < block.from && skipBlanks(witness.text, label.to, block.from) === block.from
  return bare || label.to === block.from
    ? [{ ...block, from: first.from }, ...blocks.slice(1)]
    : blocks
}

/** The corrections that are in force as mends, cut where flows meet; none overlaps another. */
function mendsByOwner(
  witness: Witness,
  territory: Territory,
  corrections: readonly Correction[],
): ReadonlyMap<number, readonly Mend[]> {
  const { length } = witness.text
  const parts = corrections
    .filter(isInForce)
    .flatMap((correction) => correction.parts.map((part) => ({ ...part, correction })))
    .filter(({ from, to }) => from >= 0 && from <= to && to <= length)
    .sort((a, b) => a.from - b.from || a.to - b.to)
  let end = 0
  const apart = parts.filter((part) => {
    if (part.from < end) return false
    end = part.to
    return true
  })
  const mends = apart.flatMap(({ from, to, corr, correction }) =>
    from === to
      ? [{ from, to, corr, correction, owner: ownerOfInsertion(witness, territory, from) }]
      : territory.cut({ from, to }).map((piece, i) => ({
          ...piece,
          corr: i === 0 ? corr : '',
          correction,
        })),
  )
  return grouped(mends, ({ owner }) => owner)
}

/** An insertion belongs to the printed character before it, if there is one right before it. */
function ownerOfInsertion(witness: Witness, territory: Territory, at: number): number {
  const printed = at > 0 && !isBlank(witness.text.charCodeAt(at - 1))
  return territory.at(printed ? at - 1 : at)
}

function grouped<T>(things: readonly T[], key: (thing: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const thing of things) {
    const group = groups.get(key(thing))
    if (group) group.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}
