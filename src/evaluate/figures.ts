import { wilson } from '../model/wilson.ts'
import type { Score } from './score.ts'
import { CERTAINTIES, type ErrorFigure } from './score-errors.ts'
import type { WordFigure } from './score-words.ts'
import { percent, type Share, showShare } from './share.ts'

/** A figure by itself: what is printed, saved and compared. */
export interface Figure {
  readonly name: string
  /** The kind of its misses, as `missKinds` names them. */
  readonly kind: string
  /** From 0 to 1; null where there is nothing to count. */
  readonly value: number | null
  /** What the value is a share of; a mean has none. */
  readonly share?: Share
  /** Which value is the better one. */
  readonly good: 'great' | 'small'
  /** Whether a fall of it is a loss: not where another figure says the same, or nothing is certain. */
  readonly matters: boolean
}

/** All figures of a score that there is anything to say of, in the order of the book's layers. */
export function figuresOf(score: Score): readonly Figure[] {
  return [
    great('lines', 'raw lines whole', score.lines.figure),
    ...hyphenFigures(score),
    ...formeFigures(score),
    ...pageFigures(score),
    ...blockFigures(score),
    ...noteFigures(score),
    ...listFigures(score),
    ...errorFigures(score),
    ...wordFigures('words as read', score.words?.right.figure, score.words?.printed === undefined),
    ...wordFigures('words as printed', score.words?.printed?.figure, true),
  ].filter(({ value }) => value !== null)
}

function great(kind: string, name: string, share: Share, matters = true): Figure {
  const value = share.of === 0 ? null : share.hits / share.of
  return { name, kind, value, share, good: 'great', matters }
}

function small(kind: string, name: string, share: Share, matters = true): Figure {
  return { ...great(kind, name, share, matters), good: 'small' }
}

/** A mean follows from its parts, which matter themselves. */
function mean(kind: string, name: string, value: number): Figure {
  return { name, kind, value, good: 'great', matters: false }
}

/** What is too much, of itself and what there is. */
function tooMany(superfluous: number, { of }: Share): Share {
  return { hits: superfluous, of: superfluous + of }
}

function hyphenFigures({ hyphens, divided }: Score): readonly Figure[] {
  const { soft, hard, asked } = hyphens.figure
  return [
    great('hyphens', 'soft hyphens removed', soft),
    great('hyphens', 'hard hyphens kept', hard),
    small('hyphens', 'hyphens asked about', asked, false),
    ...(divided ? [great('divided words', 'divided words whole', divided.figure)] : []),
  ]
}

function formeFigures({ forme }: Score): readonly Figure[] {
  const { removed, kinds, lost } = forme.figure
  return [
    great('forme', 'forme work removed', removed),
    ...Object.entries(kinds).map(([kind, share]) =>
      great('forme', `forme work removed: ${kind}`, share, false),
    ),
    small('forme', 'lines of text lost', lost),
  ]
}

function pageFigures({ pages, pageNumbers }: Score): readonly Figure[] {
  const numbers = great('page numbers', 'page numbers right', pageNumbers.figure)
  if (!pages) return [numbers]
  const { found, superfluous } = pages.figure
  return [
    great('pages', 'pages found', found),
    small('pages', 'pages too many', tooMany(superfluous, found)),
    numbers,
  ]
}

function blockFigures({ blocks, headings }: Score): readonly Figure[] {
  return [
    ...(blocks
      ? [
          great('blocks', 'block beginnings, precision', blocks.figure.precision),
          great('blocks', 'block beginnings, recall', blocks.figure.recall),
          mean('blocks', 'block beginnings, F1', blocks.figure.f1),
          great('blocks', 'blocks of the right kind', blocks.figure.kinds),
        ]
      : []),
    ...(headings
      ? [
          great('headings', 'headings, precision', headings.figure.precision),
          great('headings', 'headings, recall', headings.figure.found),
          mean('headings', 'headings, F1', headings.figure.f1),
          great('headings', 'headings of the right level', headings.figure.levels),
        ]
      : []),
  ]
}

function noteFigures({ notes }: Score): readonly Figure[] {
  if (!notes) return []
  const { bodies, linked, falseLinks, superfluous } = notes.figure
  return [
    great('notes', 'notes whole', bodies),
    great('notes', 'notes whole and linked', linked),
    small('notes', 'links that are false', falseLinks),
    small('notes', 'notes too many', tooMany(superfluous, bodies)),
  ]
}

function listFigures({ structure, emphasis, tables, contents }: Score): readonly Figure[] {
  return [
    ...Object.entries(structure.figure).map(([kind, share]) =>
      great('structure', `${kind}, whole`, share),
    ),
    ...(emphasis ? [great('emphasis', 'emphasis', emphasis.figure)] : []),
    ...(tables
      ? [
          great('tables', 'tables whole', tables.figure.found),
          great('tables', 'rows of tables', tables.figure.rows),
          small(
            'tables',
            'tables too many',
            tooMany(tables.figure.superfluous, tables.figure.found),
          ),
        ]
      : []),
    ...(contents
      ? [
          great('contents', 'entries of contents', contents.figure.entries),
          great('contents', 'entries of contents linked', contents.figure.linked),
        ]
      : []),
  ]
}

function errorFigures({ errors }: Score): readonly Figure[] {
  if (!errors) return []
  const { mended, applied, unknown, pointed } = errors.figure
  return [
    ...CERTAINTIES.flatMap((cert) => {
      const all = mended[cert]?.all
      return all ? [great('errors', `errors mended, ${cert}`, all, cert !== 'low')] : []
    }),
    ...classFigures(mended),
    small('false corrections', 'corrections of no known error', { hits: unknown, of: applied }),
    ...(pointed ? [great('errors not pointed at', 'errors pointed at', pointed)] : []),
  ]
}

/** Errors beyond doubt or nearly so, by their classes. */
function classFigures(mended: ErrorFigure['mended']): readonly Figure[] {
  const classes = new Map<string, { hits: number; of: number }>()
  for (const cert of ['high', 'medium'] as const) {
    for (const [name, { hits, of }] of Object.entries(mended[cert]?.classes ?? {})) {
      const sum = classes.get(name) ?? { hits: 0, of: 0 }
      classes.set(name, { hits: sum.hits + hits, of: sum.of + of })
    }
  }
  return [...classes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, share]) => great('errors', `errors mended: ${name}`, share, false))
}

/** Where the words as printed are known, those as read only repeat what the errors say. */
function wordFigures(
  kind: string,
  figure: WordFigure | undefined,
  matters: boolean,
): readonly Figure[] {
  if (!figure) return []
  const { words, same, changed, lost, added, moved } = figure
  return [
    great(kind, kind, { hits: same, of: words }, matters),
    small(kind, `${kind}: changed`, { hits: changed, of: words }, matters),
    small(kind, `${kind}: lost`, { hits: lost, of: words }, matters),
    small(kind, `${kind}: added`, { hits: added, of: words }, matters),
    small(kind, `${kind}: lost and added elsewhere`, { hits: moved, of: words }, false),
  ]
}

/** `3/4 = 75.00%`, and for a mean `75.00%`. */
export function showFigure({ share, value }: Figure): string {
  if (share) return showShare(share)
  return value === null ? '–' : percent(value)
}

/** Where the share truly lies: `30.06–95.44%`; empty where nothing tells. */
export function showInterval({ share }: Figure): string {
  const interval = share && wilson(share)
  return interval ? `${percent(interval.from).slice(0, -1)}–${percent(interval.to)}` : ''
}
