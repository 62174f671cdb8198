import type { Line } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** Paragraphs, lines of verse, bylines and their like: a paragraph, named for what it is. */
export function line(node: Line, scribe: Scribe): void {
  const name = node.type === 'paragraph' ? '' : ` class="${node.type}"`
  scribe.block(`<p${name}${scribe.idOfBlock(node.children)}>`, node.children, '</p>\n')
}
