import { describe, expect, test } from 'vitest'
import { type Gold, goldOf, readGold } from '../../src/evaluate/read-gold.ts'
import { wordsOf } from '../../src/evaluate/reading-words.ts'
import { obey } from './obey.ts'
import { COMPLETE_SAMPLES, setSample } from './samples.ts'
import { breakLines } from './typesetter/break-lines.ts'
import { writeGold } from './typesetter/gold.ts'
import { breaksOf } from './typesetter/hyphenation.ts'
import { MODERN_EXTRACTION } from './typesetter/layouts.ts'
import { footnotesOn } from './typesetter/make-up.ts'
import { readCopy } from './typesetter/read-copy.ts'
import { readTruth } from './typesetter/read-truth.ts'
import { typeset } from './typesetter/typeset.ts'

describe('a copy', () => {
  test('says what is printed and what is right', () => {
    const copy = readCopy('Кто {читал|чиtал|homoglyph}, _тот_ знает [sic].[^a]', () => '7')
    expect(copy.text).toBe('Кто чиtал, т\u00a0о\u00a0т знает [sic].7')
    expect(copy.annotations).toEqual([
      { what: 'misprint', from: 4, to: 9, right: 'читал', class: 'homoglyph', cert: 'high' },
      { what: 'emphasis', from: 11, to: 16, right: 'тот' },
      { what: 'mark', from: 23, to: 28, mark: 'sic' },
      { what: 'call', from: 29, to: 30, note: 'a' },
    ])
  })

  test('refuses a misprint of an unknown class', () => {
    expect(() => readCopy('{a|b|smudge}', () => '')).toThrow('Unexpected class smudge')
  })
})

describe('lines', () => {
  const set = (text: string, width: number) => {
    const copy = readCopy(text, () => '')
    const measure = { first: width, rest: width, slack: 1 }
    return breakLines(copy, measure, { breaks: breaksOf('ru'), glyph: '-' }).map(
      ({ from, to, hyphen }) => [copy.text.slice(from, to), hyphen],
    )
  }

  test('divide words where patterns allow it', () => {
    expect(set('перечитывали книги', 14)).toEqual([
      ['перечитывали', undefined],
      ['книги', undefined],
    ])
    expect(set('мы перечитывали', 10)).toEqual([
      ['мы перечи', 'soft'],
      ['тывали', undefined],
    ])
  })

  test('end at a hyphen of the word itself without a second one', () => {
    expect(set('жили по-старому', 8)).toEqual([
      ['жили по-', 'hard'],
      ['старому', undefined],
    ])
  })

  test('never begin with a dash', () => {
    expect(set('ночь – это день', 7)).toEqual([
      ['ночь\u00a0–', undefined],
      ['это', undefined],
      ['день', undefined],
    ])
  })
})

test('A note that nobody calls and a call without a note are errors of the truth.', () => {
  expect(() => readTruth('ru', '## А\n\nТекст.[^a]')).toThrow('expected its note')
  expect(() => readTruth('ru', '## А\n\nТекст.\n\n[^a]: Сноска.')).toThrow('one that is called')
})

test('A note that would run on into the next article is refused.', () => {
  const note = 'слово '.repeat(1000)
  const truth = readTruth('ru', `## А\n\nТекст.[^a]\n\n[^a]: ${note}\n\n## Б\n\nТекст.`)
  expect(() => typeset(truth, MODERN_EXTRACTION)).toThrow('runs on into another article')
})

