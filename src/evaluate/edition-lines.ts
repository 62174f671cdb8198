import { isBlank } from './white-space.ts'
import { findFirst, parseXml, textOf, type XmlElement } from './xml-tree.ts'

/** An edition, seen line by line of the raw text. Lines are counted from 1. */
export interface EditionLines {
  /** What stands on each raw line, as printed: soft hyphens put back, corrections undone. */
  readonly printed: ReadonlyMap<number, string>
  /** The same as it shall be read, corrections made and soft hyphens left out. */
  readonly reading: ReadonlyMap<number, string>
  /** Lines whose last character is a soft hyphen. */
  readonly soft: ReadonlySet<number>
  /** Lines at which a block begins, and the name of its element. */
  readonly starts: ReadonlyMap<number, string>
  /** By their first line. */
  readonly heads: ReadonlyMap<number, { readonly to: number; readonly depth: number }>
  readonly notes: ReadonlyMap<number, { readonly to: number; readonly id: string | undefined }>
  readonly calls: readonly EditionCall[]
  /** The first printed line of each page, and the number of the page without brackets. */
  readonly pages: ReadonlyMap<number, string>
  readonly choices: readonly Choice[]
  /** Lines with words that are set apart. */
  readonly emphasis: ReadonlySet<number>
  /** Every element that holds text: its name, `rend` and `type`, and the lines that it covers. */
  readonly elements: readonly Covered[]
}

export interface EditionCall {
  readonly line: number
  /** What is printed before it, on its line and the one before. */
  readonly before: string
  /** `xml:id` of the note. */
  readonly note: string
}

/** A place where the edition does not read what is printed. */
export interface Choice {
  readonly line: number
  readonly sic: string
  readonly corr: string
}

export interface Covered {
  readonly name: string
  readonly rend: string
  readonly type: string
  readonly line: number
  readonly to: number
}

/** Elements that begin a block of text. */
const BLOCKS = new Set(
  `p head item l ab byline dateline signed salute trailer opener closer note bibl cit quote epigraph
  label fw docAuthor docTitle titlePart docDate`.split(/\s+/u),
)

/** Which of the two texts something stands in. */
type Layer = 'both' | 'printed' | 'reading'

/** Reads the text of an edition line by line. O(n), but for the depth of its elements. */
export function editionLines(xml: string): EditionLines {
  const text = findFirst(parseXml(xml), 'text')
  if (!text) throw new Error('Expected an element text')
  const walk = new Walk()
  walk.element(text, 'both')
  return walk
}

interface OpenElement {
  readonly element: XmlElement
  line: number | undefined
  to: number
}

class Walk implements EditionLines {
  readonly printed = new Map<number, string>()
  readonly reading = new Map<number, string>()
  readonly soft = new Set<number>()
  readonly starts = new Map<number, string>()
  readonly heads = new Map<number, { to: number; depth: number }>()
  readonly notes = new Map<number, { to: number; id: string | undefined }>()
  readonly calls: EditionCall[] = []
  readonly pages = new Map<number, string>()
  readonly choices: Choice[] = []
  readonly emphasis = new Set<number>()
  readonly elements: Covered[] = []
  #line = 0
  #depth = 0
  /** A page that has begun and has no text yet. */
  #page: string | undefined
  /** Elements that are open, from the outside in. */
  #open: readonly OpenElement[] = []
  /** How many of them a note or forme work interrupts. */
  #floor = 0

