import type { BlockNode, NoteNode } from '../../model/edition.ts'
import { type Block, type Context, type Flow, flowOf } from './flow.ts'
import { withLabel } from './label.ts'
import { identifierOf } from './note-labels.ts'

/**
 * A note as it stands between blocks: the definition of one that is called, to come after the
 * outermost block; the paragraphs of an orphan, which would vanish as a definition, in their place.
 */
export function note(node: NoteNode, context: Context): Flow {
  if (context.labels.has(node.id)) return { content: [], notes: [node], pages: [] }
  return orphan(node, context)
}

/** The definitions of notes and of the notes called in them, in order, and orphans among them. */
export function definitions(notes: readonly NoteNode[], context: Context): readonly Block[] {
  return notes.flatMap((node) => {
    const label = context.labels.get(node.id)
    const { content, notes, pages } =
      label === undefined ? orphan(node, context) : flowOf(node.children, context)
    const children = [...content, ...pages]
    const inner = definitions(notes, context)
    if (label === undefined) return [...children, ...inner]
    const identifier = identifierOf(label)
    return [{ type: 'footnoteDefinition', identifier, label, children }, ...inner]
  })
}

/** A note that nothing calls shows the siglum that is printed before it. */
function orphan(node: NoteNode, context: Context): Flow {
  return flowOf(showingSiglum(node), context)
}

function showingSiglum({ children, siglum }: NoteNode): readonly BlockNode[] {
  const index = children.findIndex((child) => 'children' in child)
  const first = children[index]
  const before = children.slice(0, Math.max(index, 0))
  if (first?.type === 'paragraph') {
    const paragraph = { type: 'paragraph' as const, children: withLabel(first.children, siglum) }
    return [...before, paragraph, ...children.slice(index + 1)]
  }
  return [
    ...before,
    { type: 'paragraph', children: withLabel([], siglum) },
    ...children.slice(before.length),
  ]
}
