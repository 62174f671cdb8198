import type { NoteNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'
import { attribute, pointers } from './xml-id.ts'

/** A note, which points back to its calls; one that nobody calls says so. */
export function note(node: NoteNode, scribe: Scribe): void {
  const place = node.place === 'foot' ? 'bottom' : 'end'
  const target =
    node.calls.length === 0
      ? ' subtype="orphan" anchored="false"'
      : ` target="${pointers('#', node.calls)}"`
  const number = attribute('n', node.siglum)
  scribe.aside(() => {
    scribe.markup(`<note xml:id="${node.id}"${number} place="${place}" type="authorial"${target}>`)
    scribe.blocks(node.children)
    scribe.markup('</note>')
  })
}
