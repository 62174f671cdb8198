import type { Layout } from './layout.ts'
import { letter, roman } from './numerals.ts'
import { joinCopies, plainCopy } from './read-copy.ts'
import { termsOf } from './terms.ts'
import { type Block, type Copy, isArticle, type Note, type Truth } from './truth.ts'

type Heading = Extract<Block, { readonly role: 'heading' }>

/** A truth as this layout prints it: sections numbered, capitals set, notes put in their places. O(n). */
export function arrange(truth: Truth, layout: Layout): Truth {
  const numbered = layout.heading.numbers
    ? numberSections(truth.blocks, layout.heading.numbers)
    : truth.blocks
  const headed = numbered.map((block) => setCapitals(block, layout.heading.capitals ?? []))
  const aligned = headed.map(alignTable)
  const blocks = layout.dropCapitals ? setInitials(aligned, layout.dropCapitals) : aligned
  const { place = 'foot' } = layout.notes
  return place === 'foot' ? { ...truth, blocks } : moveNotes({ ...truth, blocks }, place)
}

/** A heading that bears a number of its own: 1.1, IV. or Chapter 2. */
const NUMBERED = /^(?:\p{Lu}\p{L}+ )?(?:\d|[IVXLC]+\.|[A-Z]\.)/u

/** Numbers articles and what is under them, unless the book has numbers of its own. */
function numberSections(blocks: readonly Block[], style: 'decimal' | 'roman'): readonly Block[] {
  const known = blocks.some(
    (block) => block.role === 'heading' && NUMBERED.test(block.lines[0]?.text ?? ''),
  )
  if (known) return blocks
  const counts: number[] = []
  return blocks.map((block) => {
    if (block.role !== 'heading' || block.level < 2 || block.heading === 'notes') return block
    const depth = block.level - 2
    counts.length = Math.min(counts.length, depth + 1)
    while (counts.length <= depth) counts.push(0)
    counts[depth] = (counts[depth] ?? 0) + 1
    const [first, ...more] = block.lines
    if (!first) return block
    const number = style === 'decimal' ? decimal(counts) : named(counts)
    return { ...block, lines: [joinCopies([plainCopy(number), first], '\u00a0'), ...more] }
  })
}

/** A chapter is `1.`, what is under it `1.1`. A section without a chapter counts from 1. */
function decimal(counts: readonly number[]): string {
  const known = counts.map((count) => Math.max(1, count))
  return known.length === 1 ? `${known[0]}.` : known.join('.')
}

function named(counts: readonly number[]): string {
  const count = counts.at(-1) ?? 1
  const forms = [roman(count).toUpperCase(), letter(count).toUpperCase(), String(count)]
  return `${forms[counts.length - 1] ?? count}.`
}

function setCapitals(block: Block, levels: readonly number[]): Block {
  if (block.role !== 'heading' || !levels.includes(block.level)) return block
  return { ...block, lines: block.lines.map(capitals) }
}

function capitals(copy: Copy): Copy {
  const text = copy.text.toUpperCase()
  const plain = copy.annotations.every(({ what }) => what === 'call')
  return plain && text.length === copy.text.length ? { ...copy, text } : copy
}

/** Sets the cells of a table, which three blanks part, under each other. Listings stay. */
function alignTable(block: Block): Block {
  if (block.role !== 'table' || block.lines.some(({ annotations }) => annotations.length > 0)) {
    return block
  }
  const rows = block.lines.map(({ text }) => text.split(/(?<=\S) {3,}(?=\S)/u))
  const columns = rows[0]?.length ?? 0
  if (columns < 2 || rows.some(({ length }) => length !== columns)) return block
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  const lines = rows.map((row) =>
    plainCopy(
      row
        .map((cell, i) => cell.padEnd((widths[i] ?? 0) + 3))
        .join('')
        .trimEnd(),
    ),
  )
  return { ...block, lines }
}

/** Sets the first letter of each article apart. */
function setInitials(blocks: readonly Block[], how: 'above' | 'beside'): readonly Block[] {
  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    if (block.role !== 'paragraph' || block.group || before?.role !== 'heading') return block
    if (!isArticle(before)) return block
    return { ...block, copy: withInitial(block.copy, how === 'above' ? ' ' : '\u00a0') }
  })
}

function withInitial(copy: Copy, blank: string): Copy {
  const word = /^\p{Lu}\p{L}+/u.exec(copy.text)?.[0]
  const to = word?.length ?? 0
  if (word === undefined || copy.annotations.some(({ from }) => from < to)) return copy
  const initial = { what: 'initial', from: 0, to: to + 1, right: word } as const
  const shifted = copy.annotations.map((one) => ({ ...one, from: one.from + 1, to: one.to + 1 }))
  const text = word.charAt(0) + blank + copy.text.slice(1)
  return { text, annotations: [initial, ...shifted] }
}

/** Sets the notes whose labels are the layout's behind their articles, or behind the book. */
function moveNotes(truth: Truth, place: 'end of article' | 'end of book'): Truth {
  const notes = new Map([...truth.notes].map(([key, note]) => [key, toEnd(note)]))
  const title = termsOf(truth.language).notes
  const level = place === 'end of book' ? 2 : 3
  // Each one is a block of its own: the gold tells blocks apart by their objects.
  const heading = (): Heading => ({
    role: 'heading',
    heading: 'notes',
    level,
    lines: [plainCopy(title)],
  })
  const blocks: Block[] = []
  const behind: Block[] = []
  for (const { head, own } of articles(truth.blocks)) {
    blocks.push(...own)
    const called = own.flatMap((block) => notesCalled(block, truth.notes, notes))
    if (called.length === 0) continue
    if (place === 'end of article') blocks.push(heading(), ...called)
    else behind.push(...(head ? [asSection(head)] : []), ...called)
  }
  if (behind.length > 0) blocks.push(heading(), ...behind)
  return { ...truth, blocks, notes }
}

function toEnd(note: Note): Note {
  return 'placeholder' in note.label ? { ...note, place: 'end' } : note
}

/** The heading of an article over its notes at the end of the book. */
function asSection({ lines }: Heading): Heading {
  const bare = lines.map((copy) => plainCopy(withoutCalls(copy)))
  return { role: 'heading', heading: 'section', level: 3, lines: bare }
}

function withoutCalls(copy: Copy): string {
  return copy.text.replaceAll(/[\ue000-\uf8ff]/gu, '')
}

/** Each article with its heading. */
function articles(
  blocks: readonly Block[],
): readonly { readonly head: Heading | undefined; readonly own: readonly Block[] }[] {
  const found: { head: Heading | undefined; own: Block[] }[] = []
  for (const block of blocks) {
    const begins = block.role === 'heading' && isArticle(block)
    if (begins || found.length === 0) found.push({ head: begins ? block : undefined, own: [] })
    found.at(-1)?.own.push(block)
  }
  return found
}

function notesCalled(
  block: Block,
  before: ReadonlyMap<string, Note>,
  after: ReadonlyMap<string, Note>,
): readonly Block[] {
  const copies = 'lines' in block ? block.lines : 'copy' in block ? [block.copy] : []
  return copies.flatMap((copy) =>
    copy.annotations.flatMap((annotation): Block[] => {
      if (annotation.what !== 'call') return []
      const note = after.get(annotation.note)
      const moved = note && note !== before.get(annotation.note)
      return moved ? [{ role: 'endnote', note }] : []
    }),
  )
}
