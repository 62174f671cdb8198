import { f1 } from '../../src/evaluate/f1.ts'
import { ratio, type Share } from '../../src/evaluate/share.ts'
import type { Figures } from './figures.ts'

/** A figure that is held against a bar, and how it is shown. */
export interface Bar {
  readonly name: string
  readonly short: string
  readonly least?: number
  readonly most?: number
  /** The share that is counted; of an F1, that of recall. */
  readonly share: (figures: Figures) => Share
  /** From 0 to 1. */
  readonly value: (figures: Figures) => number
}

/** What is asked of every language, over all texts and layouts. */
export const BARS: readonly Bar[] = [
  shareBar('soft hyphens removed', 'soft', { least: 0.995 }, (own) => own.soft),
  shareBar('hard hyphens kept', 'hard', { least: 0.97 }, (own) => own.hard),
  shareBar('hyphens asked', 'asked', { most: 0.02 }, (own) => own.asked),
  shareBar('forme work removed', 'forme', { least: 0.998 }, (own) => own.forme),
  shareBar('text lines lost to it', 'lost', { most: 0 }, (own) => own.textLost),
  shareBar('page numbers right', 'pages', { least: 0.995 }, (own) => own.pageNumbers),
  {
    name: 'paragraph boundaries, F1',
    short: 'par F1',
    least: 0.99,
    share: (own) => own.blockRecall,
    value: (own) => f1(own.blockPrecision, own.blockRecall),
  },
  {
    name: 'headings, F1',
    short: 'head F1',
    least: 0.95,
    share: (own) => own.headingRecall,
    value: (own) => f1(own.headingPrecision, own.headingRecall),
  },
  shareBar('notes whole and linked', 'notes', { least: 0.98 }, (own) => own.notesLinked),
  shareBar('false links', 'false', { most: 0.005 }, (own) => own.falseLinks),
  shareBar(
    'words in order, none lost or doubled',
    'words',
    { least: 0.9995 },
    (own) => own.wordsKept,
  ),
]

/** Whether the figure is as good as was asked; true where there is nothing to count. */
export function isPassed(bar: Bar, figures: Figures): boolean {
  if (bar.share(figures).of === 0) return true
  const value = bar.value(figures)
  return value >= (bar.least ?? 0) && value <= (bar.most ?? 1)
}

function shareBar(
  name: string,
  short: string,
  bound: { readonly least?: number; readonly most?: number },
  share: (figures: Figures) => Share,
): Bar {
  return {
    name,
    short,
    ...bound,
    share,
    value: (figures) => {
      const own = share(figures)
      return bound.most !== undefined && own.of === 0 ? 0 : ratio(own)
    },
  }
}
