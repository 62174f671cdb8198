import type { Layout } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** White space of the layout: one blank, or none. */
export function layout(node: Layout, scribe: Scribe): void {
  if (node.value === '') return
  scribe.markup(node.value)
  scribe.join = 'blank'
}
