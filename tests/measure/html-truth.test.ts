import { describe, expect, test } from 'vitest'
import type { Block, Truth } from '../support/typesetter/truth.ts'
import { htmlTruth } from './html-truth.ts'

const CUT = { language: 'en', most: 100_000, top: 1, references: false }

describe('a page of documentation', () => {
  test('gives its headings, paragraphs, items and quotations in order', () => {
    const truth = htmlTruth(
      [
        page(`
          <div id="banner">Buy the book</div>
          <ul class="docnav"><li>Next page</li></ul>
          <h1>1. The case</h1>
          <p>Type lies in
             the case.<a class="headerlink" href="#x">¶</a></p>
          <h2>1.1. The boxes</h2>
          <p>Of the boxes there are three:</p>
          <ul><li><p>one for the sorts;</p></li><li>one for the quads.</li></ul>
          <ol><li>Wash the forme.</li><li>Dry it.</li></ol>
          <h4>1.1.1.1. Old ones</h4>
          <blockquote><p>A case is the house of the letter.</p></blockquote>
          <p>The end of the page.</p>`),
      ],
      CUT,
    )
    expect(truth.blocks.map(shown)).toEqual([
      'article 2: 1. The case',
      'paragraph: Type lies in the case.',
      'section 3: 1.1. The boxes',
      'paragraph: Of the boxes there are three:',
      'item 2: – one for the sorts;',
      'item 2: – one for the quads.',
      'item 3: 1) Wash the forme.',
      'item 3: 2) Dry it.',
      'subsection 4: 1.1.1.1. Old ones',
      'quote: A case is the house of the letter.',
      'paragraph: The end of the page.',
    ])
  })

  test('has chapters where DocBook says so, whatever their headings are', () => {
    const truth = htmlTruth(
      [
        page('<div class="chapter"><h2>Ink</h2><p>Ink is made of lamp-black.</p></div>'),
        page('<div class="section"><h2>Oil</h2><p>The oil is to be boiled.</p></div>'),
      ],
      CUT,
    )
    expect(truth.blocks.map(shown)).toEqual([
      'article 2: Ink',
      'paragraph: Ink is made of lamp-black.',
      'section 3: Oil',
      'paragraph: The oil is to be boiled.',
    ])
  })

  test('lets a term run into its explanation', () => {
    const truth = htmlTruth([page('<dl><dt>Quoin:</dt><dd><p>a wedge.</p></dd></dl>')], CUT)
    expect(truth.blocks.map(shown)).toEqual(['paragraph: Quoin. a wedge.'])
  })

  test('keeps footnotes, with their calls, and counts them over all pages', () => {
    const one = (word: string): string => `
      <p>The ${word} is old<a href="#f1" class="footnote"><sup>[1]</sup></a>.</p>
      <div class="footnotes"><div id="f1" class="footnote"><p>
        <a href="#r"><sup>[1]</sup></a> So says the ${word} maker.</p></div></div>`
    const truth = htmlTruth([page(one('press')), page(one('punch'))], CUT)
    expect(truth.blocks.map(shown)).toEqual([
      'paragraph: The press is old\ue000.',
      'paragraph: The punch is old\ue001.',
    ])
    expect(notesOf(truth)).toEqual([
      ['\ue000', 'So says the press maker.'],
      ['\ue001', 'So says the punch maker.'],
    ])
    const annotated = truth.blocks.flatMap((block) => ('copy' in block ? [block.copy] : []))
    expect(annotated[1]?.annotations).toEqual([{ what: 'call', from: 16, to: 17, note: 'n2' }])
  })

  test('leaves out what is not in its language, and what no line can hold', () => {
    const long = 'x'.repeat(41)
    const html = page(`
      <p>The line is not yet set and is of type.</p>
      <p>Die Zeile ist nicht von Hand gesetzt.</p>
      <p>Die Adresse ist https://example.org/${long} und nicht kurz.</p>
      <p>Набор.</p>`)
    const german = htmlTruth([html], { ...CUT, language: 'de' })
    expect(german.blocks.map(shown)).toEqual(['paragraph: Die Zeile ist nicht von Hand gesetzt.'])
    const russian = htmlTruth([html], { ...CUT, language: 'ru' })
    expect(russian.blocks.map(shown)).toEqual(['paragraph: Набор.'])
  })

  test('ties what must not be parted at the end of a line', () => {
    const html = page('<p>La casse est pleine\u202f; le plomb – lourd – est dans la fonte.</p>')
    const { blocks } = htmlTruth([html], { ...CUT, language: 'fr' })
    expect(blocks.map(shown)).toEqual([
      'paragraph: La casse est pleine\u00a0; le plomb\u00a0– lourd\u00a0– est dans la fonte.',
    ])
  })

  test('has no heading that nothing stands under', () => {
    const html = page('<h1>One</h1><h2>Empty</h2><h2>Full</h2><p>The text of it.</p><h2>Last</h2>')
    expect(htmlTruth([html], CUT).blocks.map(shown)).toEqual([
      'article 2: One',
      'section 3: Full',
      'paragraph: The text of it.',
    ])
  })
})

