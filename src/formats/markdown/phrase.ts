import type { Html, PhrasingContent } from 'mdast'
import type { CallNode, NoteNode } from '../../model/edition.ts'
import { identifierOf } from './note-labels.ts'
import { NOWHERE, type WitnessPlace } from './witness-place.ts'

/** Running text as Markdown has it, and what of it must stand outside. */
export interface Phrasing {
  /** Comments of pages that begin before the first printed character. */
  readonly lead: readonly Html[]
  readonly content: PhrasingContent[]
  /** Comments of pages that begin behind the last printed character. */
  readonly trail: readonly Html[]
  readonly notes: readonly NoteNode[]
}

const BLANK = /[\t\n\v\f\r ]/
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
  /** Of a traced text: where its characters come from. */
  readonly #isTraced: boolean
  #places: WitnessPlace[] = []
  #blankPlace: WitnessPlace | undefined
  #blank = false
  #break = false
  #pages: Html[] = []
  /** Whether the text is emphasised, and the children of the emphasis once it has begun. */
  #emphasised = false
  #emphasis: PhrasingContent[] | undefined

  /** `isTraced`: whether each text node shall know the places of its characters in the witness. */
  constructor(isTraced = false) {
    this.#isTraced = isTraced
  }

  /**
   * Prints characters as they stand, but for runs of blanks, which become one. `places` tells where
   * they come from, and is asked only of a traced text.
   */
  print(characters: string, places?: () => readonly WitnessPlace[]): void {
    if (characters === '') return
    if (this.#isTraced) {
      this.#printTraced(characters, places?.() ?? [])
      return
    }
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
  call(label: string, call: CallNode): void {
    this.#settle(false)
    this.#flush()
    const reference = { type: 'footnoteReference', identifier: identifierOf(label), label } as const
    this.#into().push(this.#isTraced ? { ...reference, data: { call } } : reference)
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

  /** Prints as `print` does, character by character, each with its place. */
  #printTraced(characters: string, places: readonly WitnessPlace[]): void {
    for (let i = 0; i < characters.length; i++) {
      const character = characters.charAt(i)
      const place = places[i] ?? NOWHERE
      if (BLANK.test(character)) {
        this.#blank = true
        this.#blankPlace ??= place
      } else {
        this.#settle(this.#emphasised)
        this.#text += character
        this.#places.push(place)
      }
    }
  }

  #into(): PhrasingContent[] {
    return this.#emphasis ?? this.#content
  }

  /** Sets down what stands between the last printed character and the next one. */
  #settle(emphasised: boolean): void {
    if (!this.#started) this.#lead = this.#pages
    else if (this.#break) this.#setDown(...this.#pages, { type: 'break' })
    else {
      if (this.#blank) {
        this.#text += ' '
        if (this.#isTraced) this.#places.push(this.#blankPlace ?? NOWHERE)
      }
      if (this.#pages.length > 0) this.#setDown(...this.#pages)
    }
    this.#started = true
    this.#blank = false
    this.#blankPlace = undefined
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
    const places = this.#places
    this.#text = ''
    this.#places = []
    if (last?.type === 'text') {
      last.value += value
      if (this.#isTraced) last.data = { places: [...(last.data?.places ?? []), ...places] }
    } else into.push({ type: 'text', value, ...(this.#isTraced ? { data: { places } } : {}) })
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
      const places = last.data?.places
      if (places) last.data = { places: places.slice(0, -1) }
      const data = places ? { data: { places: places.slice(-1) } } : {}
      behind.unshift({ type: 'text', value: ' ', ...data })
    } else {
      nodes.pop()
      behind.unshift(last)
    }
  }
  return behind
}
