import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mulberry32 } from '../../support/random.ts'
import type { GoldRecord } from '../../support/typesetter/gold.ts'
import { degrade, WEAR } from './degrade.ts'
import { keptText } from './kept-text.ts'
import { pagesHtml } from './page-html.ts'
import { readPgm, writePgm } from './pgm.ts'
import { printedBook } from './printed-pages.ts'
import { available, CHANNELS, reprint } from './reprint.ts'

/** Two pages, set in forty-eight characters. */
const RAW = [
  '                 On Small Presses',
  '',
  '    A small press is one that two people can lift',
  'and that nobody wants to lift twice. Ours came to',
  'us from a widow1 who had kept it under a staircase',
  'with her umbrellas, and it smelled of both. It print¬',
  'ed cards, and it printed them well.',
  '    We set it upon a table by the window. The table',
  'broke. We set it upon the floor, and there it stands',
  '',
  '______',
  '1 She never told us her name, and we never asked it',
  'of her.',
  '',
  '                       7',
  '\f8                     ON SMALL PRESSES',
  '',
  'to this day, because the floor has not broken yet.',
  '    Its roller was made of hide & glue, and <soft>, as',
  'rollers were. In summer it went to pieces in a week.',
  '\f',
].join('\n')

const GOLD: readonly GoldRecord[] = [
  { kind: 'page', line: 1, printed: '7', number_line: 15, number: '7' },
  { kind: 'page', line: 18, printed: '8', number_line: 16, number: '8' },
  { kind: 'heading', line: 1, to: 1, level: 1, text: 'On Small Presses', role: 'article' },
  { kind: 'forme', line: 11, what: 'rule' },
  { kind: 'split', line: 1, page: true },
  { kind: 'split', line: 8 },
  { kind: 'split', line: 12 },
  { kind: 'join', line: 18, why: 'the page goes on with the paragraph' },
  { kind: 'split', line: 19 },
  { kind: 'hyphen', line: 6, hyphen: 'soft' },
  {
    kind: 'note',
    line: 12,
    to: 13,
    label: '1',
    place: 'foot',
    anchor_line: 5,
    anchor_after: 'us from a widow',
  },
]

const PRINT = { raw: RAW, gold: GOLD }

describe('a print', () => {
  const book = printedBook(RAW, GOLD)
  const lines = book.pages.flatMap((page) => page.lines)
  const lineOf = (raw: number) => lines.find((line) => line.raw === raw)

  test('has full lines, centred ones, and a foot', () => {
    expect(book.pages.map(({ lines: own, foot }) => [own.length, foot])).toEqual([
      [12, 8],
      [4, 4],
    ])
    expect(book.measure).toBe(54)
    expect(lineOf(1)).toMatchObject({ align: 'centre', set: 'heading' })
    expect(lineOf(3)).toMatchObject({ align: 'justified', set: 'text' })
    expect(lineOf(7)).toMatchObject({ align: 'left' })
    expect(lineOf(9)).toMatchObject({ align: 'justified' })
    expect(lineOf(16)?.parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [22, 38],
    ])
  })

  test('has its calls and labels raised', () => {
    const raised = lines.flatMap(({ raw, parts }) =>
      parts.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece.raised ? [[raw, piece.text]] : [])),
      ),
    )
    expect(raised).toEqual([
      [5, '1'],
      [12, '1'],
    ])
  })

  test('has its margins apart from its indents', () => {
    const own = Array.from(
      { length: 9 },
      (_, i) => `       ${i % 3 === 0 ? '    ' : ''}Line ${i} of many.`,
    )
    const [page] = printedBook(own.join('\n'), []).pages
    expect(page?.margin).toBe(7)
    expect(page?.lines.map((line) => line.parts[0]?.from)).toEqual([4, 0, 0, 4, 0, 0, 4, 0, 0])
  })

  test('finds calls in brackets, and labels behind others on one line', () => {
    const note = { kind: 'note', line: 2, to: 2, place: 'foot', anchor_line: 1 } as const
    const raw = 'A word[1] and another*.\n[1] One note.   * Another one.\n'
    const [page] = printedBook(raw, [
      { ...note, label: '[1]', anchor_after: 'A word' },
      { ...note, label: '*', anchor_after: 'A word[1] and another' },
    ]).pages
    const pieces = page?.lines.flatMap((line) => line.parts.flatMap((part) => part.pieces))
    const raised = pieces?.flatMap((piece) => (piece.raised ? [piece.text] : []))
    expect(raised).toEqual(['[1]', '*', '[1]', '*'])
  })

  test('has leaders that fill their line', () => {
    const raw = 'The Press     . . . . . . 12\n'
    const html = pagesHtml(printedBook(raw, [{ kind: 'toc', line: 1, to: 1, page: '12' }]), 'en')
    expect(html).toContain('<i>. . . . . . </i>12</span>')
    expect(html).toContain('class="line row left"')
  })

  test('stands in HTML as text', () => {
    const html = pagesHtml(book, 'en"')
    expect(html).toContain('hide &amp; glue, and &lt;soft&gt;, as')
    expect(html).toContain('lang="en&quot;"')
    expect(html).not.toContain('<soft>')
  })
})

