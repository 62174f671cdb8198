import type { Layout } from './layout.ts'

/**
 * Like the text that is taken out of a modern PDF: a blank at the end of each line, one at the
 * beginning of each page, here and there a page number between blank lines, blank lines between
 * paragraphs that cannot be trusted, and a line of blanks over the notes.
 */
export const MODERN_EXTRACTION: Layout = {
  name: 'modern-extraction',
  seed: 1564,
  measure: 65,
  pageLines: 42,
  firstPage: 3,
  slack: 1,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 0, parted: true },
  heading: { align: 'left', after: 1 },
  aside: { align: 'left', closing: 'left' },
  indents: { verse: 0, quote: 0, item: 0 },
  epigraph: { measure: 44, indent: 0 },
  notes: { measure: 76, indent: 0, most: 7, afterLabel: ' ', separator: [' '.repeat(49)] },
  page: {
    begins: 'one-blank',
    head: undefined,
    folio: { place: 'top', on: { every: 5, offset: 2 } },
  },
  lies: {
    blankInside: 0.18,
    blankLost: 0.12,
    strayBlank: 0.03,
    trailingBlank: true,
    blankLine: ' ',
  },
}

/**
 * Like `pdftotext -layout`: form feeds, running heads with the page number, paragraphs told by their
 * indent, centred headings, and notes under a short rule.
 */
export const LAYOUT_TEXT: Layout = {
  name: 'layout-text',
  seed: 1476,
  measure: 72,
  pageLines: 38,
  firstPage: 5,
  slack: 1,
  openers: ['part', 'article', 'document'],
  paragraph: { indent: 4, parted: false },
  heading: { align: 'centre', after: 1 },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 14, quote: 4, item: 2 },
  epigraph: { measure: 40, indent: 32 },
  notes: { measure: 77, indent: 2, most: 8, afterLabel: ' ', separator: ['', '__________'] },
  page: {
    begins: 'form-feed',
    head: { verso: 'THE PRINTER’S CRAFT', width: 72 },
    folio: { place: 'foot', on: 'headless' },
  },
  lies: {
    blankInside: 0.05,
    blankLost: 0.1,
    strayBlank: 0,
    trailingBlank: false,
    blankLine: '',
  },
}

/**
 * Like a journal of 1823, scanned: narrow lines divided after the old manner, starred notes at the foot
 * without a rule, heads in capitals with the number, signatures and catchwords, and nothing that says
 * where a page begins.
 */
export const JOURNAL: Layout = {
  name: 'journal',
  seed: 1823,
  measure: 50,
  pageLines: 36,
  firstPage: 1,
  slack: 0,
  openers: ['part', 'article'],
  hyphens: { old: true },
  paragraph: { indent: 2, parted: false },
  heading: { align: 'centre', measure: 40, before: 1, after: 1 },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 6, quote: 2, item: 2 },
  epigraph: { measure: 30, indent: 16 },
  notes: {
    measure: 56,
    indent: 2,
    most: 8,
    afterLabel: ' ',
    separator: [''],
    labels: 'star',
    restart: 'page',
  },
  page: {
    begins: 'nothing',
    head: { width: 50, style: 'capitals' },
    folio: { place: 'foot', on: 'headless' },
    signatures: 'letters',
    catchwords: true,
  },
  lies: { blankInside: 0, blankLost: 0, strayBlank: 0, trailingBlank: false, blankLine: '' },
}

/**
 * Like a French novel in `pdftotext -layout`: dialogue, paragraphs told by their indent, the number at
 * the foot between dashes, and notes with signs.
 */
export const NOVEL: Layout = {
  name: 'novel',
  seed: 1857,
  measure: 58,
  pageLines: 32,
  firstPage: 7,
  slack: 2,
  openers: ['part', 'article'],
  paragraph: { indent: 3, parted: false },
  heading: { align: 'centre', before: 2, after: 2 },
  aside: { align: 'centre', closing: 'right' },
  indents: { verse: 10, quote: 6, item: 2 },
  epigraph: { measure: 34, indent: 24 },
  notes: {
    measure: 62,
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
  lies: { blankInside: 0, blankLost: 0, strayBlank: 0, trailingBlank: false, blankLine: '' },
}
