import type { Heading } from 'mdast'
import type { HeadingNode } from '../../model/edition.ts'
import type { Context, Flow } from './flow.ts'
import { phrasingOf } from './inline.ts'
import { blockOf } from './paragraph.ts'

/**
 * A heading, on one line. Its depth is its level in the book: `#` is a part of the book.
 *
 * The title of the book is not made a heading: it stands in the front matter, and as printed where
 * the book prints it.
 */
export function heading(node: HeadingNode, context: Context): Flow {
  return blockOf(phrasingOf(node.children, context), (children) => ({
    type: 'heading',
    depth: depthOf(node.level),
    children,
  }))
}

/** Markdown has six depths. */
function depthOf(level: number): Heading['depth'] {
  const depths = [1, 2, 3, 4, 5] as const
  return depths.find((depth) => level <= depth) ?? 6
}
