import type { Correction } from '../../model/correction.ts'
import type {
  BlockNode,
  CorrectionNode,
  Edition,
  Inline,
  Leaf,
  NoteNode,
} from '../../model/edition.ts'
import { partitionPoint } from '../../model/partition-point.ts'
import { escapeText } from './escape.ts'
import { blockId, wordId } from './ids.ts'
import type { Manner } from './manner.ts'
import { type Words, wordsFor } from './words/words.ts'
import { correctedWords } from './words-of-corrections.ts'

/** What the writing of every node has in common: how its children are written. */
export interface Hands {
  readonly inline: (nodes: readonly Inline[], scribe: Scribe) => void
  readonly blocks: (nodes: readonly BlockNode[], scribe: Scribe) => void
}

/** What the apparatus says of one place: a corrected word, or one that asks. */
export interface Entry {
  /** None where nothing stands in the text of the edition that it could be about. */
  readonly word: CorrectionNode | undefined
  readonly corrections: readonly Correction[]
}

/**
 * Writes the text of one edition and keeps what is due at the foot of the page: the notes called and
 * the places that the apparatus speaks of.
 */
export class Scribe {
  readonly manner: Manner
  readonly edition: Edition
  /** What the edition says of itself, in the language of the book. */
  readonly words: Words
  /** How many divisions with a heading are open. */
  depth = 0
  /** Whether a heading is being written: its lines are kept. */
  inHeading = false
  /** Whether a word goes on over the next line end. */
  divided = false
  readonly #hands: Hands
  readonly #ids = new Map<string, number>()
  /** Corrections that no word of the edition shows, by their places. */
  readonly #marked: readonly Correction[]
  readonly #told = new Set<string>()
  #notes: NoteNode[] = []
  #entries: Entry[] = []
  #buffer = ''
  #waiting = ''
  /** Whether anything of the block is written, so that a line that begins parts it from another. */
  #begun = false

  constructor(edition: Edition, manner: Manner, hands: Hands) {
    this.edition = edition
    this.words = wordsFor(edition.book.language)
    this.manner = manner
    this.#hands = hands
    const shown = correctedWords(edition)
    this.#marked = edition.corrections
      .filter(({ id }) => !shown.has(id))
      .sort((a, b) => a.from - b.from || a.to - b.to)
  }

  /** Writes markup as it is. */
  markup(markup: string): void {
    this.#buffer += markup
  }

  /** Writes characters. */
  text(value: string): void {
    if (value !== '') this.#begun = true
    this.divided = false
    this.#buffer += escapeText(value)
  }

  inline(nodes: readonly Inline[]): void {
    this.#hands.inline(nodes, this)
  }

  blocks(nodes: readonly BlockNode[]): void {
    this.#hands.blocks(nodes, this)
  }

  /** Writes a block of running text; what waited for one stands at its beginning. */
  block(start: string, nodes: readonly Inline[], end: string): void {
    this.markup(start)
    this.settle()
    this.#begun = false
    this.inline(nodes)
    this.#begun = false
    this.markup(end)
  }

  /** Keeps markup until the next block begins: what may not stand between the items of a list. */
  wait(write: () => void): void {
    const before = this.#buffer
    this.#buffer = ''
    write()
    this.#waiting += this.#buffer
    this.#buffer = before
  }

  /** Writes what has waited. */
  settle(): void {
    this.#buffer += this.#waiting
    this.#waiting = ''
  }

  /** Whether a line that begins here goes on with a block. */
  get begun(): boolean {
    return this.#begun
  }

  /** Keeps a note for the foot of the page. */
  note(note: NoteNode): void {
    this.#notes.push(note)
  }

  /** The notes that are due, which are so no more. */
  dueNotes(): readonly NoteNode[] {
    const notes = this.#notes
    this.#notes = []
    return notes
  }

  /** Keeps what the apparatus has to say here. Said once, it is not said again. */
  tell(word: CorrectionNode | undefined, corrections: readonly Correction[]): void {
    const fresh = corrections.filter(({ id }) => !this.#told.has(id))
    for (const { id } of fresh) this.#told.add(id)
    if (fresh.length > 0) this.#entries.push({ word, corrections: fresh })
  }

  /** What the apparatus has to say of all that was written since, in the order of the raw text. */
  dueEntries(): readonly Entry[] {
    const entries = this.#entries
    this.#entries = []
    const at = ({ corrections }: Entry): number => corrections[0]?.from ?? 0
    return entries.sort((a, b) => at(a) - at(b))
  }

  /** Corrections without a word that begin in a stretch of the witness, and were not told. O(log n). */
  markedIn({ from, to }: Pick<Leaf, 'from' | 'to'>): readonly Correction[] {
    const first = partitionPoint(this.#marked, (correction) => correction.from < from)
    let end = first
    while ((this.#marked[end]?.from ?? Infinity) < to) end++
    return this.#marked.slice(first, end).filter(({ id }) => !this.#told.has(id))
  }

  /** Corrections whose place nobody has come to. */
  untold(): readonly Correction[] {
    return this.#marked.filter(({ id }) => !this.#told.has(id))
  }

  /** Sets a mark where a correction stands that no word shows. */
  anchor(corrections: readonly Correction[]): void {
    for (const correction of corrections) {
      this.markup(`<span id="${this.id(wordId(correction.id))}"></span>`)
      this.tell(undefined, [correction])
    }
  }

  /** An id that no one has: the one asked for, with a number behind it if it is taken. */
  id(wanted: string): string {
    for (;;) {
      const count = (this.#ids.get(wanted) ?? 0) + 1
      this.#ids.set(wanted, count)
      if (count === 1) return wanted
      const other = `${wanted}.${count}`
      if (!this.#ids.has(other)) {
        this.#ids.set(other, 1)
        return other
      }
    }
  }

  /** The id of a block, by the raw line in which its first leaf begins; nothing for an empty one. */
  idOfBlock(nodes: readonly Inline[]): string {
    const from = firstOffset(nodes)
    if (from === undefined) return ''
    return ` id="${this.id(blockId(this.edition.witness.lines.at(from)))}"`
  }

  /** What was written since the last time. */
  rest(): string {
    const text = this.#buffer
    this.#buffer = ''
    return text
  }
}

function firstOffset(nodes: readonly Inline[]): number | undefined {
  for (const node of nodes) {
    if (node.type === 'note') continue
    if (!('children' in node)) {
      if (node.type === 'layout' || node.type === 'pageBeginning') continue
      return node.from
    }
    const from = firstOffset(node.children)
    if (from !== undefined) return from
  }
  return undefined
}
