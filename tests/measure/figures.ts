import type { Score } from '../../src/evaluate/score.ts'
import type { Share } from '../../src/evaluate/share.ts'

/** What is counted of an edition. It adds up over many of them. */
export interface Figures {
  readonly soft: Share
  readonly hard: Share
  readonly asked: Share
  readonly forme: Share
  readonly textLost: Share
  readonly pageNumbers: Share
  readonly blockPrecision: Share
  readonly blockRecall: Share
  readonly headingPrecision: Share
  readonly headingRecall: Share
  readonly notesWhole: Share
  readonly notesLinked: Share
  readonly falseLinks: Share
  readonly wordsSame: Share
  /** Of all words, those neither lost nor doubled: they may read otherwise. */
  readonly wordsKept: Share
  readonly wordsLost: number
  readonly wordsAdded: number
  readonly wordsChanged: number
}

const NONE: Share = { hits: 0, of: 0 }

/** The figures of a score. */
export function figuresOf(score: Score): Figures {
  const { hyphens, forme, blocks, headings, notes, pageNumbers, words } = score
  const read = words?.right.figure ?? { words: 0, same: 0, changed: 0, lost: 0, added: 0 }
  return {
    ...hyphens.figure,
    forme: forme.figure.removed,
    textLost: forme.figure.lost,
    pageNumbers: pageNumbers.figure,
    blockPrecision: blocks?.figure.precision ?? NONE,
    blockRecall: blocks?.figure.recall ?? NONE,
    headingPrecision: headings?.figure.precision ?? NONE,
    headingRecall: headings?.figure.found ?? NONE,
    notesWhole: notes?.figure.bodies ?? NONE,
    notesLinked: notes?.figure.linked ?? NONE,
    falseLinks: notes?.figure.falseLinks ?? NONE,
    wordsSame: { hits: read.same, of: read.words },
    wordsKept: { hits: read.words - read.lost - read.added, of: read.words },
    wordsLost: read.lost,
    wordsAdded: read.added,
    wordsChanged: read.changed,
  }
}

/** The figures of many editions as of one. */
export function sumFigures(all: readonly Figures[]): Figures {
  const sum = (share: (one: Figures) => Share): Share => ({
    hits: all.reduce((total, one) => total + share(one).hits, 0),
    of: all.reduce((total, one) => total + share(one).of, 0),
  })
  const count = (number: (one: Figures) => number): number =>
    all.reduce((total, one) => total + number(one), 0)
  return {
    soft: sum((one) => one.soft),
    hard: sum((one) => one.hard),
    asked: sum((one) => one.asked),
    forme: sum((one) => one.forme),
    textLost: sum((one) => one.textLost),
    pageNumbers: sum((one) => one.pageNumbers),
    blockPrecision: sum((one) => one.blockPrecision),
    blockRecall: sum((one) => one.blockRecall),
    headingPrecision: sum((one) => one.headingPrecision),
    headingRecall: sum((one) => one.headingRecall),
    notesWhole: sum((one) => one.notesWhole),
    notesLinked: sum((one) => one.notesLinked),
    falseLinks: sum((one) => one.falseLinks),
    wordsSame: sum((one) => one.wordsSame),
    wordsKept: sum((one) => one.wordsKept),
    wordsLost: count((one) => one.wordsLost),
    wordsAdded: count((one) => one.wordsAdded),
    wordsChanged: count((one) => one.wordsChanged),
  }
}