describe('a worn picture', () => {
  const clean = readPgm(writePgm({ width: 64, height: 64, pixels: new Uint8Array(4096).fill(255) }))
  clean.pixels.fill(0, 1600, 1664)

  test('is the same for the same seed, and another for another', () => {
    for (const wear of WEAR.slice(1)) {
      const worn = degrade(clean, wear, mulberry32(1))
      expect(degrade(clean, wear, mulberry32(1))).toEqual(worn)
      expect(degrade(clean, wear, mulberry32(2))).not.toEqual(worn)
      expect(worn).toMatchObject({ width: 64, height: 64 })
    }
  })

  test('is as it was where nothing wears it', () => {
    const [none] = WEAR
    if (none) expect(writePgm(degrade(clean, none, mulberry32(1)))).toEqual(writePgm(clean))
    expect(none).toBeDefined()
  })

  test('is refused where it is none', () => {
    expect(() => readPgm(Buffer.from('P6\n1 1\n255\nabc'))).toThrow('Expected a binary PGM')
  })
})

test('a text that was made is kept for the same, and made anew for another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emend-kept-'))
  let made = 0
  const make = async () => `text ${++made}`
  expect(await keptText(folder, ['a'], make)).toBe('text 1')
  expect(await keptText(folder, ['a'], make)).toBe('text 1')
  expect(await keptText(folder, ['b'], make)).toBe('text 2')
  rmSync(folder, { recursive: true })
})

describe.each(CHANNELS)('through %s', (channel) => {
  const lacking = available(channel, 'en')
  if (lacking !== undefined) console.log(`Skipped ${channel}: ${lacking}`)

  test.skipIf(lacking !== undefined)(
    'a print keeps its words and what is known of it',
    async () => {
      const { raw, gold, transfer } = await reprint(PRINT, channel, 'en', { cache: null })
      const pictures = channel.startsWith('ocr-')
      expect(raw.match(/\f/gu)).toHaveLength(2)
      expect(transfer.errorRate).toBeLessThan(pictures ? 0.03 : 1e-9)
      expect(transfer.lost).toEqual({ forme: 1 })
      expect(transfer.hyphens).toEqual({ '-': 1 })

      const lines = raw.split('\n')
      const shown = gold.map(({ kind, line }) => [kind, lines[line - 1]?.trim()])
      expect(shown).toContainEqual(['heading', 'On Small Presses'])
      expect(shown.find(([kind]) => kind === 'hyphen')?.[1]).toMatch(/print-$/u)
      expect(shown.filter(([kind]) => kind === 'page').map(([, text]) => text)).toEqual([
        'On Small Presses',
        'to this day, because the floor has not broken yet.',
      ])
      const note = gold.find(({ kind }) => kind === 'note')
      expect(note).toMatchObject({ label: '1', place: 'foot' })
      if (note?.kind === 'note' && !pictures) {
        expect(lines[(note.anchor_line ?? 0) - 1]).toContain(`${note.anchor_after}1`)
        expect(lines[note.line - 1]?.trim()).toBe('1')
        expect(lines[note.to - 1]).toBe('of her.')
      }
    },
  )
})