  element(element: XmlElement, layer: Layer): void {
    const { name, attributes } = element
    this.#milestone(element)
    if (name === 'pc' && attributes.force === 'weak') {
      this.#put(textOf(element), 'printed')
      this.soft.add(this.#line)
      return
    }
    const before = { line: this.#line, floor: this.#floor }
    const aside = name === 'note' || name === 'fw'
    if (aside) this.#floor = this.#open.length
    if (name === 'ref' && attributes.target?.startsWith('#')) this.#call(attributes.target.slice(1))
    const open: OpenElement = { element, line: undefined, to: 0 }
    this.#open = [...this.#open, open]
    if (name === 'div') this.#depth++
    this.#content(element, layer)
    if (name === 'div') this.#depth--
    this.#open = this.#open.slice(0, -1)
    if (aside) {
      this.#line = before.line
      this.#floor = before.floor
    }
    this.#close(open)
  }

  /** Lines, pages, and the hyphens at their ends. */
  #milestone({ name, attributes }: XmlElement): void {
    if (name !== 'lb' && name !== 'pb') return
    if (attributes.break === 'no' && attributes.rend && this.#line > 0) {
      append(this.printed, this.#line, attributes.rend)
      this.soft.add(this.#line)
    }
    if (name === 'pb' && attributes.sameAs === undefined) {
      const misprinted = /^\S+ \[(.*)\]$/u.exec(attributes.n ?? '')?.[1]
      this.#page = (misprinted ?? attributes.n ?? '').replace(/^[[\]]+|[[\]]+$/gu, '')
    }
    if (name === 'lb' && /^\d+$/u.test(attributes.n ?? '')) this.#line = Number(attributes.n)
  }

  #call(note: string): void {
    const line = this.#line
    const before = (this.printed.get(line - 1) ?? '') + (this.printed.get(line) ?? '')
    this.calls.push({ line, before, note })
  }

  #content(element: XmlElement, layer: Layer): void {
    const { name, attributes } = element
    const line = this.#line
    if (name === 'choice') {
      this.#choice(element)
    } else if (name === 'surplus' || name === 'del' || name === 'orig') {
      this.choices.push({ line, sic: textOf(element), corr: '' })
      this.#children(element, 'printed')
    } else if (name === 'corr' || (name === 'supplied' && attributes.reason === 'omitted')) {
      this.choices.push({ line, sic: '', corr: textOf(element) })
      this.#children(element, 'reading')
    } else if (name === 'milestone' && attributes.rend && !/^\p{L}+$/u.test(attributes.rend)) {
      this.#put(attributes.rend, 'both')
    } else {
      this.#children(element, layer)
    }
  }

  /** Both readings begin at the same line; white space between them is none of the text. */
  #choice(element: XmlElement): void {
    const line = this.#line
    let sic = ''
    let corr: string | undefined
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const reached = this.#line
      this.#line = line
      if (child.name === 'sic' || child.name === 'orig' || child.name === 'abbr') {
        sic = textOf(child)
        this.#children(child, 'printed')
      } else {
        corr = textOf(child)
        this.#children(child, 'reading')
        this.#line = Math.max(reached, this.#line)
      }
    }
    if (corr !== undefined) this.choices.push({ line, sic, corr })
  }

  #children(element: XmlElement, layer: Layer): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#put(child, layer)
      else this.element(child, layer)
    }
  }

  #put(text: string, layer: Layer): void {
    if (text === '') return
    const line = this.#line
    if (layer !== 'reading') append(this.printed, line, text)
    if (layer !== 'printed') append(this.reading, line, text)
    if (isBlank(text)) return
    const within = (...names: readonly string[]): boolean =>
      this.#open.some(({ element }) => names.includes(element.name))
    if (this.#page !== undefined && !within('fw')) {
      this.pages.set(line, this.#page)
      this.#page = undefined
    }
    this.#open.forEach((open, i) => {
      const { name } = open.element
      if (open.line === undefined) {
        open.line = line
        if (BLOCKS.has(name) && name !== 'fw' && !this.starts.has(line)) this.starts.set(line, name)
      }
      if (i >= this.#floor) open.to = line
    })
    if (within('hi', 'emph')) this.emphasis.add(line)
  }

  #close({ element, line, to }: OpenElement): void {
    if (line === undefined) return
    const { name, attributes } = element
    const { rend = '', type = '' } = attributes
    this.elements.push({ name, rend, type, line, to })
    if (name === 'head') this.heads.set(line, { to, depth: this.#depth })
    if (name === 'note') this.notes.set(line, { to, id: attributes['xml:id'] })
  }
}

function append(texts: Map<number, string>, line: number, text: string): void {
  texts.set(line, (texts.get(line) ?? '') + text)
}