describe.each(COMPLETE_SAMPLES)('the sample $slug', (sample) => {
  const set = setSample(sample)
  const raw = set.raw.split('\n')
  const gold = readGold(writeGold(set.gold))

  test('has at least twelve pages', () => {
    expect(set.pages.length).toBeGreaterThanOrEqual(12)
  })

  test('has its words in its raw text, in order, when the gold is obeyed', () => {
    const words = wordsOf(obey(raw, gold))
    expect(words.length).toBeGreaterThan(4000)
    expect(words).toEqual(wordsOf(set.printed))
  })

  test('quotes the raw lines of which its records speak', () => {
    let checked = 0
    for (const one of gold) {
      if (one.kind !== 'error' && one.kind !== 'mark' && one.kind !== 'emph') continue
      const line = raw[one.line - 1] ?? ''
      const start = one.raw.split(/[- ]/u)[0] ?? one.raw
      expect(line, JSON.stringify(one)).toContain(start)
      checked++
    }
    expect(checked).toBeGreaterThan(80)
  })

  test('begins each footnote on the page of its call', () => {
    let begun = 0
    for (const page of set.pages) {
      for (const line of page.text) {
        for (const note of footnotesOn(line, new Map([...notesOf(set)]))) {
          expect(page.notes.some((below) => below.note === note)).toBe(true)
          begun++
        }
      }
    }
    expect(begun).toBe(goldOf(gold, 'note').filter(({ place }) => place === 'foot').length)
  })

  test('carries every phenomenon', () => {
    const notes = goldOf(gold, 'note')
    const hyphens = goldOf(gold, 'hyphen')
    const count = (kind: Gold['kind']): number => goldOf(gold, kind).length
    const last = set.pages.map((page) => page.text.at(-1)?.hyphen)
    const lastNote = set.pages.map((page) => page.notes.at(-1)?.hyphen)
    const least = {
      'pages with a printed number': goldOf(gold, 'page').filter((page) => page.printed).length,
      'soft hyphens': hyphens.filter(({ hyphen }) => hyphen === 'soft').length,
      'hard hyphens': hyphens.filter(({ hyphen }) => hyphen === 'hard').length,
      'soft hyphens over a page': last.filter((hyphen) => hyphen === 'soft').length,
      'hyphens over the foot of a note': lastNote.filter((one) => one !== undefined).length,
      'blank lines that lie': count('join'),
      'blank lines that are missing': count('split'),
      'notes that run on': notes.filter((note) => note.more).length,
      'asterisk notes': notes.filter((note) => note.label === '*').length,
      footnotes: notes.filter((note) => note.place === 'foot').length,
      endnotes: notes.filter((note) => note.place === 'end').length,
      'notes of two paragraphs': [...notesOf(set).values()].filter((n) => n.paragraphs.length > 1)
        .length,
      'headings over two lines': goldOf(gold, 'heading').filter(({ line, to }) => to > line).length,
      items: count('item'),
      quotations: count('quote'),
      poems: count('verse'),
      epigraphs: count('epigraph'),
      dividers: count('divider'),
      bylines: count('byline'),
      sources: count('source'),
      datelines: count('dateline'),
      salutations: count('salute'),
      signatures: count('signed'),
      'spaced words': count('emph'),
      'editorial marks': new Set(goldOf(gold, 'mark').map(({ what }) => what)).size,
      'classes of misprints': new Set(goldOf(gold, 'error').map((error) => error.class)).size,
    }
    const wanted = {
      'pages with a printed number': 4,
      'soft hyphens': 40,
      'hard hyphens': 6,
      'soft hyphens over a page': 2,
      'hyphens over the foot of a note': 1,
      'blank lines that lie': 8,
      'blank lines that are missing': 20,
      'notes that run on': 2,
      'asterisk notes': 2,
      footnotes: 5,
      endnotes: 8,
      'notes of two paragraphs': 2,
      'headings over two lines': 3,
      items: 10,
      quotations: 3,
      poems: 2,
      epigraphs: 2,
      dividers: 2,
      bylines: 3,
      sources: 3,
      datelines: 2,
      salutations: 2,
      signatures: 2,
      'spaced words': 8,
      'editorial marks': 4,
      'classes of misprints': 12,
    } satisfies typeof least
    for (const [name, number] of Object.entries(wanted)) {
      const found = Object.entries(least).find(([other]) => other === name)?.[1]
      expect(found, name).toBeGreaterThanOrEqual(number)
    }
  })
})

function notesOf(set: ReturnType<typeof setSample>) {
  const notes = set.pages.flatMap((page) =>
    [...page.text, ...page.notes].flatMap(({ note }) => note ?? []),
  )
  return new Map(notes.map((note) => [note.key, note]))
}
