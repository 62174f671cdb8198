import type { Group } from '../../model/marking.ts'
import { quotationOf } from './block-quotation.ts'
import type { KnownBlock } from './heading-level.ts'
import type { LaidBlock } from './laid-block.ts'

/** Blocks that belong together. */
export interface LaidGroup {
  readonly role: Group['role']
  readonly blocks: readonly LaidBlock[]
  readonly why: string
}

/** A quotation runs over at most so many paragraphs; after that a closing mark was lost. */
const PARAGRAPHS = 8

/** What kinds of lines make together, and what tells. */
const KEPT: ReadonlyMap<KnownBlock['kind'], Pick<LaidGroup, 'role' | 'why'>> = new Map([
  [
    'verse-line',
    { role: 'verse', why: 'short lines that begin with capitals and do not fill the column' },
  ],
  ['row', { role: 'table', why: 'lines with gaps, or as programs have them, one below the other' }],
  ['entry', { role: 'contents', why: 'lines that end with the numbers of pages' }],
])

/** The quotations, epigraphs, poems, tables and letters among the blocks. O(n). */
export function groupsOf(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  const epigraphs = epigraphsOf(blocks)
  const taken = new Set(epigraphs.flatMap((group) => group.blocks))
  return [...epigraphs, ...quotations(blocks, taken), ...kept(blocks), ...letters(blocks)]
}

function quotations(
  blocks: readonly KnownBlock[],
  taken: ReadonlySet<LaidBlock>,
): readonly LaidGroup[] {
  const groups: LaidGroup[] = []
  for (let i = 0; i < blocks.length; i++) {
    const length = quotationLength(blocks, i)
    const members = blocks.slice(i, i + length).map((known) => known.block)
    if (length === 0 || members.some((member) => taken.has(member))) continue
    groups.push({
      role: 'quotation',
      blocks: members,
      why: 'the quotation mark that opens it closes only at its end',
    })
    i += length - 1
  }
  return groups
}

/**
 * Epigraphs: between the title of an article (with its byline and source) and the text, a saying set
 * in a narrower column, and the line that says whose it is.
 */
function epigraphsOf(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  const groups: LaidGroup[] = []
  for (let i = 1; i < blocks.length; i++) {
    if (!['heading', 'byline', 'source'].includes(blocks[i - 1]?.kind ?? '')) continue
    const saying = blocks[i]
    const from = blocks[i + 1]
    if (!isNarrow(saying) || !saying) continue
    const signed = isNarrow(from) && from !== undefined && from.block.lines.length <= 2
    const quoted = quotationOf(saying.block.text) === 'closed'
    if (!signed && !quoted) continue
    groups.push({
      role: 'epigraph',
      blocks: signed && from ? [saying.block, from.block] : [saying.block],
      why: 'a saying in a narrower column between the title and the text',
    })
  }
  return groups
}

/** Whether a block is text in a column narrower than that of the book, or far indented. */
function isNarrow(known: KnownBlock | undefined): boolean {
  if (known?.kind !== 'text' || known.block.pageTop) return false
  return known.block.lines.every((line) => line.text.length < line.measure * 0.8)
}

/** How many blocks the quotation that opens with block `i` has; 0 when none does. */
function quotationLength(blocks: readonly KnownBlock[], i: number): number {
  let text = ''
  for (let length = 1; length <= PARAGRAPHS; length++) {
    const known = blocks[i + length - 1]
    if (known?.kind !== 'text') return 0
    // Each paragraph of a quotation may open with a mark of its own.
    const own = length > 1 ? known.block.text.replace(/^[«»“„"]\s?/u, '') : known.block.text
    text += `${text && ' '}${own}`
    const state = quotationOf(text)
    if (state === 'closed') return length
    if (state === 'none') return 0
  }
  return 0
}

/** Blocks of one kind, one after another, that are kept line by line. */
function kept(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  const groups: LaidGroup[] = []
  for (let i = 0; i < blocks.length; i++) {
    const kind = blocks[i]?.kind
    const group = kind && KEPT.get(kind)
    if (!group) continue
    let end = i
    while (blocks[end]?.kind === kind && (end === i || !isApart(blocks[end]))) end++
    groups.push({ ...group, blocks: blocks.slice(i, end).map((known) => known.block) })
    i = end - 1
  }
  return groups
}

/** Whether white parts a row from the table before it. */
function isApart(known: KnownBlock | undefined): boolean {
  return known?.kind === 'row' && known.block.gap > 1
}

/** From the dateline or salutation to the last signature, within one division. */
function letters(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  const groups: LaidGroup[] = []
  blocks.forEach((known, i) => {
    if (known.kind !== 'salute') return
    const from = blocks[i - 1]?.kind === 'dateline' ? i - 1 : i
    let last = -1
    for (let at = i + 1; at < blocks.length; at++) {
      const kind = blocks[at]?.kind
      if (kind === 'heading' || kind === 'salute') break
      if (kind === 'signed' || (kind === 'dateline' && last === at - 1)) last = at
    }
    if (last < 0) return
    groups.push({
      role: 'letter',
      blocks: blocks.slice(from, last + 1).map(({ block }) => block),
      why: 'a salutation opens it and a signature closes it',
    })
  })
  return groups
}
