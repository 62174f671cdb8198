import type { Item } from '../../model/edition.ts'
import { block } from './block.ts'
import type { Scribe } from './scribe.ts'
import type { Container } from './stream.ts'

/** Writes a container with all that is in it. */
export function container(node: Container, scribe: Scribe): void {
  scribe.markup(startOf(node, false))
  for (const child of node.children) contained(child, node, scribe)
  scribe.markup(endOf(node))
}

/** Writes what stands in a container. Between the items of a list nothing may stand. */
export function contained(
  child: Container['children'][number] | Item,
  within: Container | undefined,
  scribe: Scribe,
): void {
  if (within?.type !== 'list' || child.type === 'item') block(child, scribe)
  else if (child.type === 'text' || child.type === 'hyphen')
    scribe.block('<li>', [child], '</li>\n')
  else scribe.wait(() => block(child, scribe))
}

/** The start tag of a container, or of what goes on with one from an earlier page. */
export function startOf(node: Container, goesOn: boolean): string {
  return `<${nameOf(node)} class="${node.type}${goesOn ? ' on' : ''}">\n`
}

export function endOf(node: Container): string {
  return `</${nameOf(node)}>\n`
}

function nameOf({ type }: Container): 'ul' | 'blockquote' | 'div' {
  if (type === 'list') return 'ul'
  return type === 'quotation' || type === 'epigraph' ? 'blockquote' : 'div'
}
