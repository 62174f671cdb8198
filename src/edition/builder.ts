import type { Correction } from '../model/correction.ts'
import type { BlockNode, CallNode, Leaf, NoteNode, PageBeginningNode } from '../model/edition.ts'
import type { Markings, NoteCall } from '../model/marking.ts'
import { pageKeys, shownNumber } from '../model/page-key.ts'
import { partitionPoint } from '../model/partition-point.ts'
import type { Witness } from '../model/witness.ts'
import { blockLeaves, type Hyphens } from './block-leaves.ts'
import type { BlockPlan } from './block-plan.ts'
import { blockText } from './block-text.ts'
import { FlowCursor } from './flow-cursor.ts'
import { type FlowPlan, planFlows } from './flow-plan.ts'
import { type NotePlaces, placeNotes } from './note-places.ts'
import { type BlockText, type GapNode, Outline } from './outline.ts'
import { type Callers, weave } from './weave.ts'

/** What the tree is grown from. */
export interface Seed {
  readonly witness: Witness
  /** Sound ones (`soundMarkings`). */
  readonly markings: Markings
  readonly corrections: readonly Correction[]
}

/** Grows the tree: the text of the book, and each note where it belongs. */
export class Builder {
  readonly #witness: Witness
  readonly #markings: Markings
  readonly #plans: readonly FlowPlan[]
  readonly #pages: readonly PageBeginningNode[]
  readonly #hyphens: Hyphens
  readonly #places: NotePlaces
  readonly #callIds: ReadonlyMap<NoteCall, string>
  readonly #callers: Callers
  #divisions = 0

