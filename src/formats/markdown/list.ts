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
 * bullets. Any other label, `а)` or `IV.`, and numbers with a gap in their sequence, stand as text
 * behind a bullet. A page that begins between two items stands at the head of the second.
 */
export function list(node: ListNode, context: Context): Flow {
  const numbering = numberingOf(node.children.filter((child) => child.type === 'item'))
  const items: ListItem[] = []
  const notes: NoteNode[] = []
  let pages: readonly Html[] = []
  for (const child of node.children) {
    const flow = itemFlow(child, numbering, context)
    notes.push(...flow.notes)
    if (flow.content.length === 0 && child.type !== 'item') {
      pages = [...pages, ...flow.pages]
      continue
    }
    const children = [...pages, ...flow.content]
    items.push({ type: 'listItem', spread: children.length > 1, children })
    pages = flow.pages
  }
  return { content: items.length > 0 ? [listOf(items, numbering)] : [], notes, pages }
}

function listOf(items: ListItem[], numbering: Numbering | undefined): List {
  if (!numbering) return { type: 'list', ordered: false, spread: false, children: items }
  const { delimiter, start } = numbering
  return { type: 'list', ordered: true, start, spread: false, children: items, data: { delimiter } }
}

function itemFlow(node: Item | Leaf, numbering: Numbering | undefined, context: Context): Flow {
  const inlines = node.type === 'item' ? itemText(node, numbering) : [node]
  return blockOf(phrasingOf(inlines, context), paragraphOf)
}

function itemText(item: Item, numbering: Numbering | undefined): Item['children'] {
  if (numbering || BULLET.test(item.label)) return item.children
  return withLabel(item.children, item.label)
}

/** The numbering of items whose numbers follow one another, all with the same mark behind them. */
function numberingOf(items: readonly Item[]): Numbering | undefined {
  const first = numberOf(items[0]?.label ?? '')
  if (!first) return undefined
  const { delimiter, start } = first
  const follow = items.every((item, i) => item.label.trim() === `${start + i}${delimiter}`)
  // Markdown knows numbers of nine digits at most.
  return follow && start + items.length <= 1e9 ? first : undefined
}

function numberOf(label: string): Numbering | undefined {
  const match = /^(\d{1,9})([.)])$/.exec(label.trim())
  if (!match) return undefined
  return { start: Number(match[1]), delimiter: match[2] === ')' ? ')' : '.' }
}
