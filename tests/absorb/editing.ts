import type {
  Emphasis,
  Heading,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'

/** What an editor may do. Each takes a number that says where, and tells whether it found a place. */
export const EDITS = {
  'another word': (tree, n) =>
    inWord(tree, n, (word) => `${word.slice(0, 1)}${turned(word.slice(1))}x`),
  'a letter more': (tree, n) => inWord(tree, n, (word) => `${word.slice(0, 2)}q${word.slice(2)}`),
  'a letter less': (tree, n) => inWord(tree, n, (word) => word.slice(0, 1) + word.slice(2)),
  'a word more': (tree, n) => inWord(tree, n, (word) => `${word} added`),
  'a word less': (tree, n) => inText(tree, n, / [\p{L}]+(?= [\p{L}]+ )/gu, () => ''),
  'words joined': (tree, n) => inText(tree, n, /(?<=\p{L}) (?=\p{L})/gu, () => ''),
  'a word parted': (tree, n) => inWord(tree, n, (word) => `${word.slice(0, 2)} ${word.slice(2)}`),
  'another mark': (tree, n) =>
    inText(tree, n, /(?<=\p{L})[,.;:](?= )/gu, (mark) => (mark === ';' ? ',' : ';')),
  'paragraphs joined': joinParagraphs,
  'a paragraph split': splitParagraph,
  'a paragraph less': lessParagraph,
  'a heading made': makeHeading,
  'a heading unmade': unmakeHeading,
  'another level': changeLevel,
  'a call moved': moveCall,
  'calls exchanged': exchangeCalls,
  'emphasis set': setEmphasis,
  'emphasis removed': removeEmphasis,
} satisfies Record<string, (tree: Root, n: number) => boolean>

export type Edit = keyof typeof EDITS

/** Blocks that were edited are not edited again: an editor would not know what is meant either. */
const touched = new WeakSet<object>()

interface Found<N> {
  readonly node: N
  readonly parent: Parents
  readonly index: number
  /** The outermost block that it stands in. */
  readonly block: object
}

function all<N extends Nodes>(tree: Root, isIt: (node: Nodes) => node is N): readonly Found<N>[] {
  const found: Found<N>[] = []
  const walk = (parent: Parents, around: object | undefined): void => {
    parent.children.forEach((node, index) => {
      const isBlock = node.type === 'paragraph' || node.type === 'heading'
      const block = around ?? (isBlock ? node : undefined)
      if (isIt(node) && block && !touched.has(block)) found.push({ node, parent, index, block })
      if ('children' in node) walk(node, block)
    })
  }
  walk(tree, undefined)
  return found
}

const isText = (node: Nodes | undefined): node is Text => node?.type === 'text'
const isParagraph = (node: Nodes | undefined): node is Paragraph => node?.type === 'paragraph'
const isHeading = (node: Nodes | undefined): node is Heading => node?.type === 'heading'
const isEmphasis = (node: Nodes | undefined): node is Emphasis => node?.type === 'emphasis'
type Reference = Extract<PhrasingContent, { type: 'footnoteReference' }>
const isReference = (node: Nodes): node is Reference => node.type === 'footnoteReference'

function turned(text: string): string {
  return [...text].reverse().join('')
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)]
}

function inWord(tree: Root, n: number, change: (word: string) => string): boolean {
  return inText(tree, n, /(?<![\p{L}\p{N}])\p{L}{4,}(?![\p{L}\p{N}])/gu, change)
}

function inText(tree: Root, n: number, where: RegExp, change: (found: string) => string): boolean {
  const places = all(tree, isText).flatMap((found) =>
    [...found.node.value.matchAll(where)].map((match) => ({ ...found, match })),
  )
  const place = pick(places, n)
  if (!place) return false
  const { node, match, block } = place
  const end = match.index + match[0].length
  node.value = node.value.slice(0, match.index) + change(match[0]) + node.value.slice(end)
  touched.add(block)
  return true
}

function isPlain({ children }: Paragraph): boolean {
  return children.every(({ type }) => type !== 'break' && type !== 'html')
}

function joinParagraphs(tree: Root, n: number): boolean {
  const pairs = all(tree, isParagraph).flatMap(({ node, parent, index }) => {
    const next = parent.children[index + 1]
    const isFree = isParagraph(next) && !touched.has(next) && isPlain(node) && isPlain(next)
    return isFree && parent.type !== 'listItem' ? [{ node, next, parent, index }] : []
  })
  const pair = pick(pairs, n)
  if (!pair) return false
  const { node, next, parent, index } = pair
  node.children = merged([...node.children, { type: 'text', value: ' ' }, ...next.children])
  parent.children.splice(index + 1, 1)
  touched.add(node)
  return true
}

function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text') last.value += node.value
    else joined.push(node)
  }
  return joined
}

function splitParagraph(tree: Root, n: number): boolean {
  const places = all(tree, isText).flatMap((found) => {
    if (!isParagraph(found.parent) || !isPlain(found.parent)) return []
    return [...found.node.value.matchAll(/(?<=\S) (?=\S)/gu)].map((match) => ({ ...found, match }))
  })
  const place = pick(places, n)
  const paragraph = place?.parent
  if (!place || !isParagraph(paragraph)) return false
  const holder = parentOf(tree, paragraph)
  if (!holder || holder.type === 'listItem') return false
  const { node, match, index } = place
  const head = { ...node, value: node.value.slice(0, match.index) }
  const tail = { ...node, value: node.value.slice(match.index + 1) }
  const next: Paragraph = {
    type: 'paragraph',
    children: [tail, ...paragraph.children.slice(index + 1)],
  }
  paragraph.children = [...paragraph.children.slice(0, index), head]
  insert(holder, paragraph, next)
  touched.add(paragraph).add(next)
  return true
}

