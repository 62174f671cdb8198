import type { Book } from '../../src/model/book.ts'
import type { Correction } from '../../src/model/correction.ts'
import { ERROR_KINDS, type ErrorKind } from '../../src/model/emendation.ts'
import { Lines } from '../../src/model/lines.ts'
import type { Block, DivisionKind, Marking, NoteBody } from '../../src/model/marking.ts'
import { GROUP_ROLES, Markings } from '../../src/model/marking.ts'
import type { Span } from '../../src/model/span.ts'
import type { Witness } from '../../src/model/witness.ts'

/**
 * A tiny notation for a marked text: `⟦name value:content⟧`, nested as need be. What stands outside
 * the brackets, and the contents, are the raw text.
 *
 *     ⟦page 12⟧⟦article:FIRST LETTER⟧
 *     ⟦p:It was a long jour⟦soft:-⟧
 *     ney.⟦call 1:1⟧⟧
 *     ⟦note 1:⟦label:1⟧ By coach.
 *     ⟧
 *
 * Pages: `page 12`, `page [13]`, `page 132=123` (printed and right), `page`. Headings: `part`,
 * `article`, `document`, `section`, `subsection`, `notes`, and `heading 3` with a level alone.
 * Blocks: `p`, `item`, `l`, `row`, `entry PAGE`, `byline`, `source`, `dateline`, `salute`, `signed`,
 * `divider`. Groups: `quotation`, `verse`, `table`, `contents`, `epigraph`, `letter`. Notes:
 * `note SIGLUM`, `end SIGLUM`, `more SIGLUM` for a second part; `call SIGLUM`. Marks: `soft`, `hard`, `ask`, `fw`, `header`, `emph`, `sic`,
 * `omission`, `supplied`, `ed`. Corrections: `KIND reading`, as in `⟦letter жизнь:жизнъ⟧`; a name in
 * front, as in `⟦letter a=жизнь:жизнъ⟧`, makes parts of one correction.
 */
export function marked(notation: string): Marked {
  const reading = new Reader(notation)
  return reading.result()
}

/** A witness with its markings and corrections. */
export interface Marked {
  readonly witness: Witness
  readonly markings: Markings
  readonly corrections: readonly Correction[]
}

/** A witness of the text alone. */
export function witnessOf(text: string): Witness {
  const byteLength = new TextEncoder().encode(text).length
  return {
    name: 'raw/test/test.txt',
    digest: '0'.repeat(64),
    byteLength,
    encoding: 'utf-8',
    text,
    lines: new Lines(text),
  }
}

/** A book about which next to nothing is known. */
export const BOOK: Book = {
  slug: 'test',
  title: 'A Test',
  authors: [],
  editors: [],
  language: 'en',
  source: {},
  words: [],
  rulesOff: [],
}

const BLOCKS: Readonly<Record<string, Block['role']>> = {
  p: 'paragraph',
  item: 'item',
  l: 'verse-line',
  row: 'row',
  entry: 'entry',
  byline: 'byline',
  source: 'source',
  dateline: 'dateline',
  salute: 'salute',
  signed: 'signed',
  divider: 'divider',
}

const DIVISIONS: readonly DivisionKind[] = [
  'part',
  'article',
  'document',
  'section',
  'subsection',
  'notes',
]

const MARKS = ['sic', 'omission', 'supplied'] as const

/** What all markings of the notation have. */
const MADE = { kind: 'marking', rule: 'page/test', cert: 'high', evidence: ['it says so'] } as const

interface Part extends Span {
  readonly corr: string
}

class Reader {
  #text = ''
  readonly #notation: string
  readonly #marks: Marking[] = []
  readonly #calls: { readonly siglum: string; readonly span: Span }[] = []
  readonly #notes = new Map<string, { place: NoteBody['place']; parts: Span[]; label: Span }>()
  readonly #parts = new Map<string, { error: ErrorKind; parts: Part[] }>()
  readonly #labels: Span[] = []

  constructor(notation: string) {
    this.#notation = notation
  }

