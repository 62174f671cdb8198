import { breakLines, type CastLine, type Division, type Measure, wholeLine } from './break-lines.ts'
import { setEntry } from './contents.ts'
import type { Layout } from './layout.ts'
import { joinCopies, plainCopy } from './read-copy.ts'
import type { Block, Call, Copy, LineRole, Note } from './truth.ts'

/** A line as it stands in the forme: cast, and with the blanks before it. */
export interface SetLine extends CastLine {
  readonly indent: number
  /** Whether a block of running text begins here. */
  readonly opens: boolean
  /** The note it belongs to. */
  readonly note: Note | undefined
  /** Blank rows before it, in a table. */
  readonly blankRows?: number
}

/** The calls of notes on a line, in order. */
export function callsOn({ copy, from, to }: CastLine): readonly Call[] {
  return copy.annotations.filter(
    (annotation): annotation is Call =>
      annotation.what === 'call' && annotation.from >= from && annotation.from < to,
  )
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
  division: Division,
): readonly SetBlock[] {
  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    return {
      block,
      lines: setBlock(block, before, layout, division),
      gap: before ? gapBetween(before, block, layout) : 0,
      gapMayBeLost: before !== undefined && mayLoseGap(before, block),
      opener: isOpener(block, layout) || (before?.role === 'entry' && block.role !== 'entry'),
    }
  })
}

/** Sets a note: its label, and one copy after the other. */
export function setNote(note: Note, layout: Layout, division: Division): readonly SetLine[] {
  const { measure, indent, hanging = 0, afterLabel } = layout.notes
  return note.paragraphs.flatMap((paragraph, i) => {
    const copy = i === 0 ? joinCopies([labelOf(note), paragraph], afterLabel) : paragraph
    const widths = { first: measure - indent, rest: measure - hanging, slack: layout.slack }
    return breakLines(copy, widths, division).map((line, nth) => ({
      ...line,
      indent: nth === 0 ? indent : hanging,
      opens: nth === 0,
      note,
    }))
  })
}

/** The label as a copy of its own. */
function labelOf({ label }: Note): Copy {
  return plainCopy('fixed' in label ? label.fixed : label.placeholder)
}

function setBlock(
  block: Block,
  before: Block | undefined,
  layout: Layout,
  division: Division,
): readonly SetLine[] {
  switch (block.role) {
    case 'endnote':
      return setNote(block.note, layout, division)
    case 'stanza':
      return block.lines.flatMap((copy) =>
        place(breakLines(copy, even(layout.measure), undefined), layout.indents.verse),
      )
    case 'heading':
      return block.lines.flatMap((copy, i) => setTitle(copy, layout, i === 0))
    case 'table':
      return setRows(block.lines, layout.indents.table ?? 0)
    case 'entry': {
      const indent = 2 * Math.max(0, block.level - 2)
      return place(setEntry(block, indent, layout), indent, indent + 2)
    }
    case 'item': {
      const { indent } = layout.paragraph
      const hang = layout.indents.item
      const width = layout.measure - indent
      const measure = { first: width, rest: width - hang, slack: layout.slack }
      return place(breakLines(block.copy, measure, division), indent, indent + hang)
    }
    case 'paragraph':
      return setParagraph(block, before, layout, division)
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
  { copy, group }: Extract<Block, { readonly role: LineRole }>,
  before: Block | undefined,
  layout: Layout,
  division: Division,
): readonly SetLine[] {
  const { slack } = layout
  if (group?.kind === 'epigraph') {
    const { measure, indent } = layout.epigraph
    return place(breakLines(copy, { first: measure, rest: measure, slack }, division), indent)
  }
  if (copy.annotations[0]?.what === 'initial') return setInitial(copy, layout, division)
  const { indent, hanging = 0, firstFlush } = layout.paragraph
  const side = group?.kind === 'quote' ? layout.indents.quote : 0
  const first = side + (firstFlush && before?.role === 'heading' ? 0 : indent)
  const width = layout.measure - side
  const measure: Measure = { first: width - first, rest: width - side - hanging, slack }
  return place(breakLines(copy, measure, division), first, side + hanging)
}

/** The initial alone on a line, or the second line beside it. */
function setInitial(copy: Copy, layout: Layout, division: Division): readonly SetLine[] {
  const { measure, slack } = layout
  const above = layout.dropCapitals === 'above'
  const widths = { first: above ? 1 : measure, rest: above ? measure : measure - 2, slack }
  const lines = place(breakLines(copy, widths, division), 0)
  return lines.map((line, i) => (i === 1 && !above ? { ...line, indent: 2 } : line))
}

function setTitle(copy: Copy, layout: Layout, opens: boolean): readonly SetLine[] {
  const { align: how, measure = layout.measure } = layout.heading
  return align(copy, how, layout, opens, measure)
}

/** Rows as they stand. Blank ones are told to the row after them. */
function setRows(rows: readonly Copy[], indent: number): readonly SetLine[] {
  const lines: SetLine[] = []
  let blankRows = 0
  for (const copy of rows) {
    if (copy.text.trim() === '') {
      blankRows++
      continue
    }
    const opens = lines.length === 0
    const before = opens ? 0 : blankRows
    lines.push({ ...wholeLine(copy), indent, opens, note: undefined, blankRows: before })
    blankRows = 0
  }
  return lines
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
  measure: number = layout.measure,
): readonly SetLine[] {
  const lines = breakLines(copy, even(measure), undefined)
  return lines.map((line, i) => {
    const free = layout.measure - (line.to - line.from)
    const indent = how === 'left' ? 0 : how === 'right' ? free : Math.floor(free / 2)
    return { ...line, indent, opens: opens && i === 0, note: undefined }
  })
}

/** Whether a page begins with a block. */
function isOpener(block: Block, { openers }: Layout): boolean {
  if (block.role !== 'heading') return false
  const ofBook = block.level === 2 && (block.heading === 'contents' || block.heading === 'notes')
  return ofBook || openers.includes(block.heading)
}

/** Blank lines between two blocks. */
function gapBetween(before: Block, block: Block, layout: Layout): number {
  const running = layout.paragraph.parted ? 1 : 0
  if (before.role === 'heading') return layout.heading.after
  if (block.role === 'heading') return layout.heading.before ?? 1
  if (before.role === 'entry' && block.role === 'entry') return 0
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
