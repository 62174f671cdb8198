import { ratio, type Share } from '../../src/evaluate/share.ts'
import { wilson } from '../../src/model/wilson.ts'
import { BARS, type Bar, isPassed } from './bars.ts'
import type { Outcome } from './case.ts'
import { CORPORA, type Corpus } from './corpora.ts'
import { type Figures, sumFigures } from './figures.ts'
import { gatherCauses } from './say-causes.ts'

export const ACCURACY = 'docs/accuracy.md'

export const NAMES: Readonly<Record<string, string>> = {
  ru: 'Russian',
  de: 'German',
  fr: 'French',
  en: 'English',
  it: 'Italian',
  es: 'Spanish',
  pl: 'Polish',
}

/** How many of the most frequent misses are named. */
const WORST = 10

/** The document with what is measured put in the place of what was. Throws where it has no marks. */
export function withAccuracy(
  document: string,
  outcomes: readonly Outcome[],
  versionOf: (name: string) => string,
): string {
  return withPart(document, 'measured', accuracy(outcomes, versionOf))
}

/** The document with the part between two marks replaced: that is measured, the rest written by hand. */
export function withPart(document: string, name: string, part: string): string {
  const marks = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = marks.map((mark) => document.indexOf(mark))
  if (from === undefined || to === undefined || from < 0 || to < from) {
    throw new Error(`Expected ${marks.join(' and ')} in the document`)
  }
  return `${document.slice(0, from)}${marks[0]}\n\n${part}\n${document.slice(to)}`
}

function accuracy(outcomes: readonly Outcome[], versionOf: (name: string) => string): string {
  const set = outcomes.filter(({ of }) => of.via === 'text')
  const again = outcomes.filter(({ of }) => of.via !== 'text')
  const vias = [...new Set(again.map(({ of }) => of.via))]
  return [
    '## Texts that we did not write',
    said(set, versionOf),
    barTable(groupsBy(set, ({ of }) => NAMES[languageOf(of.slug)] ?? '')),
    '### What was looked at, and what was held back',
    'While the rules were mended, the misses of half of the texts were looked at, those of the others were not.',
    barTable(groupsBy(set, ({ of }) => (corpusOf(of.slug)?.held ? 'held back' : 'looked at'))),
    '### By layout',
    layoutTable(groupsBy(set, ({ of }) => of.layout)),
    ...(vias.length > 0 ? ['### Through PDF and pictures', printed(again)] : []),
    ...vias.map((via) =>
      channelTable(
        via,
        again.filter(({ of }) => of.via === via),
      ),
    ),
    '### What goes wrong most often',
    worst(set),
    ...crashes(outcomes),
    '',
  ].join('\n\n')
}

function said(set: readonly Outcome[], versionOf: (name: string) => string): string {
  const texts = textsOf(set)
  const packages = [...new Set(texts.map(({ package: name }) => name))].sort()
  const layouts = new Set(set.map(({ of }) => of.layout))
  const pages = set.reduce((sum, one) => sum + (one.pages ?? 0), 0)
  const words = set.reduce((sum, one) => sum + (one.figures?.wordsSame.of ?? 0), 0)
  const named = packages.map((name) => `${name} ${versionOf(name)}`.trim()).join(', ')
  return [
    `${texts.length} texts of documentation in ${layouts.size} layouts each: ${count(pages)} pages with`,
    `${count(words)} words, set by the typesetter of the tests (\`npm run measure\`). They come from the`,
    `packages of Debian ${named}. Nothing of them is in this repository. Since they have few notes,`,
    'every so manieth short paragraph is set as a footnote. In brackets: the 95 % interval after Wilson.',
    'It takes one figure for as good as another and says nothing of how far a text is like a book of yours.',
  ].join('\n')
}

function printed(again: readonly Outcome[]): string {
  const pages = again.reduce((sum, one) => sum + (one.pages ?? 0), 0)
  return [
    `The first pages of the same texts, ${count(pages)} in all, printed by Chromium in proportional type, and`,
    'read back by `pdftotext` (poppler) and by Tesseract from pictures of 300 and 150 dots an inch. The words that',
    'Tesseract misread are not counted as ours.',
  ].join('\n')
}

