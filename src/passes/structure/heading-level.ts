import type { Language } from '../../model/language.ts'
import type { DivisionKind } from '../../model/marking.ts'
import { type BlockKind, isCapital, isStanding } from './block-kind.ts'
import { itemLabel } from './item-label.ts'
import type { LaidBlock } from './laid-block.ts'
import { sectionNumber } from './numbered-section.ts'

/** A block and what it is. */
export interface KnownBlock {
  readonly block: LaidBlock
  readonly kind: BlockKind | 'verse-line' | 'row' | 'entry'
}

/** What a heading opens, and how deep. */
export interface HeadingRank {
  readonly level: number
  readonly division: DivisionKind
  readonly why: string
}

/** How a heading is set, as far as the letters tell: headings of one style are of one rank. */
type Style = 'worded' | 'roman' | 'capital' | 'plain' | 'arabic'

/** Styles that head larger sections come first. */
const ORDER: readonly Style[] = ['worded', 'capital', 'roman', 'plain', 'arabic']

/**
 * Ranks the headings of a book.
 *
 * A part begins a page and says so. An article or document begins a page after one that is not full,
 * or after the source, signature or notes of the one before. The others are sections of it; a heading
 * right under another, or numbered within a section that is not, opens a subsection.
 */
export function rankHeadings(
  blocks: readonly KnownBlock[],
  notesBefore: (block: LaidBlock) => boolean,
  language: Language,
): ReadonlyMap<LaidBlock, HeadingRank> {
  const ranks = new Map<LaidBlock, HeadingRank>()
  const numbers = new Map<string, number>()
  let open: Style[] = []
  let before: KnownBlock | undefined
  for (const known of blocks) {
    if (known.kind === 'heading') {
      const numbered = rankOfNumber(known.block.text, numbers)
      const rank = numbered ?? rankOf(known.block, before, open, ranks, notesBefore, language)
      remember(known.block.text, rank.level, numbers)
      ranks.set(known.block, rank)
      if (rank.level <= 2) open = []
      // An introduction or a conclusion is a section beside the others, numbered or not.
      else if (rank.division !== 'notes' && !isStanding(known.block.text, language)) {
        open = [...open.slice(0, rank.level - 3), styleOf(known.block.text, language)]
      }
    }
    before = known
  }
  markDocuments(blocks, ranks, language)
  return ranks
}

/**
 * An article that ends with a signature, a date or the place where it was first printed, and names no
 * author under its title, is a document: a letter, a resolution, an appeal.
 */
function markDocuments(
  blocks: readonly KnownBlock[],
  ranks: Map<LaidBlock, HeadingRank>,
  language: Language,
): void {
  const titles = blocks.flatMap((known, i) =>
    (ranks.get(known.block)?.level ?? 9) <= 2 ? [i] : [],
  )
  titles.forEach((at, nth) => {
    const title = blocks[at]?.block
    const rank = title && ranks.get(title)
    if (!title || rank?.division !== 'article' || isStanding(title.text, language)) return
    const own = blocks.slice(at + 1, titles[nth + 1])
    const signed = own.slice(-2).some(({ kind }) => ['signed', 'dateline', 'source'].includes(kind))
    const named = own.some(({ kind }) => kind === 'byline')
    if (!signed || named || own.length < 3) return
    ranks.set(title, { ...rank, division: 'document', why: `${rank.why}; it is signed at its end` })
  })
}

/** The rank of a heading whose number has several parts: `1.2` is a section of `1`. */
function rankOfNumber(text: string, numbers: ReadonlyMap<string, number>): HeadingRank | undefined {
  const parts = sectionNumber(text)?.parts
  if (!parts) return undefined
  const above = numbers.get(parts.slice(0, -1).join('.'))
  const level = above === undefined ? parts.length + 1 : Math.max(3, above + 1)
  const division = level <= 3 ? 'section' : 'subsection'
  return { level, division, why: `its number has ${parts.length} parts` }
}

