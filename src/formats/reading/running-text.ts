import type { Inline, Leaf, NoteNode } from '../../model/edition.ts'
import { closedUp } from './blanks.ts'
import type { Run } from './run.ts'

/** The notes of an edition by their ids. */
export type Notes = ReadonlyMap<string, NoteNode>

/**
 * Running text as a row of runs: soft hyphens gone, blanks closed up to one, none at either end.
 * Labels and forme work are left out. Linear.
 */
export function runsOf(nodes: readonly Inline[], notes: Notes): readonly Run[] {
  const pen = new Pen(notes, false)
  pen.inlines(nodes, false)
  return pen.runs
}

/** The same for the row of a table, with the blanks of the layout as wide as they are. */
export function rowOf(nodes: readonly Inline[], notes: Notes): readonly Run[] {
  const pen = new Pen(notes, true)
  pen.inlines(nodes, false)
  return pen.runs
}

/** Sets down runs, and blanks only when the next character shows that they stand inside. */
class Pen {
  readonly runs: Run[] = []
  readonly #notes: Notes
  readonly #wide: boolean
  #started = false
  #blank = ''
  #hyphen = ''

  constructor(notes: Notes, wide: boolean) {
    this.#notes = notes
    this.#wide = wide
  }

  inlines(nodes: readonly Inline[], emphasised: boolean): void {
    for (const node of nodes) this.#inline(node, emphasised)
  }

  #inline(node: Inline, emphasised: boolean): void {
    switch (node.type) {
      case 'locator':
      case 'editorialMark':
        this.inlines(node.children, emphasised)
        break
      case 'emphasis':
        this.inlines(node.children, true)
        break
      case 'correction':
        this.#settle()
        this.runs.push({ type: 'correction', node, emphasised })
        this.#pagesIn(node.children)
        break
      case 'call': {
        this.#settle()
        const note = node.note === undefined ? undefined : this.#notes.get(node.note)
        this.runs.push({ type: 'call', printed: node.children.map(shownOf).join(''), note })
        this.#pagesIn(node.children)
        break
      }
      case 'note':
        this.runs.push({ type: 'note', note: node })
        break
      case 'pageBeginning':
        this.runs.push({ type: 'page', page: node, hyphen: this.#hyphen })
        break
      default:
        this.#leaf(node, emphasised)
    }
  }

  #leaf(leaf: Leaf, emphasised: boolean): void {
    if (leaf.type === 'hyphen' && leaf.kind === 'soft') this.#hyphen = leaf.value
    const shown = shownOf(leaf)
    if (shown === '') return
    if (this.#wide && leaf.type === 'layout') {
      this.#pause(' '.repeat(Math.max(1, leaf.to - leaf.from)))
      return
    }
    const text = this.#wide ? shown.replace(/[\t\n\v\f\r]/g, ' ') : closedUp(shown)
    let from = 0
    while (text[from] === ' ') from++
    let to = text.length
    while (to > from && text[to - 1] === ' ') to--
    if (from > 0) this.#pause(text.slice(0, from))
    if (from === to) return
    this.#settle()
    this.#put(text.slice(from, to), emphasised)
    if (to < text.length) this.#pause(text.slice(to))
  }

  /** Pages that begin within a word that is set down as a whole. */
  #pagesIn(leaves: readonly Leaf[]): void {
    for (const leaf of leaves) {
      if (leaf.type === 'pageBeginning') this.runs.push({ type: 'page', page: leaf, hyphen: '' })
    }
  }

  #pause(blank: string): void {
    this.#hyphen = ''
    this.#blank = this.#wide ? this.#blank + blank : ' '
  }

  /** Sets the blank down that stands before what is printed next. */
  #settle(): void {
    this.#hyphen = ''
    if (this.#blank !== '' && this.#started) this.#put(this.#blank, false)
    this.#blank = ''
    this.#started = true
  }

  #put(value: string, emphasised: boolean): void {
    const last = this.runs.at(-1)
    if (last?.type === 'text' && last.emphasised === emphasised) {
      this.runs[this.runs.length - 1] = { ...last, value: last.value + value }
    } else {
      this.runs.push({ type: 'text', value, emphasised })
    }
  }
}

/** What a reader sees of a leaf. Labels are the affair of the block that they belong to. */
export function shownOf(leaf: Leaf): string {
  switch (leaf.type) {
    case 'text':
    case 'layout':
      return leaf.value
    case 'hyphen':
      return leaf.kind === 'soft' ? '' : leaf.value
    default:
      return ''
  }
}
