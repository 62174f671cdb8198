import type { Inline, Leaf, Line } from '../model/edition.ts'
import type { Block } from '../model/marking.ts'
import type { BlockPlan } from './block-plan.ts'
import { DIVISION_LEVELS } from './division-level.ts'
import type { BlockText } from './outline.ts'

type LineRole = Exclude<Block['role'], 'heading' | 'item' | 'row'>

const LINES: Readonly<Record<LineRole, Line['type']>> = {
  paragraph: 'paragraph',
  'verse-line': 'verseLine',
  entry: 'entry',
  byline: 'byline',
  source: 'source',
  dateline: 'dateline',
  salute: 'salute',
  signed: 'signed',
  divider: 'divider',
}

/** The level of a heading of which no one says what it opens. */
const USUAL_LEVEL = 3

/** The node of a block of running text. `indent` counts the blanks before its first line. */
export function blockText(
  plan: BlockPlan,
  leaves: readonly Leaf[],
  children: readonly Inline[],
  indent: number,
): BlockText {
  const { marking } = plan
  const role = marking?.role ?? 'paragraph'
  if (role === 'item') return { type: 'item', label: labelOf(leaves), children }
  if (role === 'row') return { type: 'row', indent, children }
  if (role !== 'heading') return { type: LINES[role], children }
  const usual = marking?.division ? DIVISION_LEVELS[marking.division] : USUAL_LEVEL
  return { type: 'heading', level: marking?.level ?? usual, children }
}

/** The label is the first leaf but for the beginning of the line. */
function labelOf(leaves: readonly Leaf[]): string {
  const label = leaves.find((leaf) => leaf.type !== 'lineBeginning')
  return label?.type === 'label' ? label.value : ''
}
