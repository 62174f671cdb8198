import type { NoteNode } from '../../model/edition.ts'
import { BY_EDITORS_OF_PRINT } from './editorial-mark.ts'
import type { Scribe } from './scribe.ts'
import { isSignedByEditor } from './signed-note.ts'
import { attribute, pointers } from './xml-id.ts'

/** A note, which points back to its calls; one that nobody calls says so, and so does an editor's. */
export function note(node: NoteNode, scribe: Scribe): void {
  const place = node.place === 'foot' ? 'bottom' : 'end'
  const target =
    node.calls.length === 0
      ? ' subtype="orphan" anchored="false"'
      : ` target="${pointers('#', node.calls)}"`
  const number = attribute('n', node.siglum)
  const whose = isSignedByEditor(node)
    ? `type="editorial" ${BY_EDITORS_OF_PRINT}`
    : 'type="authorial"'
  scribe.aside(() => {
    scribe.markup(`<note xml:id="${node.id}"${number} place="${place}" ${whose}${target}>`)
    scribe.blocks(node.children)
    scribe.markup('</note>')
  })
}
