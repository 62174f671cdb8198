import { describe, expect, test } from 'vitest'
import { goldOf, readGold } from '../../src/evaluate/read-gold.ts'
import { wordsOf } from '../../src/evaluate/reading-words.ts'
import { blockStarts } from '../measure/channels/block-starts.ts'
import { MEASURE_LAYOUTS, TWO_COLUMNS } from '../measure/layouts.ts'
import { obey } from './obey.ts'
import { randomTruth, TRUTH_LANGUAGES } from './random-truth.ts'
import { writeGold } from './typesetter/gold.ts'
import type { Layout } from './typesetter/layout.ts'
import { LAYOUT_TEXT, MODERN_EXTRACTION } from './typesetter/layouts.ts'
import type { Truth } from './typesetter/truth.ts'
import { typeset } from './typesetter/typeset.ts'

const LAYOUTS = [...MEASURE_LAYOUTS, LAYOUT_TEXT, MODERN_EXTRACTION]

describe.each(LAYOUTS)('any book in the layout $name', (layout) => {
  const books = TRUTH_LANGUAGES.map((language, i) => setBook(randomTruth(language, i + 1), layout))

  test.each(books)('has its words in order when the gold is obeyed: $language', (book) => {
    expect(book.obeyed.length).toBeGreaterThan(800)
    expect(book.obeyed).toEqual(wordsOf(book.set.printed))
    expect(book.set.right).toBe(book.set.printed)
  })

  test.each(books)('says where its blocks begin: $language', ({ set, raw, truth, gold }) => {
    const starts = [...blockStarts(raw, set.gold)].filter((line) => !isInTable(line))
    function isInTable(line: number): boolean {
      return goldOf(gold, 'table').some((one) => one.line < line && line <= one.to)
    }
    const notes = [...truth.notes.values()].flatMap(({ paragraphs }) => paragraphs).length
    const begun = goldOf(gold, 'note').map(({ line }) => line)
    const shared = begun.length - new Set(begun).size
    const added = addedBlocks(truth, layout)
    expect(starts.length).toBe(truth.blocks.length + notes - shared + added)
  })

  test.each(books)('has every note and its call: $language', ({ set, raw, gold, truth }) => {
    const notes = goldOf(gold, 'note')
    expect(notes.length).toBe(truth.notes.size)
    expect(notes.length).toBeGreaterThan(10)
    for (const { anchor_line, anchor_after, call_line, label } of notes) {
      const line = raw[(anchor_line ?? 0) - 1] ?? ''
      const called = call_line === undefined ? anchor_after + label : anchor_after
      expect(line).toContain(called)
      if (call_line !== undefined) expect(raw[call_line - 1]).toContain(label)
    }
    expect(set.raw).not.toMatch(/[\ue000-\uf8ff]/u)
  })

  test.each(books)('counts its pages: $language', ({ gold }) => {
    const pages = goldOf(gold, 'page')
    const numbers = pages.map(({ number }) => number)
    expect(pages.length).toBeGreaterThan(3)
    expect(new Set(numbers).size).toBe(pages.length)
    for (const { printed, number } of pages) expect(printed ?? number).toBe(number)
  })

  test('is the same bytes again', () => {
    const truth = randomTruth('de', 1)
    expect(typeset(truth, layout).raw).toBe(books[0]?.set.raw)
  })
})

test('Two columns stand side by side, and the gold says where.', () => {
  const { raw, gold } = setBook(randomTruth('en', 3), TWO_COLUMNS)
  const columns = goldOf(gold, 'columns')
  const wide = columns.flatMap(({ line, to = line }) => raw.slice(line - 1, to))
  expect(wide.length).toBeGreaterThan(60)
  expect(wide.filter((line) => /\S {4,}\S/u.test(line)).length).toBeGreaterThan(wide.length / 2)
})

test('A long text is set in time that grows with its length.', () => {
  const truth = randomTruth('de', 7)
  const blocks = Array.from({ length: 60 }, () =>
    truth.blocks.map((block): typeof block =>
      'copy' in block
        ? { ...block, copy: { text: plain(block.copy.text), annotations: [] } }
        : block,
    ),
  ).flat()
  const long = { ...truth, blocks, notes: new Map() }
  const start = performance.now()
  const { raw } = typeset(long, LAYOUT_TEXT)
  expect(raw.length).toBeGreaterThan(500_000)
  expect(performance.now() - start).toBeLessThan(6000)
})

function plain(text: string): string {
  return text.replaceAll(/[\ue000-\uf8ff]/gu, '')
}

function setBook(truth: Truth, layout: Layout) {
  const set = typeset(truth, layout)
  const raw = set.raw.split('\n')
  const gold = readGold(writeGold(set.gold))
  const obeyed = layout.columns ? [] : wordsOf(obey(raw, gold))
  return { language: truth.language, truth, set, raw, gold, obeyed }
}

/** The blocks that the layout adds: contents, and headings over the notes. */
function addedBlocks({ blocks }: Truth, { contents, notes: { place = 'foot' } }: Layout): number {
  const headings = blocks.flatMap((block) => (block.role === 'heading' ? [block.level] : []))
  const chapters = headings.filter((level) => level === 2).length
  const over = place === 'foot' ? 0 : place === 'end of book' ? 1 + chapters : chapters
  if (!contents) return over
  const listed = headings.filter((level) => level <= contents.depth).length
  return over + listed + 1 + (contents.depth >= 3 ? over : 0)
}
