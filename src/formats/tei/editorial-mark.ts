import type { EditorialMarkNode, Inline, Text } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** Whose the marks and some of the notes are: the printed book's own editors'. */
export const BY_EDITORS_OF_PRINT = 'resp="#ed.print"'

/** The marks stand in print. */
const BY_PRINT = `${BY_EDITORS_OF_PRINT} source="#print"`

/**
 * A mark of the book's own editors, kept as printed. Of what they supplied, the brackets are tagged,
 * so that a search finds the word.
 */
export function editorialMark(node: EditorialMarkNode, scribe: Scribe): void {
  if (node.what === 'supplied') {
    supplied(node.children, scribe)
    return
  }
  scribe.markup(`<seg type="editorialMark" subtype="${node.what}" ${BY_PRINT}>`)
  scribe.inline(node.children)
  scribe.markup('</seg>')
}

function supplied(children: readonly Inline[], scribe: Scribe): void {
  const first = children[0]
  const opening = first?.type === 'text' && /^[<[({⟨‹]/u.test(first.value)
  const rest = opening ? [withoutFirst(first), ...children.slice(1)] : children
  const last = rest.at(-1)
  const closing = last?.type === 'text' && /[>\])}⟩›]$/u.test(last.value)
  const inner = closing ? [...rest.slice(0, -1), withoutLast(last)] : rest
  scribe.markup(`<supplied reason="abbreviated" ${BY_PRINT}>`)
  if (opening) bracket(first.value.slice(0, 1), scribe)
  scribe.inline(inner)
  if (closing) bracket(last.value.slice(-1), scribe)
  scribe.markup('</supplied>')
}

function bracket(sign: string, scribe: Scribe): void {
  scribe.markup('<pc type="bracket">')
  scribe.text(sign)
  scribe.markup('</pc>')
}

function withoutFirst(text: Text): Text {
  return { ...text, from: text.from + 1, value: text.value.slice(1) }
}

function withoutLast(text: Text): Text {
  return { ...text, to: text.to - 1, value: text.value.slice(0, -1) }
}
