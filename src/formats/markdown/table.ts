import type { EditionNode, GroupNode, Row } from '../../model/edition.ts'
import { type Context, type Flow, joined } from './flow.ts'
import { writeInlines } from './inline.ts'
import { shownOf } from './leaf.ts'
import { blockOf, paragraphOf } from './paragraph.ts'
import { Phrase, writable } from './phrase.ts'
import { NOWHERE, placesOfLeaf, placesOfReading, type WitnessPlace } from './witness-place.ts'

/** Parts the cells of a row where Markdown would close up blanks: an em quad. */
const QUAD = '\u2003'

/**
 * A table, listing or figure: a block of code, which keeps its columns as they are printed.
 *
 * Code calls no notes; rows with a call among them are a paragraph with a hard break behind each,
 * like verse. A page that begins between two rows parts them.
 */
export function table(node: GroupNode, context: Context): Flow {
  const flows: Flow[] = []
  let rows: Row[] = []
  for (const child of node.children) {
    if (child.type === 'row') {
      rows.push(child)
    } else if (child.type !== 'layout' && child.type !== 'formeWork') {
      flows.push(rowsOf(rows, context), context.block(child, context))
      rows = []
    }
  }
  return joined([...flows, rowsOf(rows, context)])
}

/** Rows that stand together. */
export function rowsOf(rows: readonly Row[], context: Context): Flow {
  const annotated = rows.some(({ children }) =>
    children.some((node) => isAnnotation(node, context)),
  )
  return annotated ? lines(rows, context) : code(rows, context)
}

/** Whether code could not hold what a node becomes. */
function isAnnotation(node: EditionNode, context: Context): boolean {
  if (node.type === 'note' || node.type === 'pageBeginning') return true
  if (node.type === 'call' && node.note !== undefined && context.labels.has(node.note)) return true
  return 'children' in node && node.children.some((child) => isAnnotation(child, context))
}

function code(rows: readonly Row[], { isTraced }: Context): Flow {
  const least = Math.min(...rows.map(({ indent }) => indent))
  const value = rows
    .map(({ indent, children }) => ' '.repeat(indent - least) + children.map(spaced).join(''))
    .filter((row) => row.trim() !== '')
    .join('\n')
  if (value === '') return { content: [], notes: [], pages: [] }
  const data = isTraced ? { data: { places: rowPlaces(rows, least) } } : {}
  return { content: [{ type: 'code', value: writable(value), ...data }], notes: [], pages: [] }
}

/** The places of the characters of rows in a block of code, line ends between them. */
function rowPlaces(rows: readonly Row[], least: number): readonly WitnessPlace[] {
  const places: WitnessPlace[] = []
  for (const { indent, children } of rows) {
    if (children.map(spaced).join('').trim() === '') continue
    if (places.length > 0) places.push(NOWHERE)
    for (let i = least; i < indent; i++) places.push(NOWHERE)
    for (const node of children) places.push(...spacedPlaces(node))
  }
  return places
}

/** The places of what `spaced` shows of a node. */
function spacedPlaces(node: EditionNode): readonly WitnessPlace[] {
  if (node.type === 'correction') return placesOfReading(node)
  if (node.type === 'layout') {
    const { from, to } = node
    return Array.from(spaced(node), () => ({ from, to, corrections: [] }))
  }
  return 'children' in node ? node.children.flatMap(spacedPlaces) : placesOfLeaf(node)
}

/** What a reader sees of a node, with the blanks of the layout as wide as they are. */
function spaced(node: EditionNode): string {
  if (node.type === 'layout') return node.value.repeat(Math.max(1, node.to - node.from))
  if (node.type === 'correction') return node.reading.replace(/\s/g, ' ')
  if (!('children' in node)) return shownOf(node).replace(/\s/g, ' ')
  let text = ''
  for (const child of node.children) text += spaced(child)
  return text
}

function lines(rows: readonly Row[], context: Context): Flow {
  const phrase = new Phrase(context.isTraced)
  for (const { children } of rows) {
    phrase.lineBreak()
    const wide = children.map((node) =>
      node.type === 'layout' && node.value === ' '
        ? { type: 'text' as const, value: QUAD, from: node.from, to: node.to }
        : node,
    )
    writeInlines(wide, phrase, context)
  }
  return blockOf(phrase.finish(), paragraphOf)
}
