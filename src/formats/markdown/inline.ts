import type { Inline } from '../../model/edition.ts'
import { writeCall } from './call.ts'
import { writeCorrection } from './correction.ts'
import type { Context } from './flow.ts'
import { writeLeaf } from './leaf.ts'
import { Phrase, type Phrasing } from './phrase.ts'

/** Running text as Markdown: the reading text, with its pages, calls and emphasis. */
export function phrasingOf(nodes: readonly Inline[], context: Context): Phrasing {
  const phrase = new Phrase(context.isTraced)
  writeInlines(nodes, phrase, context)
  return phrase.finish()
}

/** Writes running text with a pen that may have written before. */
export function writeInlines(nodes: readonly Inline[], phrase: Phrase, context: Context): void {
  for (const node of nodes) writeInline(node, phrase, context)
}

/** Which node becomes what. */
function writeInline(node: Inline, phrase: Phrase, context: Context): void {
  switch (node.type) {
    case 'call':
      writeCall(node, phrase, context)
      break
    case 'correction':
      writeCorrection(node, phrase)
      break
    case 'locator':
      writeInlines(node.children, phrase, context)
      break
    case 'emphasis':
      phrase.emphasise(() => writeInlines(node.children, phrase, context))
      break
    case 'editorialMark':
      writeInlines(node.children, phrase, context)
      break
    case 'note':
      phrase.note(node)
      break
    default:
      writeLeaf(node, phrase)
  }
}
