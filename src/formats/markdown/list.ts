import type { Html, List, ListItem } from 'mdast'
import type { Item, Leaf, List as ListNode, NoteNode } from '../../model/edition.ts'
import type { Context, Flow } from './flow.ts'
import { phrasingOf } from './inline.ts'
import { withLabel } from './label.ts'
import { blockOf, paragraphOf } from './paragraph.ts'

/** How the items of an ordered list are numbered: `3)`, `4)`, `5)`. */
interface Numbering {
  readonly start: number
  readonly delimiter: '.' | ')'
}

/** Labels that a bullet stands for: none at all, dashes and bullets. */
const BULLET = /^[\p{Pd}−*+•·‣∙▪■□●○\s]*$/u

/**
 * A list, its items without blank lines between them.
 *
 * Items numbered one after the other keep their numbers, `3.` or `3)`. Dashes and bullets become
 * bullets. Any other label, `а)` or `IV.`, and numbers with a gap in their sequence or with nothing
 * behind them, stand as text behind a bullet. A page that begins between two items stands at the
 * head of the second.
 */
export function list(node: ListNode, context: Context): Flow {
  const plain = node.children.map((child) => itemFlow(child, false, context))
  const numbering = numberingOf(node.children, plain)
  if (numbering) return listOf(plain, numbering)
  return listOf(
    node.children.map((child, i) =>
      needsLabel(child) ? itemFlow(child, true, context) : plain[i],
    ),
    undefined,
  )
}

/** The text of an item, or printed characters between two items, with its label or without. */
function itemFlow(node: Item | Leaf, labelled: boolean, context: Context): Flow {
  const text = node.type === 'item' ? node.children : [node]
  const shown = labelled && node.type === 'item' ? withLabel(text, node.label) : text
  return blockOf(phrasingOf(shown, context), paragraphOf)
}

function needsLabel(node: Item | Leaf): boolean {
  return node.type === 'item' && !BULLET.test(node.label)
}

/** A list of flows: those without content pass their pages on to the next. */
export function listOf(
  flows: readonly (Flow | undefined)[],
  numbering: Numbering | undefined,
): Flow {
  const children: ListItem[] = []
  const notes: NoteNode[] = []
  let pages: Html[] = []
  for (const flow of flows) {
    if (!flow) continue
    notes.push(...flow.notes)
    if (flow.content.length > 0) {
      const content = [...pages, ...flow.content]
      children.push({ type: 'listItem', spread: content.length > 1, children: content })
      pages = []
    }
    pages.push(...flow.pages)
  }
  const list: List = { type: 'list', ordered: false, spread: false, children }
  const content = numbering ? { ...list, ordered: true, ...numbered(numbering) } : list
  return { content: children.length > 0 ? [content] : [], notes, pages }
}

function numbered({ delimiter, start }: Numbering): Pick<List, 'start' | 'data'> {
  return { start, data: { delimiter } }
}

/** The numbering of items whose numbers follow one another, all with the same mark behind them. */
function numberingOf(nodes: ListNode['children'], flows: readonly Flow[]): Numbering | undefined {
  const items = nodes.filter((node) => node.type === 'item')
  const first = numberOf(items[0]?.label ?? '')
  if (!first) return undefined
  const follow = items.every(
    ({ label }, i) => label.trim() === `${first.start + i}${first.delimiter}`,
  )
  const full = nodes.every((node, i) => (node.type === 'item') === (flows[i]?.content.length !== 0))
  // Markdown knows numbers of nine digits at most.
  return follow && full && first.start + items.length <= 1e9 ? first : undefined
}

function numberOf(label: string): Numbering | undefined {
  const match = /^(\d{1,9})([.)])$/.exec(label.trim())
  if (!match) return undefined
  return { start: Number(match[1]), delimiter: match[2] === ')' ? ')' : '.' }
}
