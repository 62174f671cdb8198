import { ratio, type Share } from '../../src/evaluate/share.ts'
import type { Figures } from './figures.ts'

/** A figure that is held against a bar. Every one is a share, so that it has an interval. */
export interface Bar {
  readonly name: string
  readonly short: string
  readonly bound: { readonly least: number } | { readonly most: number }
  /** What is asked of words that Tesseract has read. */
  readonly scanned?: { readonly least: number }
  readonly share: (figures: Figures) => Share
}

/** What is asked of every language, over all texts and layouts. */
export const BARS: readonly Bar[] = [
  {
    name: 'soft hyphens removed',
    short: 'soft',
    bound: { least: 0.995 },
    scanned: { least: 0.99 },
    share: (own) => own.soft,
  },
  {
    name: 'hard hyphens kept',
    short: 'hard',
    bound: { least: 0.97 },
    scanned: { least: 0.92 },
    share: (own) => own.hard,
  },
  { name: 'hyphens asked about', short: 'asked', bound: { most: 0.02 }, share: (own) => own.asked },
  {
    name: 'forme work removed',
    short: 'forme',
    bound: { least: 0.998 },
    share: (own) => own.forme,
  },
  {
    name: 'lines of text lost to it',
    short: 'lost',
    bound: { most: 0 },
    share: (own) => own.textLost,
  },
  {
    name: 'page numbers right',
    short: 'pages',
    bound: { least: 0.995 },
    share: (own) => own.pageNumbers,
  },
  {
    name: 'beginnings of paragraphs, F1',
    short: 'par F1',
    bound: { least: 0.99 },
    share: (own) => dice(own.blockPrecision, own.blockRecall),
  },
  {
    name: 'headings, F1',
    short: 'head F1',
    bound: { least: 0.95 },
    share: (own) => dice(own.headingPrecision, own.headingRecall),
  },
  {
    name: 'notes whole, and linked',
    short: 'notes',
    bound: { least: 0.98 },
    share: (own) => own.notesLinked,
  },
  { name: 'false links', short: 'false', bound: { most: 0.005 }, share: (own) => own.falseLinks },
  {
    name: 'words in order, none lost or doubled',
    short: 'words',
    bound: { least: 0.9995 },
    share: (own) => own.wordsKept,
  },
]

/** Whether the figure is as good as was asked; true where there is nothing to count. */
export function isPassed(bar: Pick<Bar, 'bound' | 'share'>, figures: Figures): boolean {
  const share = bar.share(figures)
  if (share.of === 0) return true
  return 'least' in bar.bound ? ratio(share) >= bar.bound.least : ratio(share) <= bar.bound.most
}

/** An F1 as a share: twice what was found, of what was found and what should have been. */
function dice(precision: Share, recall: Share): Share {
  return { hits: precision.hits + recall.hits, of: precision.of + recall.of }
}
