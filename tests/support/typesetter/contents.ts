import type { CastLine } from './break-lines.ts'
import { breakLines } from './break-lines.ts'
import { readWhole } from './copy-lines.ts'
import type { Layout } from './layout.ts'
import { plainCopy } from './read-copy.ts'
import { termsOf } from './terms.ts'
import type { Block, Truth } from './truth.ts'

/** Blanks that are kept at the end of each line for the number. */
const NUMBER = 8

/**
 * A truth with its table of contents before it. `pageOf` says on which page a heading stands; where
 * that is not known yet, the entries are as long as they will be.
 */
export function withContents(
  truth: Truth,
  layout: Layout,
  pageOf: (heading: Block) => string,
): Truth {
  if (!layout.contents) return truth
  const { depth } = layout.contents
  const entries = truth.blocks.flatMap((block): Block[] => {
    if (block.role !== 'heading' || block.level > depth) return []
    const title = block.lines.map((copy) => readWhole(copy, 'right')).join(' ')
    return [{ role: 'entry', copy: plainCopy(title), level: block.level, page: pageOf(block) }]
  })
  if (entries.length === 0) return truth
  const lines = [plainCopy(termsOf(truth.language).contents)]
  const heading: Block = { role: 'heading', heading: 'contents', level: 2, lines }
  return { ...truth, blocks: [heading, ...entries, ...truth.blocks] }
}

/** Sets an entry: its title, what leads to the number, and the number at the end of the line. */
export function setEntry(
  entry: Extract<Block, { readonly role: 'entry' }>,
  indent: number,
  layout: Layout,
): readonly CastLine[] {
  const width = layout.measure - indent - NUMBER
  const lines = breakLines(entry.copy, { first: width, rest: width - 2, slack: 0 }, undefined)
  const last = lines.at(-1)
  if (!last) return []
  const before = indent + (lines.length > 1 ? 2 : 0) + last.to - last.from
  const room = Math.max(3, layout.measure - before - entry.page.length - 2)
  const text = `${entry.copy.text} ${leaders(layout, room)} ${entry.page}`
  const copy = plainCopy(text)
  return lines.map((line) => ({ ...line, copy, to: line === last ? text.length : line.to }))
}

function leaders(layout: Layout, room: number): string {
  const leader = layout.contents?.leader
  if (leader === 'dots') return '.'.repeat(room)
  return leader === 'spaced dots'
    ? '. '
        .repeat(room / 2)
        .trim()
        .padStart(room)
    : ' '.repeat(room)
}
