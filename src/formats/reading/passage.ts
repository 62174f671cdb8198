import type {
  BlockNode,
  Edition,
  EditionNode,
  GroupNode,
  Inline,
  Item,
  Line,
  List,
  NoteNode,
  PageBeginningNode,
} from '../../model/edition.ts'
import { once } from './once.ts'
import type { Run } from './run.ts'
import { type Notes, rowOf, runsOf } from './running-text.ts'

/** What holds whole blocks. */
export type Container = GroupNode | List

/** A block of running text, out of the divisions and groups that it stands in. */
export interface Passage {
  readonly kind: Line['type'] | 'heading' | 'item' | 'row'
  /** Of a heading; 0 for all others. */
  readonly level: number
  /** Of an item, or of a note that is shown as text; to be shown before the text. */
  readonly label: string
  /** Of a row: blanks before its first character, those that all rows have left out. */
  readonly indent: number
  /** The groups and lists that it stands in, outermost first. */
  readonly within: readonly Container[]
  /** Never empty. */
  readonly runs: readonly Run[]
}

/** What stands between passages: a note of its own, an endnote or one that nothing calls; a page. */
export type Reading =
  | Passage
  | { readonly kind: 'note'; readonly note: NoteNode }
  | { readonly kind: 'page'; readonly page: PageBeginningNode }

const CONTAINERS: ReadonlySet<string> = new Set([
  'list',
  'quotation',
  'epigraph',
  'letter',
  'verse',
  'contents',
  'table',
])

/** The edition as one reads it, block by block. Linear, and once. */
export const readingOf = once((edition: Edition): readonly Reading[] => [
  ...passagesIn(edition.children, { within: [], leastIndent: 0, notes: notesOf(edition) }),
])

/**
 * The text of a note, its siglum left out. A note called in it follows its text, with its siglum as
 * label: most formats know no notes to notes.
 */
export function noteText(note: NoteNode, notes: Notes): readonly Passage[] {
  const passages: Passage[] = []
  const inner: NoteNode[] = []
  for (const reading of passagesIn(note.children, {
    within: [],
    leastIndent: 0,
    notes,
  })) {
    if (reading.kind === 'note') inner.push(reading.note)
    else if (reading.kind === 'page') addPage(passages, reading.page)
    else {
      for (const run of reading.runs) if (run.type === 'note') inner.push(run.note)
      const runs = reading.runs.filter(({ type }) => type !== 'note')
      if (runs.length > 0) passages.push({ ...reading, runs })
    }
  }
  for (const one of inner) passages.push(...labelled(noteText(one, notes), one.siglum))
  return passages
}

/** Passages that show the siglum of their note. */
export function labelled(passages: readonly Passage[], siglum: string): readonly Passage[] {
  const [first, ...others] = passages
  if (first === undefined) return []
  const label = first.label === '' ? siglum : `${siglum} ${first.label}`
  return [{ ...first, label: label.trim() }, ...others]
}

/** The notes of an edition, by their ids. Linear, and once. */
export const notesOf = once((edition: Edition): Notes => {
  const notes = new Map<string, NoteNode>()
  const stack: EditionNode[] = [edition]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'note') notes.set(node.id, node)
    if ('children' in node && node.type !== 'correction') {
      for (const child of node.children) stack.push(child)
    }
  }
  return notes
})

function addPage(passages: Passage[], page: PageBeginningNode): void {
  const last = passages.pop()
  if (last) passages.push({ ...last, runs: [...last.runs, { type: 'page', page, hyphen: '' }] })
}

interface Surroundings {
  readonly within: readonly Container[]
  /** Of the rows of the table. */
  readonly leastIndent: number
  readonly notes: Notes
}

function* passagesIn(
  nodes: readonly (BlockNode | Item)[],
  around: Surroundings,
): Generator<Reading> {
  for (const node of nodes) {
    if (node.type === 'division') yield* passagesIn(node.children, around)
    else if (isContainer(node)) yield* passagesIn(node.children, inside(node, around))
    else if (node.type === 'note') yield { kind: 'note', note: node }
    else if (node.type === 'pageBeginning') yield { kind: 'page', page: node }
    else yield* passageOf(node, around)
  }
}

function inside(node: Container, { within, notes }: Surroundings): Surroundings {
  let leastIndent = Number.POSITIVE_INFINITY
  for (const child of node.children) {
    if (child.type === 'row') leastIndent = Math.min(leastIndent, child.indent)
  }
  return { within: [...within, node], leastIndent, notes }
}

type PlainBlock = Exclude<
  BlockNode,
  Container | NoteNode | PageBeginningNode | { type: 'division' }
>

/** Nothing for a block in which nothing is printed, but the pages that begin in it. */
function* passageOf(
  node: PlainBlock | Item,
  { within, leastIndent, notes }: Surroundings,
): Generator<Reading> {
  const children: readonly Inline[] = 'children' in node ? node.children : [node]
  const runs = node.type === 'row' ? rowOf(children, notes) : runsOf(children, notes)
  const label = node.type === 'item' ? node.label.trim() : ''
  if (label === '' && !runs.some(isPrinted)) {
    for (const run of runs) if (run.type !== 'text') yield* alone(run)
    return
  }
  const level = node.type === 'heading' ? node.level : 0
  const indent = node.type === 'row' ? Math.max(0, node.indent - leastIndent) : 0
  yield { kind: kindOf(node), level, label, indent, within, runs }
}

function* alone(run: Run): Generator<Reading> {
  if (run.type === 'page') yield { kind: 'page', page: run.page }
  if (run.type === 'note') yield { kind: 'note', note: run.note }
}

function kindOf(node: PlainBlock | Item): Passage['kind'] {
  if ('children' in node) return node.type
  return 'paragraph'
}

function isPrinted({ type }: Run): boolean {
  return type === 'text' || type === 'correction' || type === 'call'
}

function isContainer(node: BlockNode | Item): node is Container {
  return CONTAINERS.has(node.type)
}
