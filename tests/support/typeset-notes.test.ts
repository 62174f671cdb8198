import { describe, expect, test } from 'vitest'
import { calling, chapter, HONEST, note, paragraph, prose, truth } from './small-truth.ts'
import type { GoldOf } from './typesetter/gold.ts'
import type { Layout } from './typesetter/layout.ts'
import { type Typeset, typeset } from './typesetter/typeset.ts'

function withNotes(notes: Partial<Layout['notes']>): Layout {
  return { ...HONEST, notes: { ...HONEST.notes, ...notes } }
}

function notesOf({ gold }: Typeset): readonly GoldOf<'note'>[] {
  return gold.filter((one): one is GoldOf<'note'> => one.kind === 'note')
}

const SEVEN = Array.from({ length: 7 }, (_, i) => note(i, `Remark ${i}.`))

/** Two chapters with notes, three in the first. */
const BOOK = truth(
  [
    chapter('One'),
    ...SEVEN.slice(0, 3).map((one) => calling('It was set by hand.', one)),
    chapter('Two'),
    ...SEVEN.slice(3).map((one) => calling('It was set again.', one)),
  ],
  SEVEN,
)

describe('labels', () => {
  test.each([
    ['arabic', '1 2 3 1 2 3 4'],
    ['roman', 'i ii iii i ii iii iv'],
    ['letter', 'a b c a b c d'],
    ['symbol', '* † ‡ * † ‡ §'],
    ['star', '* ** *** * ** *** ****'],
    ['boxed', '[1] [2] [3] [1] [2] [3] [4]'],
    ['paren', '1) 2) 3) 1) 2) 3) 4)'],
  ] as const)('%s', (labels, expected) => {
    const set = typeset(BOOK, withNotes({ labels, restart: 'article' }))
    const found = notesOf(set)
    expect(found.map(({ label }) => label).join(' ')).toBe(expected)
    expect(set.raw).toContain(`by hand.${found[0]?.label}\n`)
    expect(set.raw).toContain(`\n  ${found[0]?.label} Remark 0.`)
  })

  test('count through the book', () => {
    const found = notesOf(typeset(BOOK, withNotes({ restart: 'book' })))
    expect(found.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  test('count more than nine on a page, and signs are doubled after the fifth', () => {
    const many = Array.from({ length: 11 }, (_, i) => note(i, 'So.'))
    const book = truth([paragraph('Go.'), ...many.map((one) => calling('Set.', one))], many)
    const found = notesOf(typeset(book, withNotes({ labels: 'symbol', most: 20 })))
    expect(found.map(({ label }) => label).join(' ')).toBe('* † ‡ § ¶ ** †† ‡‡ §§ ¶¶ ***')
  })
})

describe('notes', () => {
  test('stand at the end of their article under a heading in its language', () => {
    const german = { ...BOOK, language: 'de' }
    const set = typeset(german, withNotes({ place: 'end of article', restart: 'article' }))
    expect(set.raw).toMatch(/Anmerkungen\n\n {2}1 Remark 0\.\n {2}2 Remark 1\.\n {2}3 Remark 2\./u)
    expect(set.raw.match(/Anmerkungen/gu)).toHaveLength(2)
    expect(notesOf(set).every(({ place }) => place === 'end')).toBe(true)
    expect(set.right).toContain('Anmerkungen')
  })

  test('stand at the end of the book under the titles of their articles', () => {
    const set = typeset(BOOK, withNotes({ place: 'end of book', restart: 'article' }))
    const behind = set.raw.slice(set.raw.indexOf('Notes'))
    expect(behind).toMatch(/^Notes\n\n +One\n\n {2}1 Remark 0.*Two\n\n {2}1 Remark 3/su)
  })

  test('are called behind a blank, or from a line above', () => {
    const torn = typeset(BOOK, withNotes({ calls: { torn: 1, above: 0 } }))
    expect(torn.raw).toContain('by hand. 1\n')
    const one = note(0, 'Why.')
    const long = truth([calling(`${prose(4)} So`, one), paragraph('End.')], [one])
    const above = typeset(long, withNotes({ calls: { torn: 0, above: 1 } }))
    const [found] = notesOf(above)
    const lines = above.raw.split('\n')
    const call = lines[(found?.call_line ?? 0) - 1] ?? ''
    const text = lines[(found?.anchor_line ?? 0) - 1] ?? ''
    expect(call.trim()).toBe('1')
    expect(call.length).toBe(text.length + 1)
    expect(text).toMatch(/ So$/u)
  })

  test('share a line where they are short', () => {
    const set = typeset(BOOK, withNotes({ labels: 'boxed', together: true }))
    expect(set.raw).toContain('  [1] Remark 0.   [2] Remark 1.\n')
    const [first, second] = notesOf(set)
    expect(second?.line).toBe(first?.line)
  })

  test('of several paragraphs run on to the next page', () => {
    const one = note(0, prose(12), prose(16))
    const book = truth([calling('It began so.', one), paragraph(prose(120))], [one])
    const set = typeset(book, withNotes({ most: 4 }))
    const [found] = notesOf(set)
    expect(found?.more?.length).toBeGreaterThan(0)
    expect(set.gold.filter(({ kind }) => kind === 'split').length).toBeGreaterThan(1)
  })

  test('hang behind their labels', () => {
    const one = note(0, prose(6))
    const set = typeset(truth([calling('So.', one)], [one]), withNotes({ indent: 0, hanging: 3 }))
    expect(set.raw).toMatch(/\n1 Sheet [^\n]+\n {3}\S/u)
  })
})
