import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readGold } from '../src/evaluate/read-gold.ts'
import { missesOf, report } from '../src/evaluate/report.ts'
import { type Score, score } from '../src/evaluate/score.ts'
import { ratio } from '../src/evaluate/share.ts'
import { buildBook } from './support/build-book.ts'
import { ROOT, SAMPLES, type Sample, sampleFiles, setSample } from './support/samples.ts'
import { writeGold } from './support/typesetter/gold.ts'

/** `EMEND_UPDATE=1 npx vitest run tests/samples.test.ts` writes the samples anew. */
if (process.env.EMEND_UPDATE === '1') {
  for (const sample of SAMPLES) {
    const { raw, gold } = setSample(sample)
    const files = sampleFiles(sample)
    writeFileSync(ROOT + files.raw, raw)
    writeFileSync(ROOT + files.gold, writeGold(gold))
  }
}

describe.each(SAMPLES)('the sample $slug', (sample) => {
  const files = sampleFiles(sample)
  const fresh = setSample(sample)

  test('has a raw text that equals a fresh typesetting byte for byte', () => {
    expect(readFileSync(ROOT + files.raw, 'utf8')).toBe(fresh.raw)
  })

  test('has a gold annotation that equals that of a fresh typesetting byte for byte', () => {
    expect(readFileSync(ROOT + files.gold, 'utf8')).toBe(writeGold(fresh.gold))
  })
})

/** Least shares, and most of what should not be. */
interface Bars {
  readonly hard: number
  readonly headings: number
  readonly emphasis: number
  /** Words that read otherwise than they were printed, their hyphens and letter-spacing aside. */
  readonly changed: number
  /** Of blocks: how many begin where they begin; 0.99 where it is left out. */
  readonly blocks?: number
  /** Kinds of structure that are not all found yet, and how many are. */
  readonly structure?: Readonly<Record<string, number>>
}

const BARS: Readonly<Record<string, Bars>> = {
  'pechatnoe-delo': { hard: 1, headings: 1, emphasis: 1, changed: 0 },
  'the-printers-craft': { hard: 0.87, headings: 1, emphasis: 1, changed: 1 },
  'beytraege-zum-buecherwesen': {
    hard: 1,
    headings: 1,
    emphasis: 0.8,
    changed: 1,
    blocks: 0.98,
    structure: { dateline: 0, item: 2, quote: 0, verse: 0 },
  },
  'la-coquille': {
    hard: 1,
    headings: 1,
    emphasis: 1,
    changed: 0,
    blocks: 0.95,
    structure: { item: 2 },
  },
}

describe.each(SAMPLES)('the edition of $slug, against its truth', async (sample) => {
  const figures = await scoreSample(sample)
  const bars = BARS[sample.slug] ?? { hard: 1, headings: 1, emphasis: 1, changed: 0 }
  const misses = missesOf(figures)
  const said = (kind: string): string => [kind, ...(misses.get(kind) ?? [])].join('\n')
  console.log(`${sample.slug}\n${report(figures)}\n`)

  test('has every letter of every line', () => {
    expect(ratio(figures.lines.figure), said('lines')).toBe(1)
  })

  test('takes away the hyphens of the printer and keeps those of the author', () => {
    const { soft, hard } = figures.hyphens.figure
    expect(ratio(soft), said('hyphens')).toBeGreaterThanOrEqual(0.999)
    expect(ratio(hard), said('hyphens')).toBeGreaterThanOrEqual(bars.hard)
  })

  test('begins its paragraphs where they begin', () => {
    const { precision, recall } = defined(figures.blocks).figure
    expect(ratio(precision), said('blocks')).toBeGreaterThanOrEqual(bars.blocks ?? 0.99)
    expect(ratio(recall), said('blocks')).toBeGreaterThanOrEqual(bars.blocks ?? 0.99)
  })

  test('finds the headings', () => {
    const { found, superfluous } = defined(figures.headings).figure
    expect(ratio(found), said('headings')).toBeGreaterThanOrEqual(bars.headings)
    expect(superfluous, said('headings')).toBe(0)
  })

  test('has all notes whole and links them to their calls', () => {
    const { bodies, linked, superfluous } = defined(figures.notes).figure
    expect([ratio(bodies), ratio(linked), superfluous], said('notes')).toEqual([1, 1, 0])
  })

  test('has all pages, with the numbers that they have', () => {
    const { found, superfluous } = defined(figures.pages).figure
    expect([ratio(found), superfluous], said('pages')).toEqual([1, 0])
    expect(ratio(figures.pageNumbers.figure), said('page numbers')).toBe(1)
  })

  test('sees what is spaced, and what a letter, a list, a poem and a quotation are', () => {
    const emphasis = figures.emphasis ? ratio(figures.emphasis.figure) : 1
    expect(emphasis, said('emphasis')).toBeGreaterThanOrEqual(bars.emphasis)
    for (const [kind, { hits, of }] of Object.entries(figures.structure.figure)) {
      expect(hits, `${kind}: ${said('structure')}`).toBe(bars.structure?.[kind] ?? of)
    }
  })

  test('mends every letter of a wrong script, and harms nothing', () => {
    const { mended, unknown } = defined(figures.errors).figure
    const homoglyphs = mended.high?.classes.homoglyph
    if (sample.language === 'ru' || sample.language === 'en') {
      expect(ratio(defined(homoglyphs)), said('errors')).toBe(1)
    } else expect(homoglyphs).toBeUndefined()
    expect(unknown, said('false corrections')).toBe(0)
  })

  test('loses no word and doubles none', () => {
    const { words, lost, added, changed } = defined(figures.words?.printed).figure
    expect(words).toBeGreaterThan(1500)
    expect([lost, added], said('words as printed')).toEqual([0, 0])
    expect(changed, said('words as printed')).toBeLessThanOrEqual(bars.changed)
  })
})

/** The figures of a fresh edition of a sample. */
async function scoreSample(sample: Sample): Promise<Score> {
  const truth = setSample(sample)
  const files = await buildBook(sample.slug)
  const edition = files?.get(`${sample.slug}.xml`)
  if (edition === undefined) throw new Error(`Expected an edition of ${sample.slug}`)
  return score(edition, { raw: truth.raw, gold: readGold(writeGold(truth.gold)), truth })
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Expected a figure')
  return value
}
