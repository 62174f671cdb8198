import type { GroupNode } from '../../model/edition.ts'
import { type Context, type Flow, joined } from './flow.ts'
import { writeInlines } from './inline.ts'
import { blockOf, paragraphOf } from './paragraph.ts'
import { Phrase } from './phrase.ts'

/**
 * Verse: a paragraph with a hard break behind each line, a backslash.
 *
 * A page that begins between two lines stands at the end of the first of them, because a comment at
 * the beginning of a line would end the paragraph. What is no verse, a heading or a dateline, parts
 * the verse before it from that behind it.
 */
export function verse(node: GroupNode, context: Context): Flow {
  const flows: Flow[] = []
  let phrase = new Phrase(context.isTraced)
  for (const child of node.children) {
    if (child.type === 'verseLine') {
      phrase.lineBreak()
      writeInlines(child.children, phrase, context)
    } else if (!('children' in child)) {
      writeInlines([child], phrase, context)
    } else {
      flows.push(blockOf(phrase.finish(), paragraphOf), context.block(child, context))
      phrase = new Phrase(context.isTraced)
    }
  }
  flows.push(blockOf(phrase.finish(), paragraphOf))
  return joined(flows)
}
