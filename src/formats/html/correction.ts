import type { CorrectionNode } from '../../model/edition.ts'
import { behind } from './call.ts'
import { entryId, wordId } from './ids.ts'
import { leaf } from './leaf.ts'
import type { Scribe } from './scribe.ts'

/**
 * A corrected word: its reading, linked to its entry in the apparatus, and, hidden from who reads the
 * reading text, the word as printed.
 */
export function correction(node: CorrectionNode, scribe: Scribe): void {
  const { manner } = scribe
  const [first, ...others] = node.corrections
  for (const { id } of others) scribe.markup(`<span id="${scribe.id(wordId(id))}"></span>`)
  for (const child of node.children) scribe.anchor(scribe.markedIn(child))
  const id = first ? scribe.id(wordId(first.id)) : ''
  const entry = first ? ` href="${manner.address(entryId(first.id))}"` : ''
  scribe.markup(`<a class="cor" id="${id}"${entry}>`)
  if (manner.asPrinted) {
    scribe.markup('<ins>')
    scribe.text(node.reading)
    scribe.markup('</ins><del hidden="hidden">')
    for (const child of node.children) if (isPrinted(child.type)) leaf(child, scribe)
    scribe.markup('</del>')
  } else {
    scribe.text(node.reading)
  }
  scribe.markup('</a>')
  behind(
    node.children.filter(({ type }) => type === 'pageBeginning'),
    scribe,
  )
  scribe.tell(node, node.corrections)
}

function isPrinted(type: CorrectionNode['children'][number]['type']): boolean {
  return type !== 'pageBeginning' && type !== 'formeWork'
}
