import type { Division, Edition, EditionNode, HeadingNode } from '../../model/edition.ts'
import { escapeText } from './escape.ts'

/** A heading of the book, with those below it. */
export interface Chapter {
  readonly id: string
  readonly title: string
  /** The number of the page on which it begins, as the edition shows it; empty when unknown. */
  readonly page: string
  readonly parts: readonly Chapter[]
}

/** The divisions of an edition that have a heading, as a tree. Linear in the nodes. */
export function chaptersOf(edition: Edition): readonly Chapter[] {
  let page = ''
  return inside(edition)

  function inside(node: EditionNode): Chapter[] {
    if (node.type === 'pageBeginning' && !node.inNote) page = node.number
    if (!('children' in node)) return []
    if (node.type !== 'division') return node.children.flatMap(inside)
    const head = node.children.find((child) => child.type === 'heading')
    if (!head) return node.children.flatMap(inside)
    const before = node.children.slice(0, node.children.indexOf(head))
    for (const child of before) inside(child)
    const begins = page
    const parts = node.children.slice(before.length).flatMap(inside)
    return [{ id: node.id, title: titleOf(node, head), page: begins, parts }]
  }
}

/** A heading as one line of text: its reading, without reference marks. */
function titleOf({ kind }: Division, head: HeadingNode): string {
  const text = readingOf(head.children).replace(/\s+/gu, ' ').trim()
  return text === '' ? kind : text
}

/** What one reads of nodes, without reference marks and notes. */
export function readingOf(nodes: readonly EditionNode[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'note' || node.type === 'call') continue
    if (node.type === 'correction') text += node.reading
    else if ('children' in node) text += readingOf(node.children)
    else if (node.type === 'text' || node.type === 'layout' || node.type === 'label')
      text += node.value
    else if (node.type === 'hyphen' && node.kind !== 'soft') text += node.value
  }
  return text
}

/** Chapters as lists of links, one within the other. */
export function contentsList(
  chapters: readonly Chapter[],
  address: (id: string) => string,
  withPages: boolean,
): string {
  if (chapters.length === 0) return ''
  const items = chapters.map(({ id, title, page, parts }) => {
    const number = withPages && page !== '' ? ` <span class="at">${escapeText(page)}</span>` : ''
    const link = `<a href="${address(id)}"><bdi>${escapeText(title)}</bdi></a>`
    return `<li>${link}${number}${contentsList(parts, address, withPages)}</li>\n`
  })
  return `<ol>\n${items.join('')}</ol>`
}
