import type { Certainty } from './certainty.ts'
import { bySpan, type Span } from './span.ts'

/**
 * A marking gives a stretch of the witness a role and changes no character of it.
 *
 * What a marking looks like in an edition is the affair of the formats.
 */
interface Marked extends Span {
  readonly kind: 'marking'
  /** The rule that proposes it, `layer/name`, or `decision` where a person set it. */
  readonly rule: string
  readonly cert: Certainty
  /** What it relies on, one sentence each, for a reader. */
  readonly evidence: readonly string[]
}

/** A page begins here. An empty span, before the first character of the page, forme work included. */
export interface PageBeginning extends Marked {
  readonly role: 'page'
  /** The number of the page, printed or inferred, without brackets; empty when unknown. */
  readonly number: string
  /** The number as it is printed on the page, if it is. */
  readonly printed: string | undefined
}

/** Running heads, printed page numbers, signatures, catchwords, rules over notes: what belongs to the sheet. */
export interface FormeWork extends Marked {
  readonly role: 'forme-work'
  readonly work: 'page-number' | 'header' | 'signature' | 'catchword' | 'rule'
  readonly place: 'top' | 'bottom'
}

/** A hyphen at the end of a line. The span is the glyph alone. */
export interface LineEndHyphen extends Marked {
  readonly role: 'hyphen'
  /** Put there by the printer, by the author, or undecided. */
  readonly value: 'soft' | 'hard' | 'ask'
}

/**
 * The body of a footnote or endnote, its label included.
 *
 * `from` is the first character of the label, or of the body where there is no label.
 */
export interface NoteBody extends Marked {
  readonly role: 'note'
  /** What the note owns, line ends included: more than one where it runs on over a page. */
  readonly parts: readonly Span[]
  readonly label: Span
  /** The siglum as printed, without the marks around it: `1`, `iv`, `*`. */
  readonly siglum: string
  readonly place: 'foot' | 'end'
}

/**
 * A reference mark in the text. The span is the mark as printed, or is empty where an editor calls a
 * note for which nothing is printed.
 */
export interface NoteCall extends Marked {
  readonly role: 'call'
  readonly siglum: string
  /** `from` of the note that it calls, or undefined when no note answers. */
  readonly note: number | undefined
}

/** Roles of the blocks that hold running text of their own. */
export const BLOCK_ROLES = [
  'paragraph',
  'heading',
  'item',
  'verse-line',
  'row',
  'entry',
  'byline',
  'source',
  'dateline',
  'salute',
  'signed',
  'divider',
] as const

/** Roles of the groups of whole blocks. */
export const GROUP_ROLES = [
  'quotation',
  'verse',
  'table',
  'contents',
  'epigraph',
  'letter',
] as const

/** What a heading opens. */
export type DivisionKind = 'part' | 'article' | 'document' | 'section' | 'subsection' | 'notes'

/**
 * A block of running text, from its first printed character to behind its last.
 *
 * Notes and forme work that interrupt it do not belong to it, though they may lie in its span.
 */
export interface Block extends Marked {
  readonly role: (typeof BLOCK_ROLES)[number]
  /** Of a heading: 1 for a part of the book, 2 for an article or document, 3 and 4 for sections. */
  readonly level?: number
  /** Of a heading: what it opens. */
  readonly division?: DivisionKind
  /** Of an item: its label as printed, a dash, a bullet or a number. */
  readonly label?: Span
  /** Of an entry of a table of contents: the number of the page where that begins which it names. */
  readonly locator?: Locator
}

/** The number of a page as a table of contents prints it. */
export interface Locator extends Span {
  /** `from` of the page, or undefined when the book has no page of that number. */
  readonly page: number | undefined
}

/**
 * A group of whole blocks: a block quotation, a poem, a table (or listing, or figure) of rows, the
 * entries of a table of contents, an epigraph, a letter.
 */
export interface Group extends Marked {
  readonly role: (typeof GROUP_ROLES)[number]
}

/**
 * Words set apart by letter-spacing. The blanks between their letters are layout.
 *
 * An editor may set words apart that are not letter-spaced (`set`), whose blanks are text, and may say
 * that letter-spaced ones are not set apart (`none`).
 */
export interface Emphasis extends Marked {
  readonly role: 'emphasis'
  readonly as?: 'set' | 'none'
}

/** A mark of the book's own editors: text, encoded as such and never corrected. */
export interface EditorialMark extends Marked {
  readonly role: 'editorial-mark'
  readonly what: 'sic' | 'omission' | 'supplied' | 'note'
}

export type Marking =
  | PageBeginning
  | FormeWork
  | LineEndHyphen
  | NoteBody
  | NoteCall
  | Block
  | Group
  | Emphasis
  | EditorialMark

export type Role = Marking['role']

/** All roles. */
export const ROLES = [
  'page',
  'forme-work',
  'hyphen',
  'note',
  'call',
  ...BLOCK_ROLES,
  ...GROUP_ROLES,
  'emphasis',
  'editorial-mark',
] as const satisfies readonly Role[]

/** The markings of one role. */
export type MarkingOf<R extends Role> = Extract<Marking, { readonly role: R }>

const blockRoles: ReadonlySet<string> = new Set(BLOCK_ROLES)

/** Whether a marking is a block of running text. */
export function isBlock(marking: Marking): marking is Block {
  return blockRoles.has(marking.role)
}

const groupRoles: ReadonlySet<string> = new Set(GROUP_ROLES)

/** Whether a marking is a group of blocks. */
export function isGroup(marking: Marking): marking is Group {
  return groupRoles.has(marking.role)
}

/** Settled markings, by role, each role in the order of the witness. */
export class Markings {
  readonly all: readonly Marking[]
  readonly #byRole = new Map<Role, Marking[]>()
  readonly blocks: readonly Block[]

  /** O(n log n) in the markings. */
  constructor(markings: readonly Marking[]) {
    this.all = [...markings].sort(bySpan)
    for (const marking of this.all) {
      const found = this.#byRole.get(marking.role)
      if (found) found.push(marking)
      else this.#byRole.set(marking.role, [marking])
    }
    this.blocks = this.all.filter(isBlock)
  }

  of<R extends Role>(role: R): readonly MarkingOf<R>[] {
    const found = this.#byRole.get(role) ?? []
    return found.filter((marking): marking is MarkingOf<R> => marking.role === role)
  }
}