function parentOf(within: Parents, child: object): Parents | undefined {
  for (const node of within.children) {
    if (node === child) return within
    const found = 'children' in node ? parentOf(node, child) : undefined
    if (found) return found
  }
  return undefined
}

function insert(parent: Parents, before: object, node: Paragraph): void {
  const index = parent.children.findIndex((child) => Object.is(child, before))
  parent.children.splice(index + 1, 0, node)
}

function lessParagraph(tree: Root, n: number): boolean {
  const paragraphs = all(tree, isParagraph).filter(({ node, parent }) => {
    return parent.type === 'root' && node.children.every(({ type }) => type === 'text')
  })
  const place = pick(paragraphs, n)
  if (!place) return false
  place.parent.children.splice(place.index, 1)
  return true
}

function makeHeading(tree: Root, n: number): boolean {
  const found = all(tree, isParagraph).filter(({ node, parent }) => {
    return parent.type === 'root' && isPlain(node)
  })
  const place = pick(found, n)
  if (!place) return false
  const depth = pick([1, 2, 3, 4] as const, n) ?? 2
  const heading: Heading = { type: 'heading', depth, children: place.node.children }
  place.parent.children.splice(place.index, 1, heading)
  touched.add(heading)
  return true
}

function unmakeHeading(tree: Root, n: number): boolean {
  const place = pick(all(tree, isHeading), n)
  if (!place) return false
  const paragraph: Paragraph = { type: 'paragraph', children: place.node.children }
  place.parent.children.splice(place.index, 1, paragraph)
  touched.add(paragraph)
  return true
}

function changeLevel(tree: Root, n: number): boolean {
  const place = pick(all(tree, isHeading), n)
  if (!place) return false
  place.node.depth =
    pick(
      ([1, 2, 3, 4] as const).filter((depth) => depth !== place.node.depth),
      n,
    ) ?? 1
  touched.add(place.node)
  return true
}

function moveCall(tree: Root, n: number): boolean {
  const call = pick(all(tree, isReference), n)
  if (!call) return false
  const own = noteOf(tree, call.node)
  const texts = all(tree, isText).flatMap((found) =>
    found.block === call.block || !isParagraph(found.parent) || isWithin(own, found.block)
      ? []
      : [...found.node.value.matchAll(/(?<=\p{L})(?= \p{L})/gu)].map((match) => ({
          ...found,
          match,
        })),
  )
  const place = pick(texts, n)
  if (!place) return false
  call.parent.children.splice(call.index, 1)
  call.parent.children.splice(0, Number.POSITIVE_INFINITY, ...mergedIn(call.parent))
  const { node, parent, index, match } = place
  const head = { ...node, value: node.value.slice(0, match.index) }
  const tail = { ...node, value: node.value.slice(match.index) }
  parent.children.splice(index, 1, head, call.node, tail)
  touched.add(call.block).add(place.block)
  return true
}

/** A note that is called from within itself is not called at all: nothing is put there that calls it. */
function noteOf(tree: Root, { identifier }: Reference): Nodes | undefined {
  return tree.children.find(
    (node) => node.type === 'footnoteDefinition' && node.identifier === identifier,
  )
}

function isWithin(parent: Nodes | undefined, child: object): boolean {
  return parent !== undefined && 'children' in parent && parentOf(parent, child) !== undefined
}

function mergedIn(parent: Parents): PhrasingContent[] {
  return isParagraph(parent) || isHeading(parent) || isEmphasis(parent)
    ? merged(parent.children)
    : []
}

function exchangeCalls(tree: Root, n: number): boolean {
  const calls = all(tree, isReference)
  const one = pick(calls, n)
  const other = pick(
    calls.filter(
      ({ block, node }) =>
        one !== undefined &&
        block !== one.block &&
        node.identifier !== one.node.identifier &&
        !isWithin(noteOf(tree, one.node), block) &&
        !isWithin(noteOf(tree, node), one.block),
    ),
    n,
  )
  if (!one || !other) return false
  const { identifier, label } = one.node
  Object.assign(one.node, { identifier: other.node.identifier, label: other.node.label })
  Object.assign(other.node, { identifier, label })
  touched.add(one.block).add(other.block)
  return true
}

function setEmphasis(tree: Root, n: number): boolean {
  const places = all(tree, isText).flatMap((found) =>
    found.parent.type !== 'paragraph'
      ? []
      : [...found.node.value.matchAll(/(?<= )\p{L}+(?: \p{L}+)?(?= )/gu)].map((match) => ({
          ...found,
          match,
        })),
  )
  const place = pick(places, n)
  if (!place) return false
  const { node, parent, index, match, block } = place
  const end = match.index + match[0].length
  parent.children.splice(
    index,
    1,
    { type: 'text', value: node.value.slice(0, match.index) },
    { type: 'emphasis', children: [{ type: 'text', value: match[0] }] },
    { type: 'text', value: node.value.slice(end) },
  )
  touched.add(block)
  return true
}

function removeEmphasis(tree: Root, n: number): boolean {
  const place = pick(all(tree, isEmphasis), n)
  if (!place) return false
  const { node, parent, index, block } = place
  parent.children.splice(index, 1, ...node.children)
  parent.children.splice(0, Number.POSITIVE_INFINITY, ...mergedIn(parent))
  touched.add(block)
  return true
}

/** Writes a tree as some program would, with other marks and other blank lines than ours. */
export function written(tree: Root, options: Options = {}): string {
  return unified()
    .use(remarkStringify, {
      handlers: { yaml: ({ value }: { readonly value: string }) => `---\n${value}\n---` },
      ...options,
    })
    .data('toMarkdownExtensions', [gfmFootnoteToMarkdown()])
    .stringify(tree)
}