/** Keeps the level of a number for the numbers below it: of `1.2`, `1.` or `Chapter 1`. */
function remember(text: string, level: number, numbers: Map<string, number>): void {
  const parts = sectionNumber(text)?.parts.join('.')
  const number = parts ?? /^(?:\p{L}+\s+)?(\d{1,3})(?=[.:)]?(?:\s|$))/u.exec(text)?.[1]
  if (number !== undefined) numbers.set(number, level)
}

function rankOf(
  block: LaidBlock,
  before: KnownBlock | undefined,
  open: readonly Style[],
  ranks: ReadonlyMap<LaidBlock, HeadingRank>,
  notesBefore: (block: LaidBlock) => boolean,
  language: Language,
): HeadingRank {
  if (isNotesTitle(block.text, language)) {
    return { level: 3, division: 'notes', why: 'the language heads notes so' }
  }
  if (block.pageTop && isPart(block, language)) {
    return { level: 1, division: 'part', why: 'it begins a page and names a part' }
  }
  const article = articleReason(block, before, ranks, notesBefore)
  if (article) return { level: 2, division: 'article', why: article }
  const style = styleOf(block.text, language)
  const level = 3 + depthOf(style, block, before, open, ranks)
  return level === 3
    ? { level, division: 'section', why: 'a title within an article' }
    : { level, division: 'subsection', why: 'a title within a section' }
}

function articleReason(
  block: LaidBlock,
  before: KnownBlock | undefined,
  ranks: ReadonlyMap<LaidBlock, HeadingRank>,
  notesBefore: (block: LaidBlock) => boolean,
): string | undefined {
  if (before === undefined) return 'the book begins with it'
  if (ranks.get(before.block)?.division === 'part') return 'it follows the title of a part'
  if (!block.pageTop) return undefined
  if (block.lines[0]?.afterShortPage) return 'it begins a page after one that is not full'
  if (notesBefore(block)) return 'it begins a page after the notes of another'
  const tail = ['source', 'byline', 'signed', 'dateline'].includes(before.kind)
  return tail ? 'it begins a page after the end of another' : undefined
}

function depthOf(
  style: Style,
  block: LaidBlock,
  before: KnownBlock | undefined,
  open: readonly Style[],
  ranks: ReadonlyMap<LaidBlock, HeadingRank>,
): number {
  const under = before?.kind === 'heading' ? ranks.get(before.block) : undefined
  if (under && under.level >= 3 && block.gap > 0) return 1
  const same = open.lastIndexOf(style)
  if (same >= 0) return same
  // A style that heads larger sections than the open one begins a section; a smaller, a subsection.
  const deeper = open.filter((other) => ORDER.indexOf(other) < ORDER.indexOf(style)).length
  return Math.min(1, deeper)
}

function styleOf(text: string, language: Language): Style {
  const first = /\p{L}+/u.exec(text)?.[0].toLowerCase() ?? ''
  if (language.headings.part.includes(first) || language.headings.chapter.includes(first)) {
    return 'worded'
  }
  const label = itemLabel(text)
  if (label?.style === 'roman') return 'roman'
  if (label?.style === 'arabic') return 'arabic'
  return isCapital(text) ? 'capital' : 'plain'
}

/** «Часть I», "Part Two": the word for a part, and a number. */
function isPart(block: LaidBlock, language: Language): boolean {
  const [first = '', second = ''] = block.text.split(/\s+/u)
  if (!language.headings.part.includes(first.toLowerCase())) return false
  return /^[IVXLC]+\.?$|^\d+\.?$|^\p{Lu}[\p{L}]+\.?$/u.test(second) && !/:$/u.test(second)
}

function isNotesTitle(text: string, language: Language): boolean {
  return language.headings.notes.includes(
    text
      .toLowerCase()
      .replace(/[^\p{L}\s]/gu, '')
      .trim(),
  )
}
