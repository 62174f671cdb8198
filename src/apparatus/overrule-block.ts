import { dropBlanks } from '../model/flow.ts'
import type { Block } from '../model/marking.ts'
import type { View } from '../model/view.ts'
import { decidedBy } from './decided-by.ts'
import { flowFinder } from './marking-class.ts'
import type { MarkingTable } from './marking-table.ts'
import type { MarkingVerdict } from './verdict.ts'

/** A decision on a block: its role, its level, or where it begins. */
type BlockVerdict = MarkingVerdict & { readonly role: Block['role'] }

/**
 * Carries out a decision on the block that begins at `at`: it becomes one of the role decided, a
 * heading of the level decided; one that is rejected becomes a paragraph; a paragraph that is rejected,
 * or whose value is `joined`, is joined to the block before it. Where no block begins, one does from
 * now on. False where there is no block that could be meant.
 */
export function overruleBlock(
  table: MarkingTable,
  verdict: BlockVerdict,
  at: number,
  view: View,
): boolean {
  const own = blockAt(table, at)
  const isNo = verdict.act === 'reject' || verdict.value === 'none'
  const joins = verdict.role === 'paragraph' && (isNo || verdict.value === 'joined')
  if (joins) return own === undefined || join(table, verdict, own, view)
  if (isNo) {
    if (own?.role === verdict.role) table.put(asParagraph(own, verdict), own)
    return true
  }
  const begun = own ?? split(table, verdict, at, view)
  if (begun) table.put(asDecided(begun, verdict), begun)
  return begun !== undefined
}

function blockAt(table: MarkingTable, at: number): Block | undefined {
  const found = table.at('paragraph', at)
  return found && table.blocks.find((block) => block === found)
}

function asParagraph({ from, to }: Block, verdict: BlockVerdict): Block {
  return { ...decidedBy(verdict), role: 'paragraph', from, to }
}

/** The block with what was decided; what is only true of its old role is gone. */
function asDecided(block: Block, verdict: BlockVerdict): Block {
  const { from, to } = block
  const decided = { ...decidedBy(verdict), role: verdict.role, from, to }
  const kept = block.role === verdict.role ? { ...block, ...decided } : decided
  if (verdict.role !== 'heading') return kept
  const level = /^[1-6]$/u.test(verdict.value) ? Number(verdict.value) : (block.level ?? 3)
  return { ...kept, level, division: block.division ?? 'section' }
}

/** Joins a block to the one before it in its flow. The first block of a flow has none to join. */
function join(table: MarkingTable, verdict: BlockVerdict, own: Block, view: View): boolean {
  const flowOf = flowFinder(view.markings.of('note'))
  const flow = flowOf(own.from)
  let before: Block | undefined
  for (const block of table.blocks) {
    if (block.from >= own.from || flowOf(block.from) !== flow) continue
    if (!before || block.from > before.from) before = block
  }
  if (!before) return false
  table.remove(own)
  table.put({ ...before, ...decidedBy(verdict), to: Math.max(before.to, own.to) }, before)
  return true
}

/** Lets a block begin at `at`, in the middle of another. */
function split(
  table: MarkingTable,
  verdict: BlockVerdict,
  at: number,
  view: View,
): Block | undefined {
  const flowOf = flowFinder(view.markings.of('note'))
  const flow = flowOf(at)
  const whole = table.blocks.find(
    (block) => block.from < at && at < block.to && flowOf(block.from) === flow,
  )
  if (!whole) return undefined
  table.put({ ...whole, to: endBefore(view, whole.from, at) }, whole)
  const begun: Block = { ...decidedBy(verdict), role: verdict.role, from: at, to: whole.to }
  table.put(begun)
  return begun
}

/** Where the printed text of the flow ends before `at`, notes and forme work left out. */
function endBefore(view: View, from: number, at: number): number {
  const flow = view.flows.find(({ lines }) => lines.some((l) => l.from <= from && from < l.to))
  let end = from
  for (const line of flow?.lines ?? []) {
    if (line.from >= at) break
    if (line.to > from) end = dropBlanks(view.witness.text, from, Math.min(line.to, at))
  }
  return end
}
