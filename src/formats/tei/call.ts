import type { CallNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'
import { attribute } from './xml-id.ts'

/** A reference mark: `<ref type="noteAnchor" target="#n1" xml:id="ref1">1</ref>`. */
export function call(node: CallNode, scribe: Scribe): void {
  const target =
    node.note === undefined
      ? ` subtype="orphan"${attribute('n', node.siglum)}`
      : ` target="#${node.note}"`
  scribe.markup(`<ref type="noteAnchor"${target} xml:id="${node.id}">`)
  scribe.inline(node.children)
  scribe.markup('</ref>')
}