type Group = readonly [name: string, figures: Figures]

function groupsBy(outcomes: readonly Outcome[], key: (one: Outcome) => string): readonly Group[] {
  return [...new Set(outcomes.map(key))].map((name): Group => {
    const own = outcomes.filter((one) => key(one) === name)
    return [name, sumFigures(own.flatMap(({ figures }) => figures ?? []))]
  })
}

/** The figures as rows and the groups as columns, each against its bar. */
function barTable(groups: readonly Group[]): string {
  const rows = BARS.map((bar) => [
    bar.name,
    boundOf(bar),
    ...groups.map(([, figures]) => judged(bar, figures)),
  ])
  return table(['measure', 'bar', ...groups.map(([name]) => name)], rows)
}

/** The groups as rows, without intervals. */
function layoutTable(groups: readonly Group[]): string {
  const rows = groups.map(([name, figures]) => [
    name,
    ...BARS.map((bar) => {
      const share = bar.share(figures)
      return share.of === 0 ? '–' : `${percent(share)}${isPassed(bar, figures) ? '' : ' ✗'}`
    }),
  ])
  return table(['layout', ...BARS.map(({ name }) => name)], rows)
}

function channelTable(via: string, outcomes: readonly Outcome[]): string {
  const groups = groupsBy(outcomes, ({ of }) => NAMES[languageOf(of.slug)] ?? '')
  const bars = via.startsWith('ocr')
    ? BARS.filter(({ short }) => short !== 'words').map((bar) => ({
        ...bar,
        bound: bar.scanned ?? bar.bound,
      }))
    : BARS
  const rows = bars.map((bar) => [
    bar.name,
    boundOf(bar),
    ...groups.map(([, figures]) => judged(bar, figures)),
  ])
  return table([`\`${via}\``, 'bar', ...groups.map(([name]) => name)], rows)
}

function judged(bar: Bar, figures: Figures): string {
  const share = bar.share(figures)
  const interval = wilson(share)
  if (!interval) return '–'
  const { from, to } = interval
  const range = `${(100 * from).toFixed(2)}–${(100 * to).toFixed(2)}`
  return `${isPassed(bar, figures) ? 'pass' : '**fail**'} ${percent(share)} (${range})`
}

/** The most frequent misses, each with a place in a text that is not held back. */
function worst(set: readonly Outcome[]): string {
  const sorted = gatherCauses(set, () => '').slice(0, WORST)
  const rows = sorted.map(({ cause, count: times, place }) => [
    cause.replace(' -> ', ' → '),
    count(times),
    place
      ? `${place.slug}, ${place.layout}, line ${place.line}`
      : 'only in texts that are held back',
  ])
  return table(['what is taken for what', 'times', 'for example'], rows)
}

function crashes(outcomes: readonly Outcome[]): readonly string[] {
  const crashed = outcomes.filter(({ crash }) => crash !== undefined)
  if (crashed.length === 0) return []
  const names = crashed.map(({ of }) => `${of.slug} in ${of.layout} (${of.via})`)
  return [`Could not be measured: ${names.join(', ')}.`]
}

function boundOf({ bound }: Bar): string {
  return 'least' in bound ? `≥ ${digits(bound.least)} %` : `≤ ${digits(bound.most)} %`
}

/** As few digits as the number needs. */
function digits(value: number): string {
  return String(Number((100 * value).toFixed(2)))
}

function percent(share: Share): string {
  return `${(100 * ratio(share)).toFixed(2)} %`
}

function count(value: number): string {
  return value.toLocaleString('en')
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function textsOf(set: readonly Outcome[]): readonly Corpus[] {
  const slugs = new Set(set.map(({ of }) => of.slug))
  return CORPORA.filter(({ slug }) => slugs.has(slug))
}

function corpusOf(slug: string): Corpus | undefined {
  return CORPORA.find((corpus) => corpus.slug === slug)
}

function languageOf(slug: string): string {
  return corpusOf(slug)?.language ?? ''
}
