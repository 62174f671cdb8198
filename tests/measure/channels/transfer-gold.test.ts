import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mulberry32 } from '../../support/random.ts'
import { ROOT } from '../../support/samples.ts'
import type { GoldKind, GoldOf, GoldRecord } from '../../support/typesetter/gold.ts'
import { LAYOUT_TEXT } from '../../support/typesetter/layouts.ts'
import { readTruth } from '../../support/typesetter/read-truth.ts'
import { typeset } from '../../support/typesetter/typeset.ts'
import { blockStarts } from './block-starts.ts'
import { distort } from './distort.ts'
import { transferGold } from './transfer-gold.ts'

const PRINTS = [
  ['ru', 'pechatnoe-delo'],
  ['en', 'the-printers-craft'],
].map(([language = '', slug = '']) => {
  const source = readFileSync(`${ROOT}tests/samples/${slug}.truth`, 'utf8')
  return { language, ...typeset(readTruth(language, source), LAYOUT_TEXT) }
})

function only<K extends GoldKind>(gold: readonly GoldRecord[], kind: K): readonly GoldOf<K>[] {
  return gold.filter((one): one is GoldOf<K> => one.kind === kind)
}

describe('what is known of a print', () => {
  test.each(PRINTS)('stays as it is where nothing changes ($language)', ({ raw, gold }) => {
    const found = transferGold({ raw, gold }, raw)
    expect(found.gold).toHaveLength(gold.length)
    expect(new Set(found.gold)).toEqual(new Set(gold))
    expect(found.lost).toEqual({})
    expect(found.errorRate).toBe(0)
  })

  test.each(PRINTS)('goes with its lines, however they are spoilt ($language)', ({ raw, gold }) => {
    const seen = { starts: 0, hyphens: 0, headings: 0, notes: 0, calls: 0, pages: 0 }
    const spoilt = { split: 0, merged: 0, lost: 0, wrong: 0 }
    const lines = raw.split('\n')
    const starts = blockStarts(lines, gold)
    const kept = new Set([...starts, ...gold.flatMap(edges)])
    for (let seed = 1; seed <= 6; seed++) {
      const odds = {
        blankCome: 0.1,
        blankGone: 0.5,
        lost: 0.02,
        split: 0.05,
        merged: 0.05,
        wrong: seed % 2 === 0 ? 0 : 0.02,
      }
      const bad = distort(raw, kept, odds, mulberry32(seed))
      for (const what of ['split', 'merged', 'lost', 'wrong'] as const) spoilt[what] += bad[what]
      const after = transferGold({ raw, gold }, bad.raw)
      const newLines = bad.raw.split('\n')
      const first = (line: number): number => bad.now.get(line)?.[0] ?? -1
      const last = (line: number): number => bad.now.get(line)?.at(-1) ?? -1

      expect([...blockStarts(newLines, after.gold)]).toEqual([...starts].map(first))
      seen.starts += starts.size

      const heads = only(gold, 'heading')
      expect(only(after.gold, 'heading')).toEqual(
        heads.map((one) => ({ ...one, line: first(one.line), to: last(one.to) })),
      )
      seen.headings += heads.length

      const hyphens = only(gold, 'hyphen').filter(({ line }) => {
        return newLines[last(line) - 1]?.endsWith((lines[line - 1] ?? '').slice(-3))
      })
      const carried = new Set(only(after.gold, 'hyphen').map(({ line }) => line))
      for (const { line } of hyphens) expect(carried).toContain(last(line))
      expect(hyphens.length).toBeGreaterThan(0)
      seen.hyphens += hyphens.length

      const pages = only(after.gold, 'page')
      expect(pages.map(({ line }) => line)).toEqual(
        only(gold, 'page').map(({ line }) => first(line)),
      )
      seen.pages += pages.length

      const notes = only(after.gold, 'note')
      only(gold, 'note').forEach((note, i) => {
        expect(notes[i]).toMatchObject({ line: first(note.line), to: last(note.to) })
        seen.notes++
        const call = notes[i]?.anchor_line
        if (call === null || call === undefined) return
        const text = newLines[call - 1] ?? ''
        const behind =
          text.indexOf(notes[i]?.anchor_after ?? '') + (notes[i]?.anchor_after ?? '').length
        expect(text.slice(behind)).toMatch(new RegExp(`^${note.label.replace('*', '\\*')}`, 'u'))
        seen.calls++
      })
    }
    for (const count of Object.values({ ...seen, ...spoilt })) expect(count).toBeGreaterThan(20)
  })
})

/** Lines that a record names. */
function edges(record: GoldRecord): readonly number[] {
  if (record.kind === 'page') return [record.line, record.number_line ?? record.line]
  if (record.kind === 'note') {
    const more = record.more?.flat() ?? []
    return [record.line, record.to, ...more, ...(record.anchor_line ? [record.anchor_line] : [])]
  }
  return 'to' in record ? [record.line, record.to] : record.kind === 'hyphen' ? [] : [record.line]
}

