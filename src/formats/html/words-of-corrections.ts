import type { EditionNode } from '../../model/edition.ts'

/** The ids of the corrections that a word of the edition shows. Linear in the nodes. */
export function correctedWords(edition: EditionNode): ReadonlySet<string> {
  const ids = new Set<string>()
  const stack: EditionNode[] = [edition]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'correction') for (const { id } of node.corrections) ids.add(id)
    if ('children' in node) for (const child of node.children) stack.push(child)
  }
  return ids
}
