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

/** The quotations, epigraphs, poems and letters among the blocks. O(n). */
export function groupsOf(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  return [...quotations(blocks), ...poems(blocks), ...letters(blocks)]
}

function quotations(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  const groups: LaidGroup[] = []
  for (let i = 0; i < blocks.length; i++) {
    const length = quotationLength(blocks, i)
    if (length === 0) continue
    const members = blocks.slice(i, i + length).map((known) => known.block)
    const epigraph = isEpigraph(blocks, i, members)
    groups.push({
      role: epigraph ? 'epigraph' : 'quotation',
      blocks: members,
      why: epigraph
        ? 'a short quotation between the title and the text'
        : 'the quotation mark that opens it closes only at its end',
    })
    i += length - 1
  }
  return groups
}

/** How many blocks the quotation that opens with block `i` has; 0 when none does. */
function quotationLength(blocks: readonly KnownBlock[], i: number): number {
  let text = ''
  for (let length = 1; length <= PARAGRAPHS; length++) {
    const known = blocks[i + length - 1]
    if (known?.kind !== 'text') return 0
    text += `${text && ' '}${known.block.text}`
    const state = quotationOf(text)
    if (state === 'closed') return length
    if (state === 'none') return 0
    if (length > 1 && quotationOf(known.block.text) === 'closed') return 0
  }
  return 0
}

function isEpigraph(
  blocks: readonly KnownBlock[],
  i: number,
  members: readonly LaidBlock[],
): boolean {
  const before = blocks[i - 1]?.kind
  const short = members.every((member) => member.short)
  return short && (before === 'heading' || before === 'byline' || before === 'source')
}

function poems(blocks: readonly KnownBlock[]): readonly LaidGroup[] {
  const groups: LaidGroup[] = []
  for (let i = 0; i < blocks.length; i++) {
    let end = i
    while (blocks[end]?.kind === 'verse-line') end++
    if (end === i) continue
    groups.push({
      role: 'verse',
      blocks: blocks.slice(i, end).map((known) => known.block),
      why: 'short lines that begin with capitals and do not fill the column',
    })
    i = end
  }
  return groups
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