describe('on a page made by hand', () => {
  const RAW = [
    '12                THE TITLE',
    '',
    '    The first line of a para-',
    'graph has a mark1 and goes on.',
    '    The second one is short.',
    '',
    '______',
    '1 What is noted runs over',
    'two lines.',
    '',
  ].join('\n')
  const GOLD: readonly GoldRecord[] = [
    { kind: 'page', line: 3, printed: '12', number_line: 1, number: '12' },
    { kind: 'forme', line: 7, what: 'rule' },
    { kind: 'split', line: 3, page: true },
    { kind: 'split', line: 5 },
    { kind: 'split', line: 8 },
    {
      kind: 'note',
      line: 8,
      to: 9,
      label: '1',
      place: 'foot',
      anchor_line: 4,
      anchor_after: 'graph has a mark',
    },
    { kind: 'hyphen', line: 3, hyphen: 'soft' },
  ]
  const moved = (...lines: readonly string[]) =>
    transferGold({ raw: RAW, gold: GOLD }, lines.join('\n'))

  test('a call that is torn off stands on a line of its own', () => {
    const { gold, calls } = moved(
      '12 THE TITLE',
      'The first line of a para-',
      '                  1',
      'graph has a mark and goes on.',
      'The second one is short.',
      '1 What is noted runs over',
      'two lines.',
    )
    expect(calls).toEqual({ torn: 1, gone: 0 })
    expect(only(gold, 'note')).toMatchObject([
      { anchor_line: 4, anchor_after: 'graph has a mark', call_line: 3, line: 6, to: 7 },
    ])
    expect(only(gold, 'hyphen')).toEqual([{ kind: 'hyphen', line: 2, hyphen: 'soft' }])
    expect(only(gold, 'split').map(({ line }) => line)).toEqual([2, 5, 6])
  })

  test('a call that is misread stands where it stood, and one that is gone nowhere', () => {
    const read = (call: string) =>
      moved(
        'The first line of a para¬',
        `graph has a mark${call} and goes on.`,
        'The second one is short.',
        '1 What is noted runs over',
        'two lines.',
      )
    expect(only(read("'").gold, 'note')).toMatchObject([
      { anchor_line: 2, anchor_after: 'graph has a mark' },
    ])
    const gone = read('')
    expect(only(gone.gold, 'note')).toMatchObject([{ anchor_line: null }])
    expect(gone.calls).toEqual({ torn: 0, gone: 1 })
    expect(gone.hyphens).toEqual({ '¬': 1 })
  })

  test('a label on a line of its own begins its note', () => {
    const { gold } = moved(
      'The first line of a para',
      'graph has a mark1 and goes on.',
      'The second one is short.',
      '',
      '  1',
      '    What is noted runs over',
      'two lines.',
    )
    expect(only(gold, 'note')).toMatchObject([{ line: 5, to: 7 }])
    expect(only(gold, 'split').map(({ line }) => line)).toEqual([1, 3, 5])
  })

  test('a hyphen that is gone is lost, and so is a rule', () => {
    const found = moved('The first line of a para', 'graph has a mark1 and goes on.')
    expect(only(found.gold, 'hyphen')).toEqual([])
    expect(found.lost).toMatchObject({ hyphen: 1, forme: 1, note: 1 })
    expect(found.hyphens).toEqual({ none: 1 })
  })

  test('a number that is lost is not printed, and a running head in two lines is no text', () => {
    const lost = moved('The first line of a para-', 'graph has a mark1 and goes on.')
    expect(only(lost.gold, 'page')).toEqual([
      { kind: 'page', line: 1, printed: null, number: '12' },
    ])
    const split = moved('12', 'THE TITLE', 'The first line of a para-', 'graph has a mark1 and')
    expect(only(split.gold, 'page')).toMatchObject([{ line: 3, printed: '12', number_line: 1 }])
    expect(only(split.gold, 'forme')).toEqual([{ kind: 'forme', line: 2, what: 'header' }])
  })

  test('a line that nobody printed is neither a block nor none', () => {
    const { gold } = moved(
      'The first line of a para-',
      'graph has a mark1 and goes on.',
      '',
      '; .',
      'The second one is short.',
      '1 What is noted runs over',
      'two lines.',
    )
    expect(only(gold, 'join')).toMatchObject([{ line: 4, cert: 'low' }])
  })
})

test('a copy with other pages is refused', () => {
  const raw = 'One page.\n\fAnother page.\n'
  expect(() => transferGold({ raw, gold: [] }, 'One page.\n')).toThrow('Expected 2 pages, found 1')
})
