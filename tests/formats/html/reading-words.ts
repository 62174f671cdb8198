import type { Root, RootContent } from 'mdast'
import { type Element, hasClass, isApart, readHtml, textOf } from './read-html.ts'

/** The words of an edition that have a letter or a digit: those of the text, and those of its notes. */
export interface ReadingWords {
  readonly text: readonly string[]
  /** In no order. */
  readonly notes: readonly string[]
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td'])

/** The words of an HTML or EPUB edition. */
export function wordsOfHtml(html: string): ReadingWords {
  const { elements } = readHtml(html)
  const notes = new Set<Element>()
  const blocks = elements.filter(({ tagName }) => BLOCKS.has(tagName))
  for (const element of elements) {
    if (!hasClass(element, 'note')) continue
    for (const block of blocks) if (isWithin(block, element)) notes.add(block)
  }
  const text = blocks.filter((block) => !notes.has(block) && isOfBook(block))
  return { text: wordsIn(text), notes: wordsIn([...notes]).toSorted() }
}

function wordsIn(blocks: readonly Element[]): readonly string[] {
  return blocks.flatMap((block) => wordsOf(textOf(block, isApart)))
}

/** Whether a block is in the text of the book, not around it. */
function isOfBook(block: Element): boolean {
  for (let node: Element['parentNode'] = block.parentNode; node; ) {
    if ('attrs' in node && hasClass(node, 'text')) return true
    node = 'parentNode' in node ? node.parentNode : null
  }
  return false
}

function isWithin(element: Element, other: Element): boolean {
  for (let node: Element['parentNode'] = element.parentNode; node; ) {
    if (node === other) return true
    node = 'parentNode' in node ? node.parentNode : null
  }
  return false
}

/** The words of a Markdown edition, its apparatus left out. */
export function wordsOfMarkdown(tree: Root): ReadingWords {
  const end = tree.children.findLastIndex((node) => node.type === 'heading' && node.depth === 1)
  const nodes = tree.children.slice(0, end)
  const isNote = ({ type }: RootContent): boolean => type === 'footnoteDefinition'
  return {
    text: nodes.filter((node) => !isNote(node)).flatMap((node) => wordsOf(shown(node))),
    notes: nodes
      .filter(isNote)
      .flatMap((node) => wordsOf(shown(node)))
      .toSorted(),
  }
}

const PARTED: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem', 'code', 'break'])

function shown(node: RootContent): string {
  if (node.type === 'text' || node.type === 'code')
    return ` ${node.value} `.slice(
      node.type === 'text' ? 1 : 0,
      node.type === 'text' ? -1 : undefined,
    )
  if (node.type === 'break') return ' '
  if (!('children' in node)) return ''
  const children = node.children.map((child, index) => {
    const label = node.type === 'list' && node.ordered ? `${(node.start ?? 1) + index} ` : ''
    return label + shown(child)
  })
  return children.join('') + (PARTED.has(node.type) ? ' ' : '')
}

/** The words of a text. Markdown does not keep what stands behind the number of an item. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => (/^\d+[.)]$/u.test(word) ? word.slice(0, -1) : word))
}

/** The first word of a text that another text does not have in its place, words between apart. */
export function firstOutOfOrder(
  words: readonly string[],
  other: readonly string[],
): string | undefined {
  let at = 0
  return words.find((word) => {
    const found = other.indexOf(word, at)
    at = found + 1
    return found < 0
  })
}
