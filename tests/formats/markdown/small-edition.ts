import type { Correction } from '../../../src/model/correction.ts'
import type {
  BlockNode,
  CallNode,
  CorrectionNode,
  Division,
  Edition,
  EmphasisNode,
  GroupNode,
  HeadingNode,
  HyphenNode,
  Inline,
  Item,
  LabelNode,
  Layout,
  Leaf,
  Line,
  List,
  NoteNode,
  PageBeginningNode,
  Row,
  Text,
} from '../../../src/model/edition.ts'
import { Lines } from '../../../src/model/lines.ts'

/** A notation for small trees. Spans are 0 where no format looks at them. */
const NOWHERE = { from: 0, to: 0 } as const

export function text(value: string): Text {
  return { type: 'text', ...NOWHERE, value }
}

export const blank: Layout = { type: 'layout', ...NOWHERE, value: ' ' }

export function page(number: string, at = 0): PageBeginningNode {
  return { type: 'pageBeginning', from: at, to: at, number, key: number, inNote: false }
}

export function hyphen(kind: HyphenNode['kind']): HyphenNode {
  return { type: 'hyphen', ...NOWHERE, value: '-', kind }
}

export function label(value: string): LabelNode {
  return { type: 'label', ...NOWHERE, value }
}

export function call(siglum: string, note: string | undefined): CallNode {
  return { type: 'call', siglum, note, id: `r-${note}`, children: [text(siglum)] }
}

export function emphasis(...children: readonly Inline[]): EmphasisNode {
  return { type: 'emphasis', children }
}

export function corrected(
  reading: string,
  children: readonly Leaf[],
  ...corrections: readonly Correction[]
): CorrectionNode {
  return { type: 'correction', corrections, reading, children }
}

export function line(type: Line['type'], ...children: readonly Inline[]): Line {
  return { type, children }
}

export function paragraph(...children: readonly (Inline | string)[]): Line {
  return line(
    'paragraph',
    ...children.map((child) => (typeof child === 'string' ? text(child) : child)),
  )
}

export function heading(level: number, ...children: readonly Inline[]): HeadingNode {
  return { type: 'heading', level, children }
}

export function item(mark: string, ...children: readonly Inline[]): Item {
  const labels = mark === '' ? [] : [label(mark), blank]
  return { type: 'item', label: mark, children: [...labels, ...children] }
}

export function list(...children: List['children']): List {
  return { type: 'list', rend: 'bulleted', children }
}

export function row(indent: number, ...children: readonly Inline[]): Row {
  return { type: 'row', indent, children }
}

export function group(type: GroupNode['type'], ...children: readonly BlockNode[]): GroupNode {
  return { type, children }
}

export function note(id: string, siglum: string, ...children: readonly BlockNode[]): NoteNode {
  return { type: 'note', id, siglum, place: 'foot', calls: [], children }
}

export function division(
  id: string,
  kind: Division['kind'],
  ...children: readonly BlockNode[]
): Division {
  return { type: 'division', id, kind, children }
}

export function editionOf(children: readonly BlockNode[], more: Partial<Edition> = {}): Edition {
  return {
    type: 'edition',
    children,
    book: {
      slug: 'book',
      title: 'A Book',
      authors: [],
      editors: [],
      language: 'en',
      source: {},
      words: [],
      rulesOff: [],
    },
    witness: {
      name: 'raw/book/book.txt',
      digest: 'abc123',
      byteLength: 0,
      encoding: 'utf-8',
      text: '',
      lines: new Lines(''),
    },
    corrections: [],
    markings: [],
    notices: [],
    pageReviews: [],
    orphans: [],
    rules: [],
    version: '1.2.3',
    ...more,
  }
}

/** A correction of `sic` to `corr` at an offset of the witness. */
export function correction(
  id: string,
  sic: string,
  corr: string,
  more: Partial<Correction> = {},
): Correction {
  const from = more.from ?? 0
  const span = { from, to: from + sic.length }
  return {
    id,
    ...span,
    line: 351,
    page: '12',
    parts: [{ ...span, corr }],
    sic,
    corr,
    candidates: [corr],
    context: ['', ''],
    error: 'homoglyph',
    rules: ['word/mixed-script'],
    cert: 'high',
    evidence: ['A Latin c stands among Cyrillic letters.'],
    state: 'applied',
    by: undefined,
    notes: [],
    beatenBy: undefined,
    ...more,
  }
}
