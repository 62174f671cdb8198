import { describe, expect, test } from 'vitest'
import { compareScores, isWorse } from '../../src/evaluate/compare-scores.ts'
import { confusionsOf } from '../../src/evaluate/confusions.ts'
import { figuresOf, showFigure, showInterval } from '../../src/evaluate/figures.ts'
import { readGold } from '../../src/evaluate/read-gold.ts'
import { readSavedScore, savedScore, writeSavedScore } from '../../src/evaluate/saved-score.ts'
import { score } from '../../src/evaluate/score.ts'
import { EDITION, GOLD, RAW, TRUTH } from './score-fixture.ts'

const gold = readGold(GOLD.map((one) => `${JSON.stringify(one)}\n`).join(''))
const known = { raw: RAW, gold, truth: TRUTH }
const scoreOf = (edition: string) => score(edition, known)
const savedOf = (edition: string) => savedScore('ink', scoreOf(edition))

const HARD_LOST = EDITION.replace(
  'ink-<lb n="7" break="no"/>',
  'ink<lb n="7" break="no" rend="-"/>',
)

describe('a saved score', () => {
  test('is the same after a way through its file', () => {
    for (const edition of [EDITION, HARD_LOST]) {
      const saved = savedOf(edition)
      expect(readSavedScore(writeSavedScore(saved), 'x.json')).toEqual(saved)
    }
  })

  test('has each figure and each miss on a line', () => {
    const lines = writeSavedScore(savedOf(HARD_LOST)).split('\n')
    expect(lines.filter((line) => line.includes('"hard hyphens kept"'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('ink-|balls,'))).toHaveLength(1)
  })

  test.each(['', '{', '[]', '{"emend":"score","version":2}', '{"figures":[]}'])(
    'is no other JSON: %s',
    (json) => {
      expect(() => readSavedScore(json, 'x.json')).toThrow(
        'Unexpected content of x.json, expected the figures of a book',
      )
    },
  )
})

describe('two runs', () => {
  test('that are the same have no difference', () => {
    const comparison = compareScores(savedOf(HARD_LOST), savedOf(HARD_LOST))
    expect(comparison).toEqual({
      better: [],
      worse: [],
      added: [],
      newMisses: new Map(),
      goneMisses: new Map(),
    })
    expect(isWorse(comparison)).toBe(false)
  })

  test('are compared both ways', () => {
    const down = compareScores(savedOf(EDITION), savedOf(HARD_LOST))
    const up = compareScores(savedOf(HARD_LOST), savedOf(EDITION))
    expect(down.worse.map(({ name }) => name)).toEqual([
      'hard hyphens kept',
      'words as read',
      'words as read: changed',
      'words as printed',
      'words as printed: changed',
    ])
    expect(down.better).toEqual([])
    expect(isWorse(down)).toBe(true)
    expect(up.better.map(({ name }) => name)).toEqual(down.worse.map(({ name }) => name))
    expect(up.worse).toEqual([])
    expect(isWorse(up)).toBe(false)
    expect([...down.newMisses.keys()]).toContain('hyphens')
    expect(up.goneMisses).toEqual(down.newMisses)
    expect(up.newMisses).toEqual(down.goneMisses)
  })

  test('of which the later one lacks a figure are worse', () => {
    const { truth: _, ...less } = known
    const later = savedScore('ink', score(EDITION, less))
    const comparison = compareScores(savedOf(EDITION), later)
    expect(comparison.worse.map(({ name }) => name)).toContain('words as printed')
    expect(isWorse(comparison)).toBe(true)
    expect(compareScores(later, savedOf(EDITION)).added.length).toBeGreaterThan(0)
  })

  test('are not worse for a figure that does not matter', () => {
    const asked = EDITION.replace(
      'ink-<lb n="7" break="no"/>',
      'ink<pc force="inter">-</pc><lb n="7" break="maybe"/>',
    )
    const comparison = compareScores(savedOf(EDITION), savedOf(asked))
    expect(comparison.worse.map(({ name }) => name)).toEqual(['hyphens asked about'])
    expect(isWorse(comparison)).toBe(false)
  })

  test('have no new miss where one only stands on another line', () => {
    const moved = savedOf(HARD_LOST)
    const misses = Object.fromEntries(
      Object.entries(moved.misses).map(([kind, own]) => [
        kind,
        own.map((miss) => ({ ...miss, line: miss.line + 3 })),
      ]),
    )
    expect(compareScores(moved, { ...moved, misses }).newMisses.size).toBe(0)
  })
})

test('The same confusion is counted once, most frequent first.', () => {
  const edition = EDITION.replaceAll(' break="no" rend="-"/>', ' break="no"/>')
    .replaceAll('lan<lb', 'lan-<lb')
    .replaceAll('re<lb', 're-<lb')
    .replaceAll('Man<lb', 'Man-<lb')
    .replace('n="8"', 'n="9"')
    .replace('<byline>', '<p>')
    .replace('</byline>', '</p>')
  const [first, ...others] = confusionsOf(scoreOf(edition))
  expect(first).toEqual({
    kind: 'hyphens',
    truth: 'soft hyphen',
    edition: 'hard hyphen',
    count: 3,
    examples: ['lan-|guage.1', 're-|grets', 'Man-|ual,'],
  })
  expect(others.map(({ kind, count }) => [kind, count])).toEqual([
    ['blocks', 1],
    ['structure', 1],
  ])
})

test('A figure is shown with the interval that it truly lies in.', () => {
  const figures = new Map(figuresOf(scoreOf(EDITION)).map((one) => [one.name, one]))
  const shown = (name: string): readonly string[] => {
    const figure = figures.get(name)
    return figure ? [showFigure(figure), showInterval(figure)] : []
  }
  expect(shown('soft hyphens removed')).toEqual(['3/3 = 100.00%', '43.85–100.00%'])
  expect(shown('block beginnings, F1')).toEqual(['100.00%', ''])
  expect(shown('lines of text lost')).toEqual(['0/13 = 0.00%', '0.00–22.81%'])
})
