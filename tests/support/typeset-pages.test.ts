import { describe, expect, test } from 'vitest'
import { chapter, HONEST, paragraph, prose, section, truth } from './small-truth.ts'
import type { GoldOf } from './typesetter/gold.ts'
import type { Layout } from './typesetter/layout.ts'
import { plainCopy } from './typesetter/read-copy.ts'
import { type Typeset, typeset } from './typesetter/typeset.ts'

const BOOK = truth([
  chapter('First steps'),
  paragraph(prose(200)),
  section('On ink'),
  paragraph(prose(20)),
  chapter('Last steps'),
  paragraph(prose(200)),
])

function withPage(page: Partial<Layout['page']>, more: Partial<Layout> = {}): Layout {
  return { ...HONEST, ...more, page: { ...HONEST.page, ...page } }
}

function pagesOf({ raw }: Typeset): readonly string[] {
  return raw.split('\f').filter((page) => page !== '')
}

function formeOf({ gold, raw }: Typeset, what: GoldOf<'forme'>['what']): readonly string[] {
  const lines = raw.split('\n')
  return gold.flatMap((one) =>
    one.kind === 'forme' && one.what === what ? [lines[one.line - 1] ?? ''] : [],
  )
}

describe('heads', () => {
  test('bear the book on the left and the chapter on the right, none where a chapter begins', () => {
    const set = typeset(BOOK, withPage({}))
    const heads = formeOf(set, 'header').map((head) => head.trim())
    expect(heads[0]).toMatch(/^6 +The Book$/u)
    expect(heads).toContainEqual(expect.stringMatching(/^First steps +7$/u))
    expect(heads).toContainEqual(expect.stringMatching(/^Last steps +\d+$/u))
    expect(pagesOf(set)[0]).toMatch(/^ *First steps\n/u)
    expect(pagesOf(set)[0]).toMatch(/\n +5\n$/u)
  })

  test('are spaced, or in capitals, with the number inside or close by', () => {
    const head = (more: object): string =>
      formeOf(typeset(BOOK, withPage({ head: { width: 40, ...more } })), 'header')[0]?.trim() ?? ''
    expect(head({ style: 'spaced' })).toMatch(/^6 +T H E {3}B O O K$/u)
    expect(head({ style: 'capitals', number: 'inside' })).toMatch(/^THE BOOK +6$/u)
    expect(head({ close: true })).toBe('6 The Book')
    expect(head({ number: 'none' })).toBe('The Book')
  })
})

describe('numbers', () => {
  test.each(['#', '– # –', '[#]', '- # -'])('stand at the foot as %s', (form) => {
    const folio = { place: 'foot', on: 'all', form } as const
    const set = typeset(BOOK, withPage({ head: undefined, folio }))
    const numbers = formeOf(set, 'page-number').map((line) => line.trim())
    expect(numbers.slice(0, 2)).toEqual([form.replace('#', '5'), form.replace('#', '6')])
    expect(numbers.length).toBe(set.pages.length)
  })

  test('are Roman in the front matter, and blank pages are counted', () => {
    const layout = withPage(
      { front: { pages: 1 }, opensRight: true },
      { contents: { leader: 'dots', depth: 3 }, firstPage: 1 },
    )
    const short = truth([
      ...BOOK.blocks,
      chapter('Afterword'),
      paragraph(prose(4)),
      chapter('Thanks'),
    ])
    const set = typeset(short, layout)
    const pages = set.gold.filter((one): one is GoldOf<'page'> => one.kind === 'page')
    expect(pages[0]).toMatchObject({ printed: 'i', number: 'i' })
    expect(pages[1]).toMatchObject({ number: '1' })
    const last = set.gold.find((one) => one.kind === 'heading' && one.text === 'Thanks')
    const begins = pages.find(({ line }) => line === last?.line)
    expect(Number(begins?.number) % 2).toBe(1)
    expect(set.raw).toContain('\f\f')
  })
})

test('Pages begin with a form feed, with blank lines, or with nothing.', () => {
  const begins = (how: Layout['page']['begins']): string =>
    typeset(BOOK, withPage({ begins: how })).raw
  expect(begins('form-feed').match(/\f/gu)?.length).toBe(typeset(BOOK, HONEST).pages.length)
  expect(begins('nothing')).not.toContain('\f')
  expect(begins('blank-lines')).toMatch(/\n\n\n\n6 /u)
})

test('Margins differ left and right.', () => {
  const set = typeset(BOOK, withPage({ margins: { recto: 6, verso: 2 } }))
  const [recto, verso] = pagesOf(set)
  expect(recto?.split('\n').every((line) => line === '' || line.startsWith(' '.repeat(6)))).toBe(
    true,
  )
  expect(verso).toMatch(/^ {2}6 .*\n\n {2}Sheet|^ {2}6 .*\n\n {2}\S/u)
})

