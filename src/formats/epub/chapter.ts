import type { Division, Edition, EditionNode } from '../../model/edition.ts'
import { readingOf } from '../html/contents-list.ts'
import { type StreamNode, streamOf } from '../html/stream.ts'

/** What makes one file of an e-book. */
export interface Chapter {
  /** `text-001.xhtml` */
  readonly file: string
  readonly title: string
  readonly kind: Division['kind'] | undefined
  readonly blocks: readonly StreamNode[]
}

/** What begins a file of its own. */
const APART: ReadonlySet<Division['kind']> = new Set(['part', 'article', 'document'])

/** From which length on, in UTF-16 units of the print, the next heading begins a file, too. */
const LONG = 120_000

/** Parts an edition into files: what a reader turns to from the contents is not far into its file. */
export function chaptersOf(edition: Edition): readonly Chapter[] {
  const parts: { kind: Division['kind'] | undefined; title: string; blocks: StreamNode[] }[] = []
  let current: StreamNode[] | undefined
  for (const placed of streamOf(edition)) {
    const opened = current === undefined ? placed.opens[0] : openedBy(placed, current)
    if (current === undefined || opened) {
      const before = current ? cutPages(current) : []
      current = [...before, placed]
      parts.push({ kind: opened?.kind, title: titleOf(placed, edition), blocks: current })
    } else {
      current.push(placed)
    }
  }
  const count = Math.max(3, String(parts.length).length)
  // Before the first heading there may be nothing but the page that begins with it.
  const filled = parts.filter(({ blocks }) => blocks.length > 0)
  return filled.map((part, i) => ({
    ...part,
    file: `text-${String(i + 1).padStart(count, '0')}.xhtml`,
  }))
}

/** The division that begins a new file with this block, if one does. */
function openedBy(placed: StreamNode, current: readonly StreamNode[]): Division | undefined {
  const apart = placed.opens.find(({ kind }) => APART.has(kind))
  if (apart) return apart
  return placed.node.type === 'heading' && lengthOf(current) > LONG
    ? placed.opens.at(-1)
    : undefined
}

/** Takes off the pages that begin at the end of a chapter: they are those of the next. */
function cutPages(blocks: StreamNode[]): readonly StreamNode[] {
  const last = blocks.findLastIndex(({ node }) => 'children' in node)
  return blocks.splice(last + 1)
}

/** The length in print of blocks that follow one another. */
function lengthOf(blocks: readonly StreamNode[]): number {
  return offsetOf(blocks.at(-1)) - offsetOf(blocks[0])
}

function offsetOf(placed: StreamNode | undefined): number {
  let node: EditionNode | undefined = placed?.node
  while (node && 'children' in node) node = node.children[0]
  return node?.from ?? 0
}

function titleOf({ node }: StreamNode, { book }: Edition): string {
  const text = node.type === 'heading' ? readingOf(node.children) : ''
  return text.replace(/\s+/gu, ' ').trim() || book.title
}
