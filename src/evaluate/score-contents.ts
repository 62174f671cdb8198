import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { type Miss, rawLine, type Scored, type Task } from './task.ts'

export interface ContentsFigure {
  /** Entries of tables of contents that are items of a list of contents. */
  readonly entries: Share
  /** Entries that are linked to the page that they name. */
  readonly linked: Share
}

/** Tables of contents, entry by entry. */
export function scoreContents(task: Task): Scored<ContentsFigure> | undefined {
  const gold = goldOf(task.gold, 'toc')
  if (gold.length === 0) return undefined
  const { edition } = task
  const items = new Set(
    edition.elements.flatMap((one) => (one.name === 'item' && one.type === 'toc' ? one.line : [])),
  )
  const links = new Map(edition.contents.map(({ line, page }) => [line, edition.pageIds.get(page)]))
  const misses: Miss[] = []
  let entries = 0
  let linked = 0
  for (const { line, to, page } of gold) {
    const text = rawLine(task, line)
    if (items.has(line)) entries++
    else misses.push({ line, text, truth: 'entry of contents', edition: 'none', kinds: true })
    const got = linkOf(links, line, to)
    if (got === page) linked++
    else misses.push({ line, text, truth: `page ${page}`, edition: `page ${got ?? 'not linked'}` })
  }
  const of = gold.length
  return { figure: { entries: { hits: entries, of }, linked: { hits: linked, of } }, misses }
}

/** The number of the page that an entry is linked to; its reference stands on any of its lines. */
function linkOf(
  links: ReadonlyMap<number, string | undefined>,
  line: number,
  to: number,
): string | undefined {
  for (let n = to; n >= line; n--) {
    const page = links.get(n)
    if (page !== undefined) return page
  }
  return undefined
}
