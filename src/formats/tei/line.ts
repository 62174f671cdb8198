import type { HeadingNode, Inline, Line } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** Writes a block of running text in the midst of others. */
export function line(node: Line | HeadingNode, scribe: Scribe): void {
  switch (node.type) {
    case 'paragraph':
      scribe.block('<p>', node.children, '</p>')
      break
    case 'verseLine':
      scribe.block('<lg><l>', node.children, '</l></lg>')
      break
    case 'source':
      source(node.children, scribe)
      break
    case 'divider':
      scribe.block('<ab type="typography">', node.children, '</ab>')
      break
    default:
      scribe.block(`<ab type="${node.type}">`, node.children, '</ab>')
      break
  }
}

/** The line that names where a text was first printed; `bibl` holds no label. */
function source(children: readonly Inline[], scribe: Scribe): void {
  if (children.some(({ type }) => type === 'label')) {
    scribe.block('<ab type="source">', children, '</ab>')
  } else {
    scribe.block('<bibl>', children, '</bibl>')
  }
}
