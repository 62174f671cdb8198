import { breakLines, type CastLine, type Measure } from './break-lines.ts'
import type { Breaks } from './hyphenation.ts'
import type { Layout } from './layout.ts'
import { joinCopies } from './read-copy.ts'
import type { Block, Copy, Note } from './truth.ts'

/** A line as it stands in the forme: cast, and with the blanks before it. */
export interface SetLine extends CastLine {
  readonly indent: number
  /** Whether a block of running text begins here. */
  readonly opens: boolean
  /** The note it belongs to. */
  readonly note: Note | undefined
}

/** A block as it is set. */
export interface SetBlock {
  readonly block: Block
  readonly lines: readonly SetLine[]
  /** Blank lines between it and the block before. */
  readonly gap: number
  /** Whether the extraction may lose them. */
  readonly gapMayBeLost: boolean
  /** Whether a page begins with it. */
  readonly opener: boolean
}

/** Sets all blocks of a text. O(n). */
export function setBlocks(
  blocks: readonly Block[],
  layout: Layout,
  breaks: Breaks,
): readonly SetBlock[] {
  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    return {
      block,
      lines: setBlock(block, layout, breaks),
      gap: before ? gapBetween(before, block, layout) : 0,
      gapMayBeLost: before !== undefined && mayLoseGap(before, block),
      opener: block.role === 'heading' && layout.openers.includes(block.heading),
    }
  })
}

/** Sets a note: its label, and one copy after the other. */
export function setNote(note: Note, layout: Layout, breaks: Breaks): readonly SetLine[] {
  const { measure, indent, afterLabel } = layout.notes
  return note.paragraphs.flatMap((paragraph, i) => {
    const copy = i === 0 ? joinCopies([labelOf(note), paragraph], afterLabel) : paragraph
    const widths = { first: measure - indent, rest: measure, slack: layout.slack }
    return breakLines(copy, widths, breaks).map((line, nth) => ({
      ...line,
      indent: nth === 0 ? indent : 0,
      opens: nth === 0,
      note,
    }))
  })
}

/** The label as a copy of its own. */
function labelOf({ label }: Note): Copy {
  return { text: 'fixed' in label ? label.fixed : label.placeholder, annotations: [] }
}

function setBlock(block: Block, layout: Layout, breaks: Breaks): readonly SetLine[] {
  switch (block.role) {
    case 'endnote':
      return setNote(block.note, layout, breaks)
    case 'stanza':
      return block.lines.flatMap((copy) =>
        place(breakLines(copy, even(layout.measure), undefined), layout.indents.verse),
      )
    case 'heading':
      return block.lines.flatMap((copy, i) => align(copy, layout.heading.align, layout, i === 0))
    case 'item': {
      const { indent } = layout.paragraph
      const hang = layout.indents.item
      const width = layout.measure - indent
      const measure = { first: width, rest: width - hang, slack: layout.slack }
      return place(breakLines(block.copy, measure, breaks), indent, indent + hang)
    }
    case 'paragraph':
      return setParagraph(block.copy, block.group?.kind, layout, breaks)
    case 'attribution':
      return place(
        breakLines(block.copy, even(layout.epigraph.measure), undefined),
        layout.epigraph.indent,
      )
    case 'dateline':
    case 'signed':
      return align(block.copy, layout.aside.closing, layout, true)
    case 'salute':
      return place(breakLines(block.copy, even(layout.measure), undefined), 0)
    default:
      return align(block.copy, layout.aside.align, layout, true)
  }
}

function setParagraph(
  copy: Copy,
  group: 'quote' | 'verse' | 'epigraph' | undefined,
  layout: Layout,
  breaks: Breaks,
): readonly SetLine[] {
  const { slack } = layout
  if (group === 'epigraph') {
    const { measure, indent } = layout.epigraph
    return place(breakLines(copy, { first: measure, rest: measure, slack }, breaks), indent)
  }
  const side = group === 'quote' ? layout.indents.quote : 0
  const first = side + layout.paragraph.indent
  const width = layout.measure - side
  const measure: Measure = { first: width - first, rest: width - side, slack }
  return place(breakLines(copy, measure, breaks), first, side)
}

function even(measure: number): Measure {
  return { first: measure, rest: measure, slack: 0 }
}

/** A block's lines with their indents. */
function place(
  lines: readonly CastLine[],
  indent: number,
  rest: number = indent,
): readonly SetLine[] {
  return lines.map((line, i) => ({
    ...line,
    indent: i === 0 ? indent : rest,
    opens: i === 0,
    note: undefined,
  }))
}

function align(
  copy: Copy,
  how: 'left' | 'centre' | 'right',
  layout: Layout,
  opens: boolean,
): readonly SetLine[] {
  const lines = breakLines(copy, even(layout.measure), undefined)
  return lines.map((line, i) => {
    const free = layout.measure - (line.to - line.from)
    const indent = how === 'left' ? 0 : how === 'right' ? free : Math.floor(free / 2)
    return { ...line, indent, opens: opens && i === 0, note: undefined }
  })
}

/** Blank lines between two blocks. */
function gapBetween(before: Block, block: Block, layout: Layout): number {
  const running = layout.paragraph.parted ? 1 : 0
  if (before.role === 'heading') return layout.heading.after
  if (before.role === 'endnote' && block.role === 'endnote') return 0
  if (block.role === 'attribution') return 0
  if (isRunning(before) && isRunning(block)) {
    return groupOf(before) === groupOf(block) ? running : 1
  }
  return 1
}

function isRunning(block: Block): boolean {
  return block.role === 'paragraph' || block.role === 'item'
}

function groupOf(block: Block): unknown {
  return 'group' in block ? block.group : undefined
}

/** Only where the text itself still tells that a block begins. */
function mayLoseGap(before: Block, block: Block): boolean {
  if (!isRunning(block) || groupOf(block) !== undefined) return false
  return isRunning(before) || (before.role === 'heading' && before.level > 2)
}
