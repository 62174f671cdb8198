import type { Layout } from '../support/typesetter/layout.ts'

const NO_LIES: Layout['lies'] = {
  blankInside: 0,
  blankLost: 0,
  strayBlank: 0,
  trailingBlank: false,
  blankLine: '',
}

/**
 * A book through `pdftotext -layout`: margins that differ left and right, heads that change with the
 * chapter, paragraphs told by their indent, footnotes that restart on every page under a rule.
 */
const LAYOUT_BOOK: Layout = {
  name: 'layout-book',
  seed: 1450,
  measure: 70,
  pageLines: 40,
  firstPage: 9,
  slack: 1,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 4, parted: false, firstFlush: true },
  heading: { align: 'centre', measure: 46, before: 2, after: 1 },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 12, quote: 4, item: 2, table: 4 },
  epigraph: { measure: 40, indent: 30 },
  notes: {
    measure: 72,
    indent: 2,
    most: 10,
    afterLabel: ' ',
    separator: ['', '____________________'],
    labels: 'arabic',
    restart: 'page',
    calls: { torn: 0.15, above: 0 },
  },
  page: {
    begins: 'form-feed',
    margins: { recto: 8, verso: 3 },
    head: { width: 70 },
    folio: { place: 'foot', on: 'headless' },
  },
  lies: NO_LIES,
}

/**
 * A journal of 1823, from a scan: narrow, starred footnotes without a rule, signatures and
 * catchwords, no form feeds, headlines in capitals with the number.
 */
const OLD_JOURNAL: Layout = {
  name: 'old-journal',
  seed: 1823,
  measure: 48,
  pageLines: 44,
  firstPage: 1,
  slack: 0,
  openers: ['part'],
  hyphens: { old: true },
  paragraph: { indent: 2, parted: false },
  heading: { align: 'centre', measure: 36, before: 1, after: 1, capitals: [1, 2] },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 6, quote: 2, item: 2 },
  epigraph: { measure: 30, indent: 16 },
  notes: {
    measure: 54,
    indent: 2,
    most: 8,
    afterLabel: ' ',
    separator: [''],
    labels: 'star',
    restart: 'page',
  },
  page: {
    begins: 'nothing',
    head: { width: 48, style: 'capitals' },
    folio: { place: 'foot', on: 'headless' },
    signatures: 'letters',
    catchwords: true,
  },
  lies: NO_LIES,
}

/**
 * A French novel: paragraphs told by their indent, no running heads, the number at the foot between
 * dashes, notes with signs, calls torn off now and then.
 */
const NOVEL: Layout = {
  name: 'novel',
  seed: 1857,
  measure: 58,
  pageLines: 34,
  firstPage: 7,
  slack: 2,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 3, parted: false },
  heading: { align: 'centre', before: 2, after: 2, capitals: [1, 2] },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 10, quote: 6, item: 2 },
  epigraph: { measure: 34, indent: 24 },
  notes: {
    measure: 64,
    indent: 0,
    most: 8,
    afterLabel: ' ',
    separator: ['', ''],
    labels: 'symbol',
    restart: 'page',
  },
  page: {
    begins: 'form-feed',
    head: undefined,
    folio: { place: 'foot', on: 'all', form: '– # –' },
  },
  lies: NO_LIES,
}

/**
 * A monograph: front matter in Roman numerals, a table of contents, numbered sections, chapters on
 * right pages, endnotes behind each chapter.
 */
const MONOGRAPH: Layout = {
  name: 'monograph',
  seed: 1911,
  measure: 76,
  pageLines: 42,
  firstPage: 1,
  slack: 1,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 3, parted: false, firstFlush: true },
  heading: { align: 'left', before: 2, after: 1, numbers: 'decimal' },
  contents: { leader: 'spaced dots', depth: 3 },
  aside: { align: 'left', closing: 'right' },
  indents: { verse: 8, quote: 4, item: 3, table: 3 },
  epigraph: { measure: 46, indent: 30 },
  notes: {
    measure: 78,
    indent: 0,
    hanging: 3,
    most: 8,
    afterLabel: '. ',
    separator: [''],
    labels: 'arabic',
    restart: 'article',
    place: 'end of article',
    calls: { torn: 0, above: 0.1 },
  },
  page: {
    begins: 'form-feed',
    front: { pages: 1 },
    opensRight: true,
    head: { width: 76 },
    folio: { place: 'foot', on: 'headless' },
  },
  lies: NO_LIES,
}

/**
 * Block paragraphs with blank lines between them, footnotes in brackets that run on through the
 * book, several short ones on a line, the number at the foot on the outside.
 */
const BLOCKS: Layout = {
  name: 'blocks',
  seed: 1968,
  measure: 66,
  pageLines: 46,
  firstPage: 3,
  slack: 4,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 0, parted: true },
  heading: { align: 'left', before: 2, after: 1 },
  aside: { align: 'left', closing: 'left' },
  indents: { verse: 4, quote: 4, item: 2, table: 2 },
  epigraph: { measure: 44, indent: 4 },
  notes: {
    measure: 70,
    indent: 0,
    most: 10,
    afterLabel: ' ',
    separator: ['', '--------------------'],
    labels: 'boxed',
    restart: 'book',
    together: true,
  },
  page: {
    begins: 'form-feed',
    head: { width: 66, number: 'none', style: 'plain' },
    folio: { place: 'foot', on: 'all', align: 'outside' },
  },
  lies: { ...NO_LIES, blankLost: 0.05 },
}

