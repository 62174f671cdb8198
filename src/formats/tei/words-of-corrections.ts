import type { Edition, EditionNode } from '../../model/edition.ts'

/**
 * For each correction that stands in the text, the id of the one that gives its word an xml:id: the
 * first one of the word. Linear, not recursive.
 */
export function wordsOfCorrections(edition: Edition): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const stack: EditionNode[] = [edition]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'correction') {
      const [first] = node.corrections
      for (const { id } of node.corrections) if (first && !words.has(id)) words.set(id, first.id)
    } else if ('children' in node) {
      for (const child of node.children.toReversed()) stack.push(child)
    }
  }
  return words
}
