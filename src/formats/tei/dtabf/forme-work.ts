import type { Edition, EditionNode, FormeWorkNode } from '../../../model/edition.ts'
import type { FormeWork } from '../../../model/marking.ts'
import { writable } from '../../reading/writable.ts'
import { type Token, textToken } from '../tokens.ts'

/** The forme work of a page, as elements. */
export interface FormeWorkOfPage {
  readonly top: readonly Token[]
  readonly bottom: readonly Token[]
}

/** What each kind of forme work is called. A rule has no text, and no name. */
const TYPES: Readonly<Record<FormeWork['work'], string | undefined>> = {
  'page-number': 'pageNum',
  header: 'header',
  signature: 'sig',
  catchword: 'catch',
  rule: undefined,
}

/** The forme work of the pages, by their keys. O(n log n). */
export function formeWorkOf(edition: Edition): ReadonlyMap<string, FormeWorkOfPage> {
  const pages: { readonly from: number; readonly key: string }[] = []
  const works: FormeWorkNode[] = []
  const stack: EditionNode[] = [edition]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'pageBeginning' && !node.inNote) pages.push(node)
    else if (node.type === 'formeWork') works.push(node)
    else if ('children' in node) for (const child of node.children) stack.push(child)
  }
  pages.sort((a, b) => a.from - b.from)
  works.sort((a, b) => a.from - b.from)
  const found = new Map<string, { top: Token[]; bottom: Token[] }>()
  let next = 0
  for (const [i, { key }] of pages.entries()) {
    const end = pages[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const own = { top: [] as Token[], bottom: [] as Token[] }
    for (let work = works[next]; work && work.from < end; work = works[++next]) {
      own[work.place].push(...elementOf(work))
    }
    found.set(key, own)
  }
  return found
}

function elementOf({ place, value, work }: FormeWorkNode): readonly Token[] {
  const type = TYPES[work]
  const text = value.trim()
  if (type === undefined || text === '') return []
  return [
    { as: 'start', name: 'fw', attributes: { type, place } },
    textToken(writable(text).replace(/\s+/gu, ' ')),
    { as: 'end', name: 'fw' },
  ]
}