/**
 * The text layer of a modern PDF: a blank at the end of each line, blank lines that lie inside
 * paragraphs and are missing between them, close heads, form feeds.
 */
const TEXT_LAYER: Layout = {
  name: 'text-layer',
  seed: 1993,
  measure: 65,
  pageLines: 42,
  firstPage: 3,
  slack: 1,
  openers: ['part', 'article', 'document'],
  hyphens: { glyph: '\u00ad' },
  paragraph: { indent: 0, parted: true },
  heading: { align: 'left', after: 1 },
  aside: { align: 'left', closing: 'left' },
  indents: { verse: 0, quote: 0, item: 0 },
  epigraph: { measure: 44, indent: 0 },
  notes: {
    measure: 76,
    indent: 0,
    most: 7,
    afterLabel: ' ',
    separator: [' '.repeat(49)],
    labels: 'arabic',
    restart: 'article',
  },
  page: {
    begins: 'form-feed',
    head: { width: 65, close: true },
    folio: { place: 'foot', on: 'headless' },
  },
  lies: {
    blankInside: 0.15,
    blankLost: 0.1,
    strayBlank: 0.03,
    trailingBlank: true,
    blankLine: ' ',
  },
}

/**
 * Letters and essays with hanging paragraphs, drop capitals, spaced heads, notes with letters, and
 * endnotes at the end of the book.
 */
const ESSAYS: Layout = {
  name: 'essays',
  seed: 1890,
  measure: 62,
  pageLines: 38,
  firstPage: 1,
  slack: 6,
  openers: ['part', 'article', 'document'],
  hyphens: { glyph: '¬' },
  paragraph: { indent: 0, hanging: 3, parted: false },
  dropCapitals: 'above',
  heading: { align: 'centre', before: 2, after: 2 },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 10, quote: 5, item: 3 },
  epigraph: { measure: 36, indent: 26 },
  notes: {
    measure: 66,
    indent: 0,
    hanging: 4,
    most: 8,
    afterLabel: '  ',
    separator: [''],
    labels: 'letter',
    restart: 'article',
    place: 'end of book',
  },
  page: {
    begins: 'form-feed',
    head: { width: 62, style: 'spaced', number: 'inside' },
    folio: { place: 'foot', on: 'headless', form: '[#]' },
  },
  lies: NO_LIES,
}

/**
 * Plain text without form feeds: numbers at the foot between hyphens, blank lines where a page
 * begins, paragraphs with indent and blank line, notes labelled 1) under a rule, contents, chapters
 * with Roman numbers.
 */
const PLAIN_TEXT: Layout = {
  name: 'plain-text',
  seed: 1971,
  measure: 64,
  pageLines: 50,
  firstPage: 5,
  slack: 2,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 2, parted: true },
  heading: { align: 'left', before: 2, after: 1, numbers: 'roman' },
  contents: { leader: 'dots', depth: 2 },
  aside: { align: 'left', closing: 'right' },
  indents: { verse: 6, quote: 4, item: 2 },
  epigraph: { measure: 44, indent: 18 },
  notes: {
    measure: 68,
    indent: 0,
    most: 9,
    afterLabel: ' ',
    separator: ['_______________'],
    labels: 'paren',
    restart: 'page',
  },
  page: {
    begins: 'blank-lines',
    head: undefined,
    folio: { place: 'foot', on: 'all', form: '- # -', gap: 1 },
  },
  lies: NO_LIES,
}

/** A German book in Fraktur, from a scan: double hyphens, old division, starred notes under a rule. */
const FRAKTUR: Layout = {
  name: 'fraktur',
  seed: 1848,
  measure: 56,
  pageLines: 36,
  firstPage: 1,
  slack: 0,
  openers: ['part', 'article', 'document'],
  hyphens: { glyph: '⸗', old: true },
  paragraph: { indent: 3, parted: false },
  dropCapitals: 'beside',
  heading: { align: 'centre', measure: 40, before: 1, after: 1 },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 8, quote: 3, item: 2 },
  epigraph: { measure: 34, indent: 22 },
  notes: {
    measure: 62,
    indent: 2,
    most: 8,
    afterLabel: ' ',
    separator: ['', '  ————'],
    labels: 'paren',
    restart: 'page',
  },
  page: {
    begins: 'one-blank',
    head: undefined,
    folio: { place: 'top', on: 'all', form: '— # —' },
    signatures: 'numbers',
  },
  lies: NO_LIES,
}

/** Layouts that together hold what pages look like; those with form feeds can be printed as well. */
export const MEASURE_LAYOUTS: readonly Layout[] = [
  LAYOUT_BOOK,
  OLD_JOURNAL,
  NOVEL,
  MONOGRAPH,
  BLOCKS,
  TEXT_LAYER,
  ESSAYS,
  PLAIN_TEXT,
  FRAKTUR,
]

/** Two columns side by side: to be detected and reported, not to be read. */
export const TWO_COLUMNS: Layout = {
  ...LAYOUT_BOOK,
  name: 'two-columns',
  measure: 40,
  pageLines: 80,
  notes: { ...LAYOUT_BOOK.notes, measure: 84 },
  heading: { align: 'left', before: 1, after: 1 },
  page: { ...LAYOUT_BOOK.page, head: { width: 84 } },
  columns: { gutter: 4 },
}
