import type { Edition, EditionNode, Leaf } from '../model/edition.ts'
import type { Witness } from '../model/witness.ts'

/**
 * Holds that the leaves of an edition, sorted by `from`, cover every character of the witness once,
 * and that each shows the characters that it covers.
 *
 * Throws a fault that says where they do not. Linear, but for sorting what notes put out of order.
 */
export function tile(edition: Edition): void {
  const leaves: Leaf[] = []
  for (const leaf of leavesOf(edition)) if (leaf.from !== leaf.to) leaves.push(leaf)
  leaves.sort((a, b) => a.from - b.from || a.to - b.to)
  const { witness } = edition
  let at = 0
  for (const leaf of leaves) {
    if (leaf.from !== at) fault(witness, Math.min(leaf.from, at), leaf, leaf.from > at)
    if (leaf.to < leaf.from || !showsItself(witness, leaf)) {
      throw new Error(
        `Unexpected ${leaf.type} at ${placeOf(witness, leaf.from)}, expected ${JSON.stringify(
          witness.text.slice(leaf.from, leaf.to),
        )} in it`,
      )
    }
    at = leaf.to
  }
  if (at !== witness.text.length) fault(witness, at, undefined, true)
}

/** The leaves of a tree in reading order. Not recursive. */
export function* leavesOf(root: EditionNode): Iterable<Leaf> {
  const stack: EditionNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) {
      yield node
      continue
    }
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child) stack.push(child)
    }
  }
}

function showsItself(witness: Witness, leaf: Leaf): boolean {
  switch (leaf.type) {
    case 'text':
    case 'label':
    case 'hyphen':
    case 'formeWork':
      return (
        witness.text.startsWith(leaf.value, leaf.from) && leaf.value.length === leaf.to - leaf.from
      )
    default:
      return true
  }
}

function fault(witness: Witness, at: number, leaf: Leaf | undefined, gap: boolean): never {
  const what = gap ? 'text that no leaf covers' : 'text that two leaves cover'
  const next = leaf ? `, before a leaf of type ${leaf.type}` : ''
  throw new Error(
    `Unexpected ${what} at ${placeOf(witness, at)}${next}, expected leaves that tile the witness`,
  )
}

function placeOf(witness: Witness, at: number): string {
  const line = witness.lines.at(at)
  return `${witness.name}:${line}:${at - witness.lines.from(line) + 1}`
}
