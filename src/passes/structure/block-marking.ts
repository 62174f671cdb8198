import type { Block, Group, Locator } from '../../model/marking.ts'
import type { View } from '../../model/view.ts'
import type { LaidGroup } from './block-group.ts'
import { numberAt } from './contents-run.ts'
import type { HeadingRank, KnownBlock } from './heading-level.ts'
import { itemLabel } from './item-label.ts'

const RULE = 'structure/block'

/** Where the pages begin that have a number, by the number. */
export type PageIndex = ReadonlyMap<string, number>

/** The pages of a book by their numbers; of several with one number, the first. */
export function pageIndex(view: View): PageIndex {
  const index = new Map<string, number>()
  for (const { number, from } of view.markings.of('page')) {
    const key = number.toLowerCase()
    if (key !== '' && !index.has(key)) index.set(key, from)
  }
  return index
}

/** The marking of a block that is known. */
export function blockMarking(
  { block: one, kind }: KnownBlock,
  rank: HeadingRank | undefined,
  pages: PageIndex,
): Block {
  const from = one.lines[0]?.at.from ?? 0
  const shape = {
    kind: 'marking',
    rule: RULE,
    from,
    to: one.lines.at(-1)?.at.to ?? from,
    cert: 'high',
  } as const
  const { why } = one.boundary
  if (kind === 'heading' && rank) {
    const { level, division } = rank
    return { ...shape, role: 'heading', level, division, evidence: [why, rank.why] }
  }
  if (kind === 'item') {
    const length = itemLabel(one.text)?.length ?? 0
    return { ...shape, role: 'item', label: { from, to: from + length }, evidence: [why] }
  }
  if (kind === 'entry') {
    const locator = locatorOf(one.lines.at(-1)?.text, shape.to, pages)
    return { ...shape, role: 'entry', ...(locator ? { locator } : {}), evidence: [why] }
  }
  const role = kind === 'text' || kind === 'heading' ? 'paragraph' : kind
  return { ...shape, role, evidence: [why] }
}

/** The number at the end of an entry, and the page that has it. */
function locatorOf(text: string | undefined, to: number, pages: PageIndex): Locator | undefined {
  const number = text === undefined ? undefined : numberAt(text, true)
  if (number === undefined) return undefined
  return { from: to - number.length, to, page: pages.get(number.toLowerCase()) }
}

/** The marking of a group of blocks. */
export function groupMarking(group: LaidGroup): Group {
  const lines = group.blocks.flatMap((block) => block.lines)
  return {
    kind: 'marking',
    rule: RULE,
    role: group.role,
    from: lines[0]?.at.from ?? 0,
    to: lines.at(-1)?.at.to ?? 0,
    cert: 'high',
    evidence: [group.why],
  }
}