  constructor({ witness, markings, corrections }: Seed) {
    this.#witness = witness
    this.#markings = markings
    this.#plans = planFlows(witness, markings, corrections)
    this.#pages = pageNodes(markings)
    this.#hyphens = new Map(markings.of('hyphen').map((hyphen) => [hyphen.to, hyphen]))
    const calls = this.#plans
      .flatMap(({ blocks }, flow) => blocks.flatMap((b) => b.calls.map((call) => ({ call, flow }))))
      .sort((a, b) => a.call.from - b.call.from)
    const notes = this.#plans.flatMap(({ flow: { note } }, flow) => {
      return note ? [{ flow, from: note.from, place: note.place }] : []
    })
    this.#places = placeNotes(notes, calls)
    const keys = new Map(this.#pages.map(({ from, key }) => [from, key]))
    this.#callIds = new Map(calls.map(({ call }, i) => [call, `ref${i + 1}`]))
    this.#callers = {
      call: (call, mark) => this.#call(call, mark),
      note: (call) => this.#noteAfter(call),
      page: (from) => keys.get(from),
    }
  }

  /** The text of the book, notes included. */
  text(): readonly BlockNode[] {
    const [plan] = this.#plans
    if (!plan) return []
    const calling = new Set(this.#places.after.values())
    const standing = this.#plans
      .flatMap(({ flow: { note, lines } }, flow) => {
        return note && !calling.has(flow) ? [{ flow, at: lines[0]?.from ?? 0 }] : []
      })
      .sort((a, b) => a.at - b.at)
    const cursor = new FlowCursor({
      text: this.#witness.text,
      spans: plan.flow.spans,
      work: this.#markings.of('forme-work'),
      pages: this.#pages,
    })
    const outline = new Outline(plan.groups, () => `d${++this.#divisions}`)
    let next = 0
    let before: BlockPlan | undefined
    for (const block of plan.blocks) {
      const from = block.lines[0]?.from ?? 0
      const inside = block.lines.at(-1)?.from ?? from
      const gap: GapNode[] = []
      for (let note = standing[next]; note && note.at < from; note = standing[next]) {
        cursor.advance(gap, note.at)
        gap.push(this.#note(note.flow, cursor, isList(before, block) ? 0 : from))
        next++
      }
      cursor.advance(gap, from)
      outline.add(this.#block(block, cursor), block, gap)
      for (let note = standing[next]; note && note.at < inside; note = standing[next]) {
        outline.addNote(this.#note(note.flow, cursor, 0))
        next++
      }
      before = block
    }
    const gap: GapNode[] = []
    for (const note of standing.slice(next)) {
      cursor.advance(gap, note.at)
      gap.push(this.#note(note.flow, cursor, Number.POSITIVE_INFINITY))
    }
    cursor.advance(gap, Number.POSITIVE_INFINITY)
    return outline.end(gap)
  }

  #block(plan: BlockPlan, cursor: FlowCursor): BlockText {
    const leaves = blockLeaves(this.#witness.text, plan, this.#hyphens, cursor)
    const first = plan.lines[0]
    const indent = first ? first.from - this.#witness.lines.from(first.line) : 0
    return blockText(plan, leaves, weave(leaves, plan, this.#callers), indent)
  }

  /**
   * A note, by the index of its flow. Pages that begin in it begin there for the book too, where the
   * note stands in the text and nothing of the text comes between: up to `until`.
   */
  #note(index: number, text: FlowCursor | undefined, until: number): NoteNode {
    const plan = this.#plans[index]
    const note = plan?.flow.note
    if (!plan || !note) throw new Error(`Unexpected flow ${index}, expected that of a note`)
    const { lines, spans } = plan.flow
    const before = lines.findLast((line) => line.from < until)
    const own = text?.takePages(before?.from ?? -1) ?? []
    const pages = this.#pagesWithin(lines[0]?.from ?? 0, lines.at(-1)?.from ?? 0).map((page) =>
      own.includes(page) ? page : { ...page, inNote: true },
    )
    const cursor = new FlowCursor({ text: this.#witness.text, spans, work: [], pages })
    const outline = new Outline(plan.groups, undefined)
    for (const block of plan.blocks) {
      const gap: Leaf[] = []
      cursor.advance(gap, block.lines[0]?.from ?? 0)
      outline.add(this.#block(block, cursor), block, gap)
    }
    const gap: Leaf[] = []
    cursor.advance(gap, Number.POSITIVE_INFINITY)
    return {
      type: 'note',
      id: `n${index}`,
      siglum: note.siglum,
      place: note.place,
      calls: (this.#places.calls.get(index) ?? []).map((call) => this.#callIds.get(call) ?? ''),
      children: outline.end(gap),
    }
  }

  #call(call: NoteCall, mark: readonly Leaf[]): CallNode {
    const flow = this.#places.called.get(call)
    return {
      type: 'call',
      siglum: call.siglum,
      note: flow === undefined ? undefined : `n${flow}`,
      id: this.#callIds.get(call) ?? '',
      children: mark,
    }
  }

  #noteAfter(call: NoteCall): NoteNode | undefined {
    const flow = this.#places.after.get(call)
    return flow === undefined ? undefined : this.#note(flow, undefined, 0)
  }

  /** The pages that begin behind `from` and at `to` at the latest. O(log n) and their number. */
  #pagesWithin(from: number, to: number): readonly PageBeginningNode[] {
    const first = partitionPoint(this.#pages, (one) => one.from <= from)
    let end = first
    for (let page = this.#pages[end]; page && page.from <= to; page = this.#pages[end]) end++
    return this.#pages.slice(first, end)
  }
}

/** Whether two blocks may be one list, so that a note between them has to wait for its end. */
function isList(a: BlockPlan | undefined, b: BlockPlan): boolean {
  return a?.marking?.role === 'item' && b.marking?.role === 'item'
}

function pageNodes(markings: Markings): readonly PageBeginningNode[] {
  const pages = markings.of('page')
  const keys = pageKeys(pages)
  return pages.map((page, i) => ({
    type: 'pageBeginning',
    number: shownNumber(page),
    key: keys[i] ?? '',
    inNote: false,
    from: page.from,
    to: page.from,
  }))
}
