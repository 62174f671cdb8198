import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { bare, parsed } from '../formats/markdown/parsed.ts'

/**
 * The text of a Markdown edition as a tree, to be compared: without front matter and apparatus, the
 * notes at the end and numbered as they are called, lists neither loose nor tight, one blank for several.
 */
export function textTree(markdown: string): unknown {
  const tree = withoutApparatus(parsed(markdown))
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(/ {2,}/g, ' ')
  })
  const notes: FootnoteDefinition[] = []
  takeNotes(tree, notes)
  const numbers = new Map<string, string>()
  const byLabel = new Map(notes.map((note) => [note.identifier, note]))
  const ordered: FootnoteDefinition[] = []
  number(tree)
  for (const note of notes) if (!numbers.has(note.identifier)) ordered.push(note)
  for (const note of ordered) note.identifier = note.label = numbers.get(note.identifier) ?? ''
  return bare(JSON.parse(JSON.stringify([tree, ordered], withoutSpread)))

  function number(within: Nodes): void {
    visit(within, 'footnoteReference', (call) => {
      const known = numbers.get(call.identifier)
      const own = known ?? `${numbers.size + 1}`
      const note = byLabel.get(call.identifier)
      if (known === undefined) {
        numbers.set(call.identifier, own)
        if (note) {
          ordered.push(note)
          number(note)
        }
      }
      call.identifier = call.label = own
    })
  }
}

function withoutSpread(key: string, value: unknown): unknown {
  return key === 'spread' ? undefined : value
}

function takeNotes(node: Nodes, notes: FootnoteDefinition[]): void {
  if (!('children' in node)) return
  const kept: unknown[] = []
  for (const child of node.children) {
    takeNotes(child, notes)
    if (child.type === 'footnoteDefinition') notes.push(child)
    else kept.push(child)
  }
  Object.assign(node, { children: kept })
}

/** The text alone: no front matter, and no apparatus at the end. */
export function withoutApparatus(tree: Root): Root {
  const end = tree.children.findLastIndex((node) => heads(node, 'Apparatus'))
  const text = tree.children.slice(0, end < 0 ? tree.children.length : end)
  return { type: 'root', children: text.filter(({ type }) => type !== 'yaml') }
}

function heads(node: RootContent, what: string): boolean {
  const text = node.type === 'heading' && node.depth === 1 ? node.children[0] : undefined
  return text?.type === 'text' && text.value === what
}
