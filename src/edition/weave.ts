import type {
  CallNode,
  CorrectionNode,
  Inline,
  Leaf,
  LocatorNode,
  NoteNode,
} from '../model/edition.ts'
import type { NoteCall } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { BlockPlan } from './block-plan.ts'
import { framed } from './framed.ts'
import { correctionNode } from './mended.ts'
import { wordRanges } from './word-range.ts'

/** What the calls and locators of a block become. */
export interface Callers {
  readonly call: (call: NoteCall, mark: readonly Leaf[]) => CallNode
  /** The note that stands right after a call, if one does. */
  readonly note: (call: NoteCall) => NoteNode | undefined
  /** The key of the page that begins at an offset of the witness. */
  readonly page: (from: number) => string | undefined
}

/** A node and the stretch of its flow that it covers. */
export interface Unit extends Span {
  readonly node: Inline
}

/** A stretch whose leaves become one node. */
interface Gathering extends Span {
  readonly node: (leaves: readonly Leaf[]) => CallNode | CorrectionNode | LocatorNode
  readonly call: NoteCall | undefined
}

/** Puts calls, notes, corrected words, emphasis and editorial marks into the leaves of a block. */
export function weave(
  leaves: readonly Leaf[],
  plan: BlockPlan,
  callers: Callers,
): readonly Inline[] {
  const plain = plan.calls.length + plan.mends.length + plan.frames.length === 0
  if (plain && !plan.marking?.locator) return leaves
  const cut = cutLeaves(leaves, plan.frames)
  const units = gathered(cut, gatherings(cut, plan, callers), callers)
  const frames = plan.frames.filter((frame) => frame.role !== 'emphasis' || frame.as !== 'none')
  return frames.length === 0 ? units.map(({ node }) => node) : framed(units, frames)
}

function gatherings(
  leaves: readonly Leaf[],
  plan: BlockPlan,
  callers: Callers,
): readonly Gathering[] {
  const calls = plan.calls.map((call) => ({
    from: call.from,
    to: call.to,
    call,
    node: (mark: readonly Leaf[]) => callers.call(call, mark),
  }))
  const words = wordRanges(leaves, plan.mends, plan.calls).map((range) => ({
    from: range.from,
    to: range.to,
    call: undefined,
    node: (word: readonly Leaf[]) => correctionNode(range.mends, word),
  }))
  const others = [...calls, ...words]
  return [...others, ...locatorOf(plan, others, callers)].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  )
}

/** The locator of an entry, unless something else claims a part of it. */
function locatorOf(
  plan: BlockPlan,
  others: readonly Span[],
  callers: Callers,
): readonly Gathering[] {
  const locator = plan.marking?.locator
  if (!locator || locator.from >= locator.to) return []
  const { from, to } = locator
  const inLine = plan.lines.some((line) => line.from <= from && to <= line.to)
  const claimed = others.some((one) => one.from <= to && from <= one.to)
  if (!inLine || claimed || (plan.label?.to ?? from) > from) return []
  const page = locator.page === undefined ? undefined : callers.page(locator.page)
  return [{ from, to, call: undefined, node: (children) => ({ type: 'locator', page, children }) }]
}

/** The leaves with those of each gathering as one node. Linear. */
function gathered(
  leaves: readonly Leaf[],
  gatherings: readonly Gathering[],
  callers: Callers,
): readonly Unit[] {
  const units: Unit[] = []
  let open: Leaf[] | undefined
  let next = 0
  for (const leaf of leaves) {
    let rest = leaf
    for (;;) {
      const gathering = gatherings[next]
      const empty = rest.from === rest.to
      if (!gathering) break
      if (!open) {
        const early = empty ? isBefore(rest, gathering) : rest.to <= gathering.from
        if (early) break
        if (rest.from < gathering.from) {
          const [head, tail] = cutLeaf(rest, gathering.from)
          put(head)
          rest = tail
        }
        open = []
      }
      if (rest.from >= gathering.to) {
        close(gathering)
        continue
      }
      if (rest.to <= gathering.to) break
      const [head, tail] = cutLeaf(rest, gathering.to)
      open.push(head)
      rest = tail
      close(gathering)
    }
    if (open) open.push(rest)
    else put(rest)
  }
  while (next < gatherings.length) {
    const gathering = gatherings[next]
    if (gathering) close(gathering)
  }
  return units

  function put(leaf: Leaf): void {
    units.push({ node: leaf, from: leaf.from, to: leaf.to })
  }

  function close(gathering: Gathering): void {
    const { from, to, call } = gathering
    units.push({ node: gathering.node(open ?? []), from, to })
    open = undefined
    next++
    const note = call && callers.note(call)
    if (note) units.push({ node: note, from, to })
  }
}

/** Whether an empty leaf stands before a gathering; what is put in stands before what it meets. */
function isBefore(leaf: Leaf, { from, to }: Span): boolean {
  return leaf.from < from || (leaf.from === from && from < to)
}

/** Text leaves cut where frames begin and end. O(n log n) in the frames. */
function cutLeaves(leaves: readonly Leaf[], frames: readonly Span[]): readonly Leaf[] {
  if (frames.length === 0) return leaves
  const places = frames.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)
  const cut: Leaf[] = []
  let next = 0
  for (const leaf of leaves) {
    let rest = leaf
    for (;;) {
      const place = places[next] ?? Number.POSITIVE_INFINITY
      if (place >= rest.to) break
      next++
      if (place <= rest.from || rest.type !== 'text') continue
      const [head, tail] = cutLeaf(rest, place)
      cut.push(head)
      rest = tail
    }
    cut.push(rest)
  }
  return cut
}

/** A leaf in two, cut at a place within it. Of layout, the first part is what a reader sees. */
function cutLeaf(leaf: Leaf, at: number): readonly [Leaf, Leaf] {
  const head = { from: leaf.from, to: at }
  const tail = { from: at, to: leaf.to }
  if (leaf.type === 'layout')
    return [
      { ...leaf, ...head },
      { ...leaf, ...tail, value: '' },
    ]
  const value = 'value' in leaf ? leaf.value : ''
  const text = { type: 'text' } as const
  return [
    { ...text, ...head, value: value.slice(0, at - leaf.from) },
    { ...text, ...tail, value: value.slice(at - leaf.from) },
  ]
}