  result(): Marked {
    this.#read(0)
    const notes = [...this.#notes].map(([siglum, { place, parts, label }]): NoteBody => {
      const { from } = label
      return {
        ...MADE,
        role: 'note',
        from,
        to: parts.at(-1)?.to ?? from,
        parts,
        label,
        siglum,
        place,
      }
    })
    const calls = this.#calls.map(({ siglum, span }): Marking => {
      const note = notes.find((body) => body.siglum === siglum)?.from
      return { ...MADE, role: 'call', ...span, siglum, note }
    })
    const witness = witnessOf(this.#text)
    const corrections = [...this.#parts].map(([, { error, parts }], i) =>
      correctionOf(witness, `id${i + 1}`, error, parts),
    )
    return { witness, markings: new Markings([...this.#marks, ...notes, ...calls]), corrections }
  }

  /** Reads from `at` in the notation to the bracket that closes, and says what is behind it. */
  #read(start: number): number {
    let at = start
    while (at < this.#notation.length) {
      const sign = this.#notation[at]
      if (sign === '⟧') return at + 1
      if (sign === '⟦') {
        at = this.#mark(at + 1)
      } else {
        this.#text += sign
        at++
      }
    }
    return at
  }

  #mark(start: number): number {
    const head = /^([a-z]*)(?: ([^:⟦⟧]*))?(:?)/u.exec(this.#notation.slice(start))
    const [all = '', name = '', value = '', colon = ''] = head ?? []
    const from = this.#text.length
    const labels = this.#labels.length
    const end = colon ? this.#read(start + all.length) : start + all.length + 1
    this.#keep(name, value, { from, to: this.#text.length }, this.#labels.slice(labels))
    return end
  }

  #keep(name: string, value: string, span: Span, labels: readonly Span[]): void {
    const group = GROUP_ROLES.find((role) => role === name && value === '')
    const error = ERROR_KINDS.find((kind) => kind === name)
    const mark = MARKS.find((what) => what === name)
    const division = DIVISIONS.find((kind) => kind === name)
    const block = BLOCKS[name]
    const label = labels.find(({ from }) => from === span.from)
    if (group) this.#marks.push({ ...MADE, role: group, ...span })
    else if (error) this.#part(error, value, span)
    else if (mark) this.#marks.push({ ...MADE, role: 'editorial-mark', what: mark, ...span })
    else if (division) this.#marks.push({ ...MADE, role: 'heading', division, ...span })
    else if (name === 'entry') this.#entry(span, value)
    else if (block) this.#marks.push({ ...MADE, role: block, ...span, ...(label ? { label } : {}) })
    else this.#other(name, value, span, labels[0])
  }

  #other(
    name: string,
    value: string,
    span: Span,
    label = { from: span.from, to: span.from },
  ): void {
    const at = { from: span.from, to: span.from }
    switch (name) {
      case 'page':
        this.#marks.push({ ...MADE, role: 'page', ...numbers(value), ...at })
        break
      case 'heading':
        this.#marks.push({ ...MADE, role: 'heading', level: Number(value), ...span })
        break
      case 'fw':
      case 'header': {
        const work = name === 'fw' ? 'page-number' : 'header'
        this.#marks.push({ ...MADE, role: 'forme-work', work, place: 'top', ...span })
        break
      }
      case 'soft':
      case 'hard':
      case 'ask':
        this.#marks.push({ ...MADE, role: 'hyphen', value: name, ...span })
        break
      case 'emph':
        this.#marks.push({ ...MADE, role: 'emphasis', ...span })
        break
      case 'ed':
        this.#marks.push({ ...MADE, role: 'editorial-mark', what: 'note', ...span })
        break
      case 'call':
        this.#calls.push({ siglum: value, span })
        break
      case 'label':
        this.#labels.push(span)
        break
      case 'note':
      case 'end':
        this.#notes.set(value, {
          place: name === 'end' ? 'end' : 'foot',
          parts: [span],
          label,
        })
        break
      case 'more':
        this.#notes.get(value)?.parts.push(span)
        break
      default:
        throw new Error(`Unexpected mark ${name}, expected one of the notation`)
    }
  }

  /** An entry, whose last digits are its locator; the page that they name has begun before it. */
  #entry(span: Span, value: string): void {
    const digits = /\d+$/u.exec(this.#text)?.[0].length ?? 0
    const page = this.#marks.find((mark) => mark.role === 'page' && mark.number === value)?.from
    const locator = { from: span.to - digits, to: span.to, page }
    this.#marks.push({ ...MADE, role: 'entry', ...span, ...(digits > 0 ? { locator } : {}) })
  }

  #part(error: ErrorKind, value: string, span: Span): void {
    const [, name = '', corr = ''] = /^(?:([a-z])=)?(.*)$/su.exec(value) ?? []
    const key = name || String(this.#parts.size)
    const found = this.#parts.get(key)
    if (found) found.parts.push({ ...span, corr })
    else this.#parts.set(key, { error, parts: [{ ...span, corr }] })
  }
}

function numbers(value: string): { number: string; printed: string | undefined } {
  const inferred = /^\[(.*)\]$/.exec(value)
  if (inferred) return { number: inferred[1] ?? '', printed: undefined }
  const [printed = '', number = printed] = value.split('=')
  return { number, printed: printed || undefined }
}

/** A correction that a rule applied. */
export function correctionOf(
  witness: Witness,
  id: string,
  error: ErrorKind,
  parts: readonly Part[],
): Correction {
  const corr = parts.map((part) => part.corr).join('')
  const from = parts[0]?.from ?? 0
  return {
    id,
    line: witness.lines.at(from),
    page: '12',
    parts,
    from,
    to: parts.at(-1)?.to ?? from,
    sic: parts.map((part) => witness.text.slice(part.from, part.to)).join(''),
    corr,
    candidates: [corr],
    context: ['', ''],
    error,
    rules: ['word/test'],
    cert: 'high',
    evidence: ['the book has it so elsewhere'],
    state: 'applied',
    by: undefined,
    notes: [],
    beatenBy: undefined,
  }
}
