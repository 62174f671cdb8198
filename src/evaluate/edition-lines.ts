import { isBlank } from './white-space.ts'
import { findFirst, notAnEdition, parseXml, textOf, type XmlElement } from './xml-tree.ts'

/** An edition, seen line by line of the raw text. Lines are counted from 1. */
export interface EditionLines {
  /** What stands on each raw line, as printed: soft hyphens put back, corrections undone. */
  readonly printed: ReadonlyMap<number, string>
  /** The same as it shall be read, corrections made and soft hyphens left out. */
  readonly reading: ReadonlyMap<number, string>
  /** Lines whose last character is a soft hyphen. */
  readonly soft: ReadonlySet<number>
  /** Lines whose last character is a hyphen of which the edition asks whether it is soft. */
  readonly asked: ReadonlySet<number>
  /** Lines of which something stands in the text, and not only in forme work. */
  readonly text: ReadonlySet<number>
  /** By a line, the one that the text goes on with. */
  readonly next: ReadonlyMap<number, number>
  /** Lines at which a block begins, and the name of its element; of an `ab`, its type. */
  readonly starts: ReadonlyMap<number, string>
  /** By their first line. */
  readonly heads: ReadonlyMap<number, { readonly to: number; readonly depth: number }>
  readonly notes: ReadonlyMap<number, readonly EditionNote[]>
  readonly calls: readonly EditionCall[]
  /** The first printed line of each page, and the number of the page without brackets. */
  readonly pages: ReadonlyMap<number, string>
  /** The numbers of pages by their `xml:id`. */
  readonly pageIds: ReadonlyMap<string, string>
  /** References to pages in tables of contents: the line of each and the `xml:id` of the page. */
  readonly contents: readonly { readonly line: number; readonly page: string }[]
  readonly choices: readonly Choice[]
  /** Lines with words that are set apart. */
  readonly emphasis: ReadonlySet<number>
  /**
   * Every element that holds text: its name, `rend` and `type`, and the lines that it covers. Items
   * of a list of contents have its type.
   */
  readonly elements: readonly Covered[]
}

export interface EditionNote {
  readonly to: number
  readonly id: string | undefined
  /** As the edition has it in `n`. */
  readonly label: string
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
  `p head item l ab table byline dateline signed salute trailer opener closer note bibl cit quote epigraph
  label fw docAuthor docTitle titlePart docDate`.split(/\s+/u),
)

/** Those of them that only hold others. */
const HULLS = new Set(['opener', 'closer', 'cit', 'epigraph', 'quote'])

/** Which of the two texts something stands in. */
type Layer = 'both' | 'printed' | 'reading'

/** Reads the text of an edition line by line. O(n), but for the depth of its elements. */
export function editionLines(xml: string): EditionLines {
  const text = findFirst(parseXml(xml), 'text')
  if (!text) throw notAnEdition('it has no element text')
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
  readonly asked = new Set<number>()
  readonly text = new Set<number>()
  readonly next = new Map<number, number>()
  readonly starts = new Map<number, string>()
  readonly heads = new Map<number, { to: number; depth: number }>()
  readonly notes = new Map<number, EditionNote[]>()
  readonly calls: EditionCall[] = []
  readonly pages = new Map<number, string>()
  readonly pageIds = new Map<string, string>()
  readonly contents: { line: number; page: string }[] = []
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
  /** Whether what is read is a word as it is divided, beside its undivided spelling. */
  #divided = false

  element(element: XmlElement, layer: Layer): void {
    const { name, attributes } = element
    this.#milestone(element)
    if (name === 'pc' && attributes.force === 'weak') {
      this.#put(textOf(element), 'printed')
      this.soft.add(this.#line)
      return
    }
    if (name === 'pc' && attributes.force === 'inter') this.asked.add(this.#line)
    const before = { line: this.#line, floor: this.#floor }
    const aside = name === 'note' || name === 'fw'
    if (aside) this.#floor = this.#open.length
    if (name === 'ref' && attributes.target?.startsWith('#')) {
      this.#refer(attributes.target.slice(1), attributes.type)
    }
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
      const id = attributes['xml:id']
      if (id !== undefined) this.pageIds.set(id, this.#page)
    }
    if (name !== 'lb' || !/^\d+$/u.test(attributes.n ?? '')) return
    const line = Number(attributes.n)
    if (this.#line > 0 && line !== this.#line) {
      this.next.set(this.#line, line)
      if (this.#divided) this.soft.add(this.#line)
    }
    this.#line = line
  }

  #refer(note: string, type: string | undefined): void {
    const line = this.#line
    if (type === 'page' || this.#inContents()) {
      this.contents.push({ line, page: note })
      return
    }
    const before = (this.printed.get(line - 1) ?? '') + (this.printed.get(line) ?? '')
    this.calls.push({ line, before, note })
  }

  #inContents(): boolean {
    return this.#open.some(
      ({ element }) => element.name === 'list' && element.attributes.type === 'toc',
    )
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
    const divided = isDivided(element)
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const reached = this.#line
      this.#line = line
      if (child.name === 'sic' || child.name === 'orig' || child.name === 'abbr') {
        sic = textOf(child)
        this.#divided = divided
        this.#children(child, 'printed')
        this.#divided = false
      } else {
        corr = textOf(child)
        this.#children(child, 'reading')
        this.#line = Math.max(reached, this.#line)
      }
    }
    if (corr !== undefined && !divided) this.choices.push({ line, sic, corr })
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
    const isForme = within('fw')
    if (!isForme) this.text.add(line)
    if (this.#page !== undefined && !isForme) {
      this.pages.set(line, this.#page)
      this.#page = undefined
    }
    this.#open.forEach((open, i) => {
      const { name } = open.element
      if (open.line === undefined) {
        open.line = line
        const known = this.starts.get(line)
        if (BLOCKS.has(name) && name !== 'fw' && (known === undefined || HULLS.has(known))) {
          this.starts.set(line, blockName(open.element))
        }
      }
      if (i >= this.#floor) open.to = line
    })
    if (within('hi', 'emph')) this.emphasis.add(line)
  }

  #close({ element, line, to }: OpenElement): void {
    if (line === undefined) return
    const { name, attributes } = element
    const { rend = '' } = attributes
    const type = attributes.type ?? (name === 'item' && this.#inContents() ? 'toc' : '')
    this.elements.push({ name, rend, type, line, to })
    if (name === 'head') this.heads.set(line, { to, depth: this.#depth })
    if (name === 'note') {
      const own = { to, id: attributes['xml:id'], label: attributes.n ?? '' }
      const others = this.notes.get(line)
      // Short notes may share a line.
      if (others) others.push(own)
      else this.notes.set(line, [own])
    }
  }
}

/** Whether a choice holds a word as it is divided, and its undivided spelling: `Zuk-ker`, `Zucker`. */
export function isDivided(choice: XmlElement): boolean {
  return choice.children.some(
    (child) => typeof child !== 'string' && child.attributes.type === 'dehyphenation',
  )
}

/** A line that stands where TEI has no element for it is an `ab` of a type. */
function blockName({ name, attributes }: XmlElement): string {
  return name === 'ab' ? (attributes.type ?? name) : name
}

function append(texts: Map<number, string>, line: number, text: string): void {
  texts.set(line, (texts.get(line) ?? '') + text)
}
