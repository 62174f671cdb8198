import type { GroupNode, Inline, Row } from '../../model/edition.ts'
import { block } from './block.ts'
import type { Scribe } from './scribe.ts'

/**
 * A table, listing or figure. Rows of equally many cells, two at least, are a table; others keep their
 * columns by blanks as wide as they are printed.
 */
export function table(node: GroupNode, scribe: Scribe): void {
  const rows = node.children.filter((child) => child.type === 'row')
  const counts = new Set(rows.map(({ children }) => cellsOf(children).length))
  const [cells = 0] = counts
  const regular = counts.size === 1 && cells > 1
  const inRow = node.children.every(
    ({ type }) =>
      type === 'row' || type === 'layout' || type === 'pageBeginning' || type === 'formeWork',
  )
  scribe.markup(
    `<div class="table" role="group" aria-label="${scribe.words.table}" tabindex="0">\n`,
  )
  if (regular && inRow) {
    scribe.markup('<table>\n')
    for (const child of node.children) {
      if (child.type === 'row') row(child, scribe)
      else scribe.wait(() => block(child, scribe))
    }
    scribe.markup('</table>\n')
    scribe.settle()
  } else {
    const least = Math.min(...rows.map(({ indent }) => indent))
    for (const child of node.children) {
      if (child.type === 'row') spaced(child, least, scribe)
      else block(child, scribe)
    }
  }
  scribe.markup('</div>\n')
}

/** A row that stands by itself. */
export function lone(node: Row, scribe: Scribe): void {
  spaced(node, node.indent, scribe)
}

function row(node: Row, scribe: Scribe): void {
  scribe.markup(`<tr${scribe.idOfBlock(node.children)}>`)
  for (const cell of cellsOf(node.children)) scribe.block('<td>', cell, '</td>')
  scribe.markup('</tr>\n')
}

/** What stands between the wide gaps of a row. */
function cellsOf(nodes: readonly Inline[]): readonly (readonly Inline[])[] {
  const cells: Inline[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'layout' && node.value === ' ') cells.push([])
    else cells.at(-1)?.push(node)
  }
  return cells
}

function spaced(node: Row, least: number, scribe: Scribe): void {
  const wide = node.children.map((child) =>
    child.type === 'layout' && child.value === ' '
      ? { ...child, type: 'text' as const, value: ' '.repeat(Math.max(1, child.to - child.from)) }
      : child,
  )
  const indent = ' '.repeat(Math.max(0, node.indent - least))
  scribe.block(`<p class="row"${scribe.idOfBlock(node.children)}>${indent}`, wide, '</p>\n')
}
