import type { Paragraph, PhrasingContent } from 'mdast'
import type { Inline } from '../../model/edition.ts'
import type { Context, Flow } from './flow.ts'
import { phrasingOf } from './inline.ts'
import type { Phrasing } from './phrase.ts'

/** Running text as a paragraph of its own: paragraphs, bylines, datelines, signatures and their like. */
export function paragraph(children: readonly Inline[], context: Context): Flow {
  return blockOf(phrasingOf(children, context), paragraphOf)
}

/** A paragraph of Markdown. */
export function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

/** A block around running text; none where nothing is printed. Pages at its ends stand outside. */
export function blockOf(
  phrasing: Phrasing,
  make: (children: PhrasingContent[]) => Flow['content'][number],
): Flow {
  const { content, lead, notes, trail } = phrasing
  if (content.length === 0) return { content: [], notes, pages: [...lead, ...trail] }
  return { content: [...lead, make(content)], notes, pages: trail }
}