describe('a text with few notes', () => {
  const long =
    'The compositor takes the sorts out of the case, one after the other, and sets them. '
  const paragraphs = Array.from(
    { length: 60 },
    (_, i) => `<p>${long.repeat(4)}Of this there is the ${'abcdefghij'[i % 10]}.</p>
      <p>That is the rule of shop ${i}.</p>`,
  )
  const truth = htmlTruth([page(`<h1>Rules</h1>${paragraphs.join('')}`)], CUT)

  test('gets some of its short paragraphs as notes, called from the paragraph before', () => {
    expect(truth.notes.size).toBeGreaterThan(5)
    const calls = truth.blocks.flatMap((block) =>
      'copy' in block ? block.copy.annotations.map(({ what }) => what) : [],
    )
    expect(calls).toEqual(Array.from({ length: truth.notes.size }, () => 'call'))
    expect(notesOf(truth).every(([, text]) => /^That is the rule of shop/u.test(text ?? ''))).toBe(
      true,
    )
  })

  test('loses none of its words by it', () => {
    const copies = truth.blocks.flatMap((block) => ('copy' in block ? [block.copy.text] : []))
    const notes = notesOf(truth).map(([, text]) => text)
    const shops = [...copies, ...notes].join(' ').match(/shop \d+/gu) ?? []
    expect(new Set(shops).size).toBe(60)
  })

  test('gets none near the end of a chapter, since they must end there, too', () => {
    const last = truth.blocks.slice(-6)
    expect(last.every((block) => 'copy' in block && block.copy.annotations.length === 0)).toBe(true)
  })
})

test('references in square brackets become notes where that is asked for', () => {
  const text = (n: number): string =>
    `<p>The press was known [Author ${n}, The Book, p. ${n}]. It was of wood.</p>`
  const html = page(Array.from({ length: 20 }, (_, i) => text(i)).join(''))
  const { notes } = htmlTruth([html], { ...CUT, references: true })
  expect(notes.size).toBeGreaterThan(0)
  expect(notes.size).toBeLessThan(20)
  expect([...notes.values()][0]?.paragraphs[0]?.text).toMatch(/^Author \d+, The Book, p\. \d+\.$/u)
})

function page(body: string): { readonly html: string } {
  return { html: `<html><head><title>Not printed</title></head><body>${body}</body></html>` }
}

function shown(block: Block): string {
  if (block.role === 'heading') {
    return `${block.heading} ${block.level}: ${block.lines.map(({ text }) => text).join(' / ')}`
  }
  if (!('copy' in block)) return block.role
  const role = 'group' in block && block.group ? block.group.kind : block.role
  const label = block.role === 'item' ? ` ${block.label}` : ''
  return `${role}${label}: ${block.copy.text}`
}

function notesOf({ notes }: Truth): readonly (readonly (string | undefined)[])[] {
  return [...notes.values()].map(({ label, paragraphs }) => [
    'placeholder' in label ? label.placeholder : label.fixed,
    ...paragraphs.map(({ text }) => text),
  ])
}
