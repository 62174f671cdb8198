import { describe, expect, test } from 'vitest'
import { editionLines } from '../../src/evaluate/edition-lines.ts'
import { type Entry, readEntries } from '../../src/evaluate/read-entries.ts'
import { readGold } from '../../src/evaluate/read-gold.ts'
import { scoreFirstReadings, scoreRules } from '../../src/evaluate/score-rules.ts'
import { taskOf } from '../../src/evaluate/task.ts'

const RAW =
  'It was tbe best ink,and he said\nso: the pre-\nss. A mo  ment of tbe day.\nThe end of lt.\n'

const GOLD = [
  { kind: 'error', line: 1, raw: 'tbe', corr: 'the', class: 'ocr', cert: 'high' },
  { kind: 'error', line: 1, raw: 'ink,and he', corr: 'ink, and she', class: 'space', cert: 'high' },
  { kind: 'error', line: 2, raw: 'pre-ss', corr: 'press', class: 'letter', cert: 'medium' },
  { kind: 'error', line: 3, raw: 'mo ment', corr: 'moment', class: 'space', cert: 'high' },
  { kind: 'error', line: 3, raw: 'tbe', corr: 'the', class: 'ocr', cert: 'low' },
  { kind: 'error', line: 4, raw: 'lt', corr: 'it', class: 'ocr', cert: 'high' },
]

const task = taskOf(
  editionLines('<TEI><text><body/></text></TEI>'),
  RAW,
  readGold(GOLD.map((one) => JSON.stringify(one)).join('\n')),
)

/** An entry at the first place on its line where what it replaces stands. */
function entry(line: number, sic: string, corr: string, more: Partial<Entry> = {}): Entry {
  const from = RAW.split('\n')[line - 1]?.indexOf(sic) ?? -1
  if (from < 0) throw new Error(`Expected ${sic} on line ${line}`)
  const place = { line, from, to: from + sic.length, sic, corr, candidates: [corr] }
  return { ...place, rule: ['word/a'], state: 'applied', ...more }
}

const only = (...entries: readonly Entry[]) => {
  const [figure, ...others] = scoreRules(task, entries)
  expect(others).toEqual([])
  if (!figure) throw new Error('Expected a rule')
  return figure
}

describe('an entry', () => {
  test('that touches a known error and reads it right is precise', () => {
    expect(only(entry(1, 'b', 'h'))).toEqual({
      rule: 'word/a',
      applied: { hits: 1, of: 1 },
      proposed: { hits: 0, of: 0 },
      sure: { hits: 0, of: 0 },
      first: { hits: 1, of: 1 },
      among: { hits: 1, of: 1 },
      recall: { ocr: { hits: 1, of: 2 } },
      strays: [],
    })
  })

  test('that touches none is a stray', () => {
    const { applied, first, strays } = only(entry(1, 'was', 'is'))
    expect([applied, first]).toEqual([
      { hits: 0, of: 1 },
      { hits: 0, of: 0 },
    ])
    expect(strays).toEqual([{ line: 1, text: 'applied', truth: 'was', edition: 'is' }])
  })

  test('that has the right reading second is right among its candidates only', () => {
    const { first, among } = only(entry(1, 'tbe', 'tie', { candidates: ['tie', 'the'] }))
    expect([first.hits, among.hits]).toEqual([0, 1])
    expect(only(entry(1, 'tbe', 'tie')).among.hits).toBe(0)
  })

  test('that only proposes, or is beaten, is not applied', () => {
    const proposed = only(entry(1, 'b', 'h', { state: 'proposed' }))
    expect([proposed.applied.of, proposed.proposed]).toEqual([0, { hits: 1, of: 1 }])
    expect(scoreRules(task, [entry(1, 'b', 'h', { beatenBy: 'c1' })])).toEqual([])
    expect(scoreRules(task, [{ line: 1 }])).toEqual([])
  })

  test('that mends one of the errors of a record is right as far as it goes', () => {
    const blank = { ...entry(1, ',', ', ', {}), from: 20, to: 20, sic: '', corr: ' ' }
    expect(only(blank).first).toEqual({ hits: 1, of: 1 })
    expect(only(blank, entry(1, 'he said', 'she said')).first).toEqual({ hits: 2, of: 2 })
    expect(only(entry(1, 'ink,', 'ink;')).first).toEqual({ hits: 0, of: 1 })
  })

  test('is found over line ends and wide blanks', () => {
    const divided = { ...entry(2, 'pre-', 'pre'), from: 11, to: 12, sic: '-', corr: '' }
    expect(only(divided).recall).toEqual({ letter: { hits: 1, of: 1 } })
    expect(only(entry(3, 'mo  ment', 'moment')).first).toEqual({ hits: 1, of: 1 })
  })

  test('at an error of low certainty is no stray, and none of the errors to find', () => {
    const { applied, recall } = only(entry(3, 'tbe', 'the'))
    expect(applied).toEqual({ hits: 1, of: 1 })
    expect(recall).toEqual({})
  })
})

test('Rules are told apart, and an entry of two supports both.', () => {
  const rules = scoreRules(task, [
    entry(1, 'b', 'h', { rule: ['word/b', 'word/a'] }),
    entry(4, 'lt', 'it', { rule: ['word/b'] }),
  ])
  expect(rules.map(({ rule, applied }) => [rule, applied.hits])).toEqual([
    ['word/a', 1],
    ['word/b', 2],
  ])
})

test('Entries are read as the apparatus has them; fields that nothing counts are let by.', () => {
  const json = { id: 'c1', line: 3, page: '1', from: 0, to: 1, sic: 'a', corr: 'b', by: null }
  expect(readEntries(`${JSON.stringify(json)}\n\n`)).toEqual([
    { line: 3, from: 0, to: 1, sic: 'a', corr: 'b' },
  ])
})

test('the right reading comes first for errors that a rule can know of and that are touched', () => {
  const wrong = entry(1, 'tbe', 'tie', { candidates: ['tie', 'the'] })
  const right = entry(4, 'lt', 'it')
  const doubtful = entry(3, 'tbe', 'the')
  expect(scoreFirstReadings(task, [wrong, right, doubtful])).toEqual({ hits: 1, of: 2 })
  expect(scoreFirstReadings(task, [wrong, entry(1, 'b', 'h')])).toEqual({ hits: 1, of: 1 })
})
