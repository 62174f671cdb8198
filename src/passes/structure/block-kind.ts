import type { Language } from '../../model/language.ts'
import { itemLabel } from './item-label.ts'
import type { LaidBlock } from './laid-block.ts'
import { isCentred } from './line-shape.ts'
import { sectionNumber } from './numbered-section.ts'

/** What a block may be by its own text. `heading` is a title by its shape alone. */
export type BlockKind =
  | 'text'
  | 'heading'
  | 'item'
  | 'byline'
  | 'source'
  | 'dateline'
  | 'salute'
  | 'signed'
  | 'divider'

/** What stands around a block. */
export interface Surroundings {
  readonly before: LaidBlock | undefined
  readonly after: LaidBlock | undefined
  readonly kindBefore: BlockKind | undefined
  /** Whether a note of the same flow, or the end, follows right away. */
  readonly last: boolean
}

const DIVIDER = /^(?:[*∗•·~—–_-]\s*){3,}$|^[*∗⁂]$/u
const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/u
const BRACKETED = /^[([].*[)\]]\.?$/u
/** A word, and the number that it counts: `vol. 4`. */
const COUNTED = /(\p{L}+|№)\.?\s*(?:\d|[ivxl]+(?!\p{L}))/gu
const NAME =
  /^(?:\p{Lu}\.\s?){0,3}(?:\p{Lu}[\p{L}’'-]+|\p{Lu}{2,4})(?:\s(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.))*(?:,\s[\p{Lu}][\p{L}\s.-]+)?\.?$/u

/** What a block is, by its text, its shape and its neighbours. */
export function kindOf(block: LaidBlock, around: Surroundings, language: Language): BlockKind {
  const { text, lines } = block
  if (DIVIDER.test(text)) return 'divider'
  const white = block.gap > 0 || block.pageTop
  if (isStanding(text, language) && (white || standsInText(text, around))) return 'heading'
  if (isItem(block, around)) return 'item'
  if (isNameList(text) && isAtFoot(around, language)) return 'signed'
  if (lines.length > 4) return 'text'
  const stands = standsAlone(block, around)
  if (stands && startsWithAny(text, language.letters.closings)) {
    const { after } = around
    const signature = after?.short === true && after.lines.length === 1 && !after.pageTop
    if (signature) return 'salute'
    if (block.short && text.length < 60) return 'signed'
  }
  if (block.short && stands) {
    const named = namedKind(block, around, language)
    if (named) return named
  }
  return isTitle(block, around, language) ? 'heading' : 'text'
}

/** Blank lines or page ends on both sides. */
function standsAlone(block: LaidBlock, around: Surroundings): boolean {
  const before = block.pageTop || block.gap > 0 || around.before === undefined
  const after = around.after === undefined || around.after.pageTop || around.after.gap > 0
  return (before && after) || (around.kindBefore === 'signed' && after)
}

function namedKind(
  block: LaidBlock,
  around: Surroundings,
  language: Language,
): BlockKind | undefined {
  const { text } = block
  const first = firstWord(text)
  if (isSalutation(text, first, language)) return 'salute'
  if (isDate(text, language) || isDateOf(text, around, language)) return 'dateline'
  if (isSource(text, around, language)) return 'source'
  if (isName(text, language)) {
    if (['dateline', 'signed', 'salute'].includes(around.kindBefore ?? '')) return 'signed'
    const title = around.kindBefore === 'heading' || around.kindBefore === 'source'
    if (title || isAtFoot(around, language)) return 'byline'
  }
  const title = around.kindBefore === 'heading' || around.kindBefore === 'byline'
  if (title && isByline(text, first, language)) return 'byline'
  const closes = isSetRight(block) && isAtFoot(around, language)
  return closes || isClosingLine(block, around, language) ? 'signed' : undefined
}

/** The word of the language before an author, and a name. */
function isByline(text: string, first: string, language: Language): boolean {
  if (!language.headings.bylines.includes(first) || text.length > 90) return false
  return /^\p{L}+ (?:\p{Lu}[\p{L}’'.-]+[ ,.]*)+/u.test(text) && !/[!?:;]$/u.test(text)
}

/** Whether a block is one line at the right of the column. */
function isSetRight({ lines }: LaidBlock): boolean {
  const [line] = lines
  if (!line || lines.length > 1) return false
  const end = line.indent + line.text.length
  return line.indent > line.measure * 0.3 && end > line.measure * 0.93 && end < line.measure * 1.07
}

/** Whether an article or document ends with the block. */
function isAtFoot(around: Surroundings, language: Language): boolean {
  const { after, last } = around
  return last || after === undefined || after.pageTop || isStanding(after.text, language)
}

function isSalutation(text: string, first: string, language: Language): boolean {
  const opens = language.letters.salutations.some(
    (word) => first === word || text.toLowerCase().startsWith(`${word} `),
  )
  return opens && /[!,]$/u.test(text) && text.length < 70
}

/** A place and a date, or a date alone: no other word. */
function isDate(text: string, language: Language): boolean {
  if (/[№«»“”"]/u.test(text)) return false
  const bare = text.replace(/^\(|\)[.]?$/gu, '')
  const words = bare.toLowerCase().match(/\p{L}+/gu) ?? []
  const months = words.filter((word) => language.letters.months.includes(word)).length
  const digits = /\d/u.test(bare)
  if (!digits || bare.length > 50) return false
  const others = words.filter((word) => word.length > 2 && !language.letters.months.includes(word))
  // Words of the language beside a date sign it; names say where it was written.
  if (months === 1) return others.length <= 2 && !others.some((word) => language.lexicon.has(word))
  return (
    YEAR.test(bare) &&
    others.length <= 1 &&
    /^\p{Lu}?[\p{L}\s.,-]*\d{4}[\s,]*\p{L}{0,4}\.?$/u.test(bare)
  )
}

/** Below a title: what happened to the text, and when. */
function isDateOf(text: string, around: Surroundings, language: Language): boolean {
  if (around.kindBefore !== 'heading' || text.length > 64 || !YEAR.test(text)) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => language.letters.months.includes(word)) && !/:/u.test(text)
}

/** Where the text was first printed: in brackets, or with a number that is counted as in a citation. */
function isSource(text: string, around: Surroundings, language: Language): boolean {
  if (text.length > 120 || !(BRACKETED.test(text) || isCited(text, language))) return false
  const title = around.kindBefore === 'heading' || around.kindBefore === 'byline'
  return title || isAtFoot(around, language)
}

function isCited(text: string, language: Language): boolean {
  return [...text.matchAll(COUNTED)].some((match) =>
    language.citations.includes((match[1] ?? '').toLowerCase()),
  )
}

/** A name: capitals throughout, and words that the language does not know in small letters. */
function isName(text: string, language: Language): boolean {
  if (text.length > 48 || !NAME.test(text)) return false
  if (/^(?:\p{Lu}\.\s?)+/u.test(text)) return true
  if (/^\p{Lu}{2,4}$/u.test(text)) return true
  const words = text.match(/\p{L}[\p{L}’'-]+/gu) ?? []
  const known = words.map((word) => language.lexicon.has(word.toLowerCase()))
  if (words.length === 1) return false
  return words.length <= 4 && known[0] === false
}

/** Three names or more with their initials, and nothing else: who signed. */
function isNameList(text: string): boolean {
  if (text.length > 600) return false
  const names = text.replace(/\.$/u, '').split(/[,;]\s*|\s+\p{Ll}\s+/u)
  const named = names.filter((name) =>
    /^(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}’-]+(?:\s\([^)]*\))?$/u.test(name),
  )
  return named.length >= 3 && named.length === names.length
}

/** The last lines of a document: short, capital, at its foot or right by its date. */
function isClosingLine(block: LaidBlock, around: Surroundings, language: Language): boolean {
  const { kindBefore, before, after } = around
  if (block.pageTop || block.gap === 0 || /[!?:;,]$/u.test(block.text)) return false
  if (isCapital(block.text)) return false
  if (kindBefore === 'signed' || (kindBefore === 'dateline' && before && !before.pageTop)) {
    return block.gap > 0 && (after === undefined || after.pageTop || after.gap > 0)
  }
  if (kindBefore === 'salute' && before && !before.pageTop) return true
  if (after && !after.pageTop && after.short && isDate(after.text, language)) {
    return block.lines.length === 1 && block.text.length < 40
  }
  return block.lines.length === 1 && isAtFoot(around, language) && YEAR.test(block.text)
}

function isItem(block: LaidBlock, around: Surroundings): boolean {
  const { before, after, kindBefore } = around
  const label = itemLabel(block.text)
  const introduced = before !== undefined && /[:;]$/u.test(before.text)
  if (!label) {
    // Short clauses one below the other after a colon are items without a label.
    const listed = kindBefore === 'item' || /:$/u.test(before?.text ?? '')
    return (
      block.short &&
      introduced &&
      listed &&
      /;$/u.test(kindBefore === 'item' ? (before?.text ?? '') : block.text)
    )
  }
  if (label.style === 'dash' || label.style === 'bullet') {
    if (isSpeech(block, around)) return false
    const next = after ? itemLabel(after.text)?.style : undefined
    const listed = kindBefore === 'item' || introduced || next === label.style
    return listed || label.style === 'bullet' || hangs(block)
  }
  if (label.style === 'roman') return kindBefore === 'item' && block.gap <= 1
  return !isNumberedTitle(block, around)
}

/** Whether a block behind a long dash is what somebody says: whole sentences, one speaker a paragraph. */
function isSpeech(block: LaidBlock, { kindBefore }: Surroundings): boolean {
  if (!block.text.startsWith('—') || kindBefore === 'item' || hangs(block)) return false
  return /[.!?…][»”“"]?(?:\d{1,3}|[*†‡§¶])?$/u.test(block.text)
}

/** Whether a block is set in, and its later lines further: items hang, speeches do not. */
function hangs({ lines }: LaidBlock): boolean {
  const [first, ...rest] = lines
  if (!first || rest.length === 0 || first.indent < 1.5) return false
  return rest.every((line) => line.indent > first.indent + 1)
}

/** Whether the block before is an item whose label the label of the text follows. */
function goesOnList(text: string, { before, kindBefore }: Surroundings): boolean {
  const [own, last] = [itemLabel(text), before && itemLabel(before.text)]
  return kindBefore === 'item' && own?.style === last?.style
}

/** A number and a title: one short line, or two below much white, that ends no sentence. */
function isNumberedTitle(block: LaidBlock, around: Surroundings): boolean {
  const { text, lines, gap, pageTop } = block
  if (goesOnList(text, around) || /[;,:]$/u.test(text) || text.length >= 120) return false
  // A bracket stands behind the labels of items.
  if (/^\S+\)/u.test(text) && (/[.!?…]$/u.test(text) || !(pageTop || gap > 1))) return false
  const set = pageTop || gap > 1 || around.kindBefore === 'heading'
  if (set && lines.length <= 2 && (block.short || lines.length === 2)) return true
  if (lines.length > 1 || !block.short || /[.!…]$/u.test(text)) return false
  if (gap === 0) return standsInText(text, around)
  const listed = /[:;]$/u.test(around.before?.text ?? '')
  return !listed && (around.after === undefined || !itemLabel(around.after.text))
}

/** Whether running text stands before a line and after it, and no list that it goes on. */
function standsInText(text: string, { before, after }: Surroundings): boolean {
  if (!before || !after || itemLabel(after.text)) return false
  const style = itemLabel(before.text)?.style
  if (style !== undefined && style === itemLabel(text)?.style) return false
  const ended = /[.!?…»”“"\])]\d*$/u.test(before.text)
  return ended && (after.lines.length > 1 || sectionNumber(after.text) !== undefined)
}

/** A title by its shape: short, set off, without the end of a sentence. */
function isTitle(block: LaidBlock, around: Surroundings, language: Language): boolean {
  const { text, lines } = block
  if (!/\p{L}/u.test(text) || !/^[\p{Lu}\p{N}«“„"[…]/u.test(text)) return false
  if (/[,;:—–!-]$/u.test(text) || text.length > 160) return false
  if (lines.some((line, i) => i < lines.length - 1 && /[.!?…]$/u.test(line.text))) return false
  const last = lines.at(-1)
  if (!last || last.text.length >= last.measure * 0.93) return false
  if (!block.short && lines.length === 1) return false
  if (itemLabel(text)) return isNumberedTitle(block, around)
  const afterHeading = around.kindBefore === 'heading' && block.gap > 0
  const set = block.pageTop || block.gap > 1 || around.before === undefined || afterHeading
  if (!set) return isSmallTitle(block, around)
  return !endsSentence(text, language) || isStoppedTitle(block, around)
}

/**
 * A title with no more white than a paragraph has: one line, shorter than most, that ends no sentence,
 * between a text that ended one and a text that fills the column.
 */
function isSmallTitle(block: LaidBlock, around: Surroundings): boolean {
  const { before, after } = around
  if (block.gap === 0 || !before || !after) return false
  if (block.lines.every(isCentred)) return true
  if (isCapital(block.text)) return standsAlone(block, around)
  const [line] = block.lines
  const shorter =
    line !== undefined && block.lines.length === 1 && line.text.length < line.measure * 0.6
  const ended = /[.!?…»”"\])]\d*$/u.test(before.text)
  // A false blank line after the first line of the next paragraph took the place of the one before it.
  const white = after.gap > 0 || block.gap > 1 || (after.lines[1]?.gap ?? 0) > 0
  return (
    shorter &&
    ended &&
    white &&
    !after.pageTop &&
    !after.short &&
    !/[\p{P}]$/u.test(block.text.replace(/[»”"’)]$/u, ''))
  )
}

/** A full stop ends few titles: only a single short line with white on both sides. */
function isStoppedTitle(block: LaidBlock, around: Surroundings): boolean {
  const { text } = block
  if (block.gap <= 1 || block.lines.length > 1 || text.length >= 56) return false
  if (!/\.$/u.test(text) || /\p{L}\.\s|^[«“„"]/u.test(text)) return /\?$/u.test(text)
  return around.after !== undefined && around.after.gap > 0 && !around.after.pageTop
}

/** Whether a full stop or its like ends the text; that of an abbreviation (`гг.`) does not. */
function endsSentence(text: string, language: Language): boolean {
  if (!/[.…]$/u.test(text)) return false
  const last = /(\p{L}+)\.$/u.exec(text)?.[1]
  return last === undefined || !language.abbreviations.includes(last.toLowerCase())
}

/** Titles that stand by themselves in the language: preface, introduction, notes. */
export function isStanding(text: string, language: Language): boolean {
  if (text.length > 60) return false
  const bare = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
  const { standing, notes, contents = [] } = language.headings
  return [standing, notes, contents].some((titles) => titles.includes(bare))
}

/** Whether all letters are capitals. */
export function isCapital(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
}

function firstWord(text: string): string {
  return /\p{L}+/u.exec(text)?.[0].toLowerCase() ?? ''
}

function startsWithAny(text: string, formulas: readonly string[]): boolean {
  const small = text.toLowerCase()
  return formulas.some(
    (formula) => small.startsWith(formula) && !/^\p{L}/u.test(small.slice(formula.length)),
  )
}
