import type { Html, PhrasingContent } from 'mdast'
import type { NoteNode } from '../../model/edition.ts'
import { identifierOf } from './note-labels.ts'

/** Running text as Markdown has it, and what of it must stand outside. */
export interface Phrasing {
  /** Comments of pages that begin before the first printed character. */
  readonly lead: readonly Html[]
  readonly content: PhrasingContent[]
  /** Comments of pages that begin behind the last printed character. */
  readonly trail: readonly Html[]
  readonly notes: readonly NoteNode[]
}

const BLANKS = /[\t\n\v\f\r ]+/g
const ODD_BLANK = /[\t\n\v\f\r]| {2}/
/** Quick look: whether anything in a text may be unwritable. Surrogate pairs are looked at again. */
const SUSPECT = /[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/
/** Control characters, halves of surrogate pairs and what else is no character to Markdown. */
const UNWRITABLE = /[\0-\x08\x0e-\x1f\x7f-\x9f\p{Cs}\p{NChar}]/gu

/**
 * Writes running text: a pen that prints characters and sets down blanks, pages, calls and line
 * breaks only when the next character shows that they stand inside.
 *
 * So text never begins or ends with a blank; a comment never begins a line, where it would swallow
 * the rest of it; the marks of emphasis stand next to printed characters; adjacent text is one node.
 */
export class Phrase {
  readonly #content: PhrasingContent[] = []
  readonly #notes: NoteNode[] = []
  #lead: readonly Html[] = []
  #started = false
  /** Characters printed since the last node. */
  #text = ''
  #blank = false
  #break = false
  #pages: Html[] = []
  /** Whether the text is emphasised, and the children of the emphasis once it has begun. */
  #emphasised = false
  #emphasis: PhrasingContent[] | undefined

  /** Prints characters as they stand, but for runs of blanks, which become one. */
  print(characters: string): void {
    if (characters === '') return
    if (characters === ' ') {
      this.#blank = true
      return
    }
    const text = ODD_BLANK.test(characters) ? characters.replace(BLANKS, ' ') : characters
    const from = text.startsWith(' ') ? 1 : 0
    const to = text.length > from && text.endsWith(' ') ? text.length - 1 : text.length
    if (from === 1) this.#blank = true
    if (from === to) return
    this.#settle(this.#emphasised)
    this.#text += from === 0 && to === text.length ? text : text.slice(from, to)
    if (to < text.length) this.#blank = true
  }

  /** A page begins here. */
  page(comment: Html): void {
    this.#pages.push(comment)
  }

  /** A verse ends here. */
  lineBreak(): void {
    this.#break = true
  }

  /** Calls a note by its label. */
  call(label: string): void {
    this.#settle(false)
    this.#flush()
    this.#into().push({ type: 'footnoteReference', identifier: identifierOf(label), label })
  }

  /** Keeps a note that stands here, for its definition. */
  note(note: NoteNode): void {
    this.#notes.push(note)
  }

  /** Emphasises what `write` prints. Emphasis in emphasis is one. */
  emphasise(write: () => void): void {
    if (this.#emphasised) {
      write()
      return
    }
    this.#emphasised = true
    write()
    this.#emphasised = false
    this.#closeEmphasis()
  }

  /** The text printed. The pen must not be used any more. */
  finish(): Phrasing {
    this.#flush()
    return { lead: this.#lead, content: this.#content, trail: this.#pages, notes: this.#notes }
  }

  #into(): PhrasingContent[] {
    return this.#emphasis ?? this.#content
  }

  /** Sets down what stands between the last printed character and the next one. */
  #settle(emphasised: boolean): void {
    if (!this.#started) this.#lead = this.#pages
    else if (this.#break) this.#setDown(...this.#pages, { type: 'break' })
    else {
      if (this.#blank) this.#text += ' '
      if (this.#pages.length > 0) this.#setDown(...this.#pages)
    }
    this.#started = true
    this.#blank = false
    this.#break = false
    this.#pages = []
    if (emphasised && !this.#emphasis) this.#openEmphasis()
  }

  #setDown(...nodes: readonly PhrasingContent[]): void {
    this.#flush()
    this.#into().push(...nodes)
  }

  /** Makes a text node of the characters printed. */
  #flush(): void {
    if (this.#text === '') return
    const value = writable(this.#text)
    const into = this.#into()
    const last = into.at(-1)
    if (last?.type === 'text') last.value += value
    else into.push({ type: 'text', value })
    this.#text = ''
  }

  #openEmphasis(): void {
    this.#flush()
    const last = this.#content.at(-1)
    if (last?.type === 'emphasis') {
      this.#content.pop()
      this.#emphasis = last.children
    } else {
      this.#emphasis = []
    }
  }

  /** Closes the emphasis behind its last printed character: calls and pages after it stand outside. */
  #closeEmphasis(): void {
    if (!this.#emphasis) return
    this.#flush()
    const children = this.#emphasis
    const outside = cutBehindText(children)
    this.#content.push({ type: 'emphasis', children }, ...outside)
    this.#emphasis = undefined
  }
}

/** A text with a sign in the place of each character that Markdown cannot carry. */
export function writable(text: string): string {
  return SUSPECT.test(text) ? text.replace(UNWRITABLE, '\ufffd') : text
}

/** Takes off, and returns, what stands behind the last printed character. */
function cutBehindText(nodes: PhrasingContent[]): PhrasingContent[] {
  const behind: PhrasingContent[] = []
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    if (last.type === 'text' && !last.value.endsWith(' ')) break
    if (last.type === 'text' && last.value !== ' ') {
      last.value = last.value.slice(0, -1)
      behind.unshift({ type: 'text', value: ' ' })
    } else {
      nodes.pop()
      behind.unshift(last)
    }
  }
  return behind
}
