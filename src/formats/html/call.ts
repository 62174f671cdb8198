import type { CallNode, Leaf } from '../../model/edition.ts'
import { leaf } from './leaf.ts'
import type { Scribe } from './scribe.ts'

/** A reference mark, and the way to its note. One that no note answers stays as it is printed. */
export function call(node: CallNode, scribe: Scribe): void {
  const id = scribe.id(node.id)
  const pages = node.children.filter(({ type }) => type === 'pageBeginning')
  const { address, call } = scribe.manner
  const linked = node.note !== undefined
  scribe.markup(
    linked
      ? `<a class="call" id="${id}" href="${address(node.note ?? '')}"${call}>`
      : `<span class="call lone" id="${id}">`,
  )
  for (const child of node.children) if (child.type !== 'pageBeginning') leaf(child, scribe)
  scribe.markup(linked ? '</a>' : '</span>')
  behind(pages, scribe)
}

/** Pages that begin in a link stand behind it: a link cannot hold another. */
export function behind(pages: readonly Leaf[], scribe: Scribe): void {
  for (const page of pages) leaf(page, scribe)
}