test('Signatures stand on the first two leaves of a gathering, catchwords on every page.', () => {
  const long = truth([paragraph(prose(1600))])
  const set = typeset(long, withPage({ signatures: 'letters', catchwords: true }))
  const signatures = formeOf(set, 'signature').map((line) => line.trim().replace(/ {3,}.*$/u, ''))
  expect(signatures.slice(0, 2)).toEqual(['B', 'B 2'])
  const catchword = formeOf(set, 'catchword')[0]?.trim()
  const [, second = ''] = pagesOf(set)
  expect(second.split('\n')[2]?.trim().split(' ')[0]).toBe(catchword)
})

describe('contents', () => {
  test.each([
    ['dots', / \.{5,} 5$/mu],
    ['spaced dots', / (?:\. ){5,}5$/mu],
    ['blanks', / {9,}5$/mu],
  ] as const)('lead to their pages by %s', (leader, shape) => {
    const set = typeset(BOOK, { ...HONEST, contents: { leader, depth: 3 }, firstPage: 4 })
    expect(set.raw.slice(0, 400)).toMatch(shape)
    const entries = set.gold.flatMap((one) => (one.kind === 'toc' ? [one.page] : []))
    const begins = set.gold.flatMap((one) => (one.kind === 'page' ? [one] : []))
    const headings = set.gold.filter((one) => one.kind === 'heading').slice(1)
    expect(entries).toEqual(
      headings.map(({ line }) => begins.filter((page) => page.line <= line).at(-1)?.number),
    )
    expect(set.right).toMatch(/^Contents\nFirst steps\n5\n/u)
  })
})

test('Sections are numbered, as numbers or with letters, unless they are.', () => {
  const numbered = (numbers: 'decimal' | 'roman'): string =>
    typeset(BOOK, { ...HONEST, heading: { ...HONEST.heading, numbers } }).right
  expect(numbered('decimal')).toMatch(
    /^1\. First steps\n[^\n]+\n1\.1 On ink\n[\s\S]+2\. Last steps/u,
  )
  expect(numbered('roman')).toMatch(/^I\. First steps\n[^\n]+\nA\. On ink\n[\s\S]+II\. Last steps/u)
  const known = truth([chapter('Chapter 1. Ink'), paragraph('So.'), chapter('Index')])
  const heading = { ...HONEST.heading, numbers: 'decimal' } as const
  expect(typeset(known, { ...HONEST, heading }).right).toBe('Chapter 1. Ink\nSo.\nIndex')
})

test('A long title breaks over lines of its own measure, in capitals.', () => {
  const heading = { ...HONEST.heading, measure: 20, capitals: [2] }
  const book = truth([chapter('Of ink and of those who boil it'), paragraph('So.')])
  const set = typeset(book, { ...HONEST, heading })
  expect(set.raw).toMatch(/^ +OF INK AND OF THOSE\n +WHO BOIL IT\n/u)
  expect(set.gold.find(({ kind }) => kind === 'heading')).toMatchObject({ line: 1, to: 2 })
})

test('A table stands line by line, its cells under each other.', () => {
  const rows = ['Ink   7', 'Paper and board   12', '', 'All   19'].map(plainCopy)
  const set = typeset(truth([paragraph('So:'), { role: 'table', lines: rows }]), HONEST)
  expect(set.raw).toContain('\n\nInk   7\nPaper and board   12\n\nAll   19\n')
  const straight = ['Ink   7', 'Paper   12'].map(plainCopy)
  const aligned = typeset(truth([{ role: 'table', lines: straight }]), HONEST)
  expect(aligned.raw).toMatch(/\nInk {5}7\nPaper {3}12\n/u)
  expect(set.gold).toContainEqual({ kind: 'table', line: 5, to: 8 })
  expect(set.gold).toContainEqual(expect.objectContaining({ kind: 'join', line: 8 }))
})

describe('paragraphs', () => {
  const two = truth([chapter('Ink'), paragraph(prose(8)), paragraph(prose(8))])

  test('hang, or are flush after a heading', () => {
    const hanging = { indent: 0, hanging: 3, parted: false }
    expect(typeset(two, { ...HONEST, paragraph: hanging }).raw).toMatch(/\nSheet [^\n]+\n {3}\S/u)
    const flush = { indent: 3, parted: false, firstFlush: true }
    const set = typeset(two, { ...HONEST, paragraph: flush })
    expect(set.raw).toMatch(/Ink\n\nSheet 0/u)
    expect(set.raw).toMatch(/\n {3}Sheet 0/u)
  })

  test('begin with an initial above or beside, and their word is whole', () => {
    const above = typeset(two, { ...HONEST, dropCapitals: 'above' })
    expect(above.raw).toMatch(/\n\nS\nheet 0 is dry/u)
    const beside = typeset(two, { ...HONEST, dropCapitals: 'beside' })
    expect(beside.raw).toMatch(/\n\nS heet 0 is dry[^\n]+\n {2}\S/u)
    for (const { gold, right } of [above, beside]) {
      expect(gold).toContainEqual({ kind: 'divided', line: 3, printed: 'S heet', whole: 'Sheet' })
      expect(right).toMatch(/^Ink\nSheet 0/u)
    }
  })
})
