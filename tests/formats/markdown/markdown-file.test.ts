import { describe, expect, it } from 'vitest'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import { markdownTree } from '../../../src/formats/markdown/markdown-tree.ts'
import type { BlockNode, Edition } from '../../../src/model/edition.ts'
import { bare, parsed } from './parsed.ts'
import {
  blank,
  call,
  corrected,
  correction,
  division,
  editionOf,
  emphasis,
  group,
  heading,
  hyphen,
  item,
  label,
  line,
  list,
  note,
  page,
  paragraph,
  row,
  text,
} from './small-edition.ts'

/** The text of an edition in Markdown, without front matter and apparatus. Checks that it parses back. */
function body(...children: readonly BlockNode[]): string {
  const edition = editionOf(children)
  const file = whole(edition)
  expect(bare(parsed(file))).toEqual(bare(markdownTree(edition)))
  return file.slice(file.indexOf('\n---\n') + 6, file.indexOf('# Apparatus\n')).trimEnd()
}

function whole(edition: Edition): string {
  return [...markdownFile(edition)].join('')
}

describe('running text', () => {
  it('stands on one line a paragraph, whatever the lines of the page', () => {
    expect(body(paragraph('one', blank, 'two  three\r\nfour', blank))).toBe('one two three four')
  })

  it('loses its soft hyphens and keeps the others', () => {
    const words = [hyphen('soft'), hyphen('hard'), hyphen('ask')].map((sign) => [
      text('по'),
      sign,
      text('этому'),
      blank,
    ])
    expect(body(paragraph(...words.flat()))).toBe('поэтому по-этому по-этому')
  })

  it('leaves out forme work', () => {
    const head = { type: 'formeWork', from: 0, to: 0, work: 'header', place: 'top', value: 'HEAD' }
    expect(
      body(paragraph('a', { ...head, type: 'formeWork', work: 'header', place: 'top' }, 'b')),
    ).toBe('ab')
  })

  it('is escaped where Markdown would take it for a mark', () => {
    expect(body(paragraph('1. *a* _b_ [c] <d> &amp; `e` \\* ~f~'))).toBe(
      '1\\. \\*a\\* \\_b\\_ \\[c] \\<d> \\&amp; \\`e\\` \\\\\\* \\~f\\~',
    )
    expect(body(paragraph('— a'), paragraph('- b'), paragraph('+ c'), paragraph('# d'))).toBe(
      '— a\n\n\\- b\n\n\\+ c\n\n\\# d',
    )
  })

  it('keeps bylines, datelines, sources, signatures and salutations as paragraphs of their own', () => {
    const types = ['byline', 'dateline', 'source', 'signed', 'salute'] as const
    expect(body(...types.map((type) => line(type, text(type))))).toBe(types.join('\n\n'))
  })

  it('shows what no file in UTF-8 can carry as U+FFFD', () => {
    expect(body(paragraph('a\0b\udc80c\u{1f600}'))).toBe('a\ufffdb\ufffdc\u{1f600}')
  })

  it('makes a paragraph of printed characters that no block claims', () => {
    expect(body(text('stray'), blank, paragraph('a'))).toBe('stray\n\na')
  })

  it('makes nothing of a block without printed characters, but keeps its page', () => {
    expect(body(paragraph(blank, page('7')), heading(1), paragraph('a'))).toBe('<!-- p. 7 -->\n\na')
  })
})

describe('page numbers', () => {
  it('stand on a line of their own where a block begins', () => {
    expect(body(paragraph('a'), page('12'), paragraph('b'))).toBe('a\n\n<!-- p. 12 -->\n\nb')
    expect(body(paragraph('a'), paragraph(page('12'), blank, 'b'))).toBe('a\n\n<!-- p. 12 -->\n\nb')
    expect(body(paragraph('a', blank, page('12')), paragraph('b'))).toBe('a\n\n<!-- p. 12 -->\n\nb')
    expect(body(page('12'), heading(2, page('13'), text('b')))).toBe(
      '<!-- p. 12 -->\n\n<!-- p. 13 -->\n\n## b',
    )
  })

  it('would swallow the text of a line that they began', () => {
    expect(parsed('<!-- p. 12 -->b').children).toMatchObject([{ value: '<!-- p. 12 -->b' }])
  })

  it('stand inline within a paragraph, behind the blank', () => {
    expect(body(paragraph('a', blank, page('12'), blank, 'b'))).toBe('a <!-- p. 12 -->b')
    expect(body(paragraph('a', page('12'), blank, 'b'))).toBe('a <!-- p. 12 -->b')
  })

  it('stand inline within a word, without a blank', () => {
    expect(body(paragraph('пере', hyphen('soft'), page('12'), 'писывали'))).toBe(
      'пере<!-- p. 12 -->писывали',
    )
  })

  it('show inferred numbers in brackets, unknown ones as a question', () => {
    expect(body(page('[13]'), page(''), paragraph('a'))).toBe(
      '<!-- p. [13] -->\n\n<!-- p. ? -->\n\na',
    )
  })

  it('cannot end their comment early', () => {
    expect(body(paragraph('a', page('1 --> *x* <b>'), 'b'))).toBe('a<!-- p. 1 - *x* b -->b')
  })

  it('stand in headings, list items, quotations, notes and emphasis', () => {
    expect(body(heading(1, text('a'), blank, page('2'), text('b')))).toBe('# a <!-- p. 2 -->b')
    expect(body(list(item('-', text('a')), page('2'), item('-', text('b'))))).toBe(
      '- a\n- <!-- p. 2 -->\n\n  b',
    )
    expect(body(list(item('-', text('a'), page('2'), text('b'))))).toBe('- a<!-- p. 2 -->b')
    expect(body(group('quotation', page('2'), paragraph('a')))).toBe('> <!-- p. 2 -->\n>\n> a')
    expect(
      body(
        paragraph(
          'a',
          call('1', 'n1'),
          note('n1', '1', paragraph(page('2'), 'b'), paragraph('c', page('3'), 'd')),
        ),
      ),
    ).toBe('a[^1]\n\n[^1]: <!-- p. 2 -->\n\n    b\n\n    c<!-- p. 3 -->d')
    expect(
      body(paragraph('a', emphasis(page('2'), text('b'), page('3'), text('c'), page('4')), 'd')),
    ).toBe('a<!-- p. 2 -->*b<!-- p. 3 -->c*<!-- p. 4 -->d')
  })

  it('stand at the end of a line of verse, not at the beginning of the next', () => {
    const verse = group(
      'verse',
      line('verseLine', text('a')),
      page('2'),
      line('verseLine', page('3'), text('b'), blank),
      page('4'),
    )
    expect(body(verse, paragraph('c'))).toBe(
      'a<!-- p. 2 --><!-- p. 3 -->\\\nb\n\n<!-- p. 4 -->\n\nc',
    )
  })

  it('keep their place in a corrected word', () => {
    const word = { ...text('cно'), from: 10, to: 13 }
    const rest = { ...text('вa'), from: 14, to: 16 }
    const both = [correction('x', 'c', 'сс', { from: 10 }), correction('y', 'a', 'а', { from: 15 })]
    expect(body(paragraph(corrected('сснова', [word, page('2', 13), rest], ...both)))).toBe(
      'ссно<!-- p. 2 -->ва',
    )
    expect(body(paragraph(corrected('', [word, page('2', 13)]), 'a'))).toBe('<!-- p. 2 -->\n\na')
  })
})

describe('headings', () => {
  it('have the depth of their level, six at most', () => {
    const levels = [1, 2, 3, 4, 5, 6, 9]
    expect(body(...levels.map((level) => heading(level, text(`${level}`))))).toBe(
      '# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6\n\n###### 9',
    )
  })

  it('stand on one line', () => {
    expect(body(heading(1, text('a'), blank, text('b #')))).toBe('# a b \\#')
  })
})

describe('lists', () => {
  it('have bullets for dashes, bullets and nothing', () => {
    expect(body(list(item('—', text('a')), item('•', text('b')), item('', text('c'))))).toBe(
      '- a\n- b\n- c',
    )
  })

  it('keep printed numbers and the mark behind them', () => {
    expect(body(list(item('3)', text('a')), item('4)', text('b'))))).toBe('3) a\n4) b')
    expect(body(list(item('1.', text('a')), item('2.', text('b'))))).toBe('1. a\n2. b')
  })

  it('keep other labels as text', () => {
    expect(body(list(item('а)', text('a')), item('—', text('b'))))).toBe('- а) a\n- b')
    expect(body(list(item('1)', text('a')), item('3)', text('b'))))).toBe('- 1\\) a\n- 3\\) b')
    expect(body(list(item('01.', text('a'))))).toBe('- 01\\. a')
    expect(body(list(item('§', text('a'))))).toBe('- § a')
    expect(body(list(item('1234567890.', text('a'))))).toBe('- 1234567890\\. a')
  })

  it('are kept apart', () => {
    expect(
      body(list(item('1)', text('a'))), list(item('1)', text('b'))), list(item('-', text('c')))),
    ).toBe('1) a\n\n<!-- -->\n\n1) b\n\n<!-- -->\n\n- c')
    expect(body(group('quotation', list(item('-', text('a'))), list(item('-', text('b')))))).toBe(
      '> - a\n>\n> <!-- -->\n>\n> - b',
    )
  })

  it('show the label of an item of which nothing else is printed', () => {
    expect(body(list(item('1)'), item('2)', text('b'))))).toBe('- 1\\)\n- 2\\) b')
    expect(body(list(item('-'), item('-', text('b'))))).toBe('- b')
  })

  it('have the definitions of their notes behind them', () => {
    expect(
      body(
        list(
          item('-', text('a'), call('1', 'n1'), note('n1', '1', paragraph('b'))),
          item('-', text('c')),
        ),
      ),
    ).toBe('- a[^1]\n- c\n\n[^1]: b')
  })
})

describe('quotations, epigraphs and letters', () => {
  it('have every line of several paragraphs behind a mark', () => {
    expect(
      body(group('quotation', paragraph('a'), paragraph('b')), group('epigraph', paragraph('c'))),
    ).toBe('> a\n>\n> b\n\n> c')
  })

  it('stand in one another', () => {
    expect(
      body(group('quotation', group('quotation', paragraph('a')), list(item('-', text('b'))))),
    ).toBe('> > a\n>\n> - b')
  })

  it('let a letter read on in the running text', () => {
    expect(body(group('letter', line('salute', text('a')), paragraph('b')), paragraph('c'))).toBe(
      'a\n\nb\n\nc',
    )
  })
})

describe('verse', () => {
  it('has a hard break behind each line', () => {
    expect(
      body(
        group('verse', line('verseLine', text('a')), blank, line('verseLine', text('- b'), blank)),
      ),
    ).toBe('a\\\n\\- b')
  })

  it('is parted by what is no verse', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((value) => line('verseLine', text(value)))
    if (!a || !b || !c) throw new Error('three lines')
    expect(body(group('verse', a, b, line('dateline', text('d')), c))).toBe('a\\\nb\n\nd\n\nc')
  })

  it('keeps a backslash at the end of a line', () => {
    expect(
      body(group('verse', line('verseLine', text('a\\')), line('verseLine', text('b\\')))),
    ).toBe('a\\\\\\\nb\\\\')
  })
})

describe('tables', () => {
  const gap = { ...blank, from: 0, to: 4 }

  it('keep their columns as code, corrections made', () => {
    const word = corrected('Price', [text('Pnice')], correction('c', 'Pnice', 'Price'))
    expect(
      body(group('table', row(2, text('`Town`'), gap, word), blank, row(4, text('*Ulm'), gap))),
    ).toBe('```\n`Town`    Price\n  *Ulm    \n```')
  })

  it('are lines with a break behind each where notes are called in them', () => {
    const called = [call('1', 'n1'), note('n1', '1', paragraph('so'))]
    expect(body(group('table', row(2, text('a'), gap, ...called), row(2, text('b'))))).toBe(
      'a\u2003[^1]\\\nb\n\n[^1]: so',
    )
  })

  it('are parted by a page', () => {
    expect(body(group('table', row(0, text('a')), page('2'), row(0, text('b'))))).toBe(
      '```\na\n```\n\n<!-- p. 2 -->\n\n```\nb\n```',
    )
  })
})

describe('tables of contents', () => {
  it('are lists of their entries, with the numbers as printed', () => {
    const number = { type: 'locator' as const, page: '12', children: [text('12')] }
    expect(
      body(
        group('contents', line('entry', text('Ink . . .'), blank, number), page('4')),
        paragraph('a'),
      ),
    ).toBe('- Ink . . . 12\n\n<!-- p. 4 -->\n\na')
  })
})

describe('emphasis', () => {
  it('survives next to letters and to marks', () => {
    expect(
      body(paragraph('не', emphasis(text('слово')), 'ное «', emphasis(text('так')), '».')),
    ).toBe('не*слово*ное «*так*».')
    expect(body(paragraph('а', emphasis(text('«б»')), 'в'))).toBe('&#x430;*«б»*&#x432;')
  })

  it('has its blanks and its last calls outside', () => {
    const noted = emphasis(blank, text('a'), blank, call('1', 'n1'), blank)
    expect(body(paragraph('x', noted, 'y', note('n1', '1', paragraph('b'))))).toBe(
      'x *a* [^1] y\n\n[^1]: b',
    )
  })

  it('ends before several calls with a blank between them', () => {
    const calls = [call('1', 'n1'), blank, call('1', 'n1')]
    expect(body(paragraph(emphasis(text('a'), blank, ...calls), note('n1', '1')))).toBe(
      '*a* [^1] [^1]\n\n[^1]:',
    )
  })

  it('is one where two touch or one holds another', () => {
    expect(body(paragraph(emphasis(text('a')), emphasis(text('b'), emphasis(text('c')))))).toBe(
      '*abc*',
    )
  })

  it('is none without printed characters', () => {
    expect(body(paragraph('a', emphasis(blank), 'b', emphasis()))).toBe('a b')
  })
})

describe('dividers', () => {
  it('are thematic breaks', () => {
    expect(body(paragraph('a'), line('divider', text('***')), paragraph('b'))).toBe(
      'a\n\n* * *\n\nb',
    )
  })

  it('stay as printed where they say something', () => {
    expect(body(line('divider', text('* II *')))).toBe('\\* II \\*')
  })
})

describe('notes', () => {
  it('follow the block in which they are called, without their printed labels', () => {
    const body1 = note('n1', '1', paragraph(label('1)'), blank, 'a'), paragraph('b'))
    expect(body(paragraph('x', call('1', 'n1'), body1, ' y'), paragraph('z'))).toBe(
      'x[^1] y\n\n[^1]: a\n\n    b\n\nz',
    )
  })

  it('stand under their heading at the end, and answer two calls', () => {
    const end = division('d4', 'notes', heading(3, text('Notes')), note('n1', 'i', paragraph('a')))
    expect(
      body(division('d3', 'article', paragraph('x', call('i', 'n1'), ' y', call('i', 'n1')), end)),
    ).toBe('x[^d3.i] y[^d3.i]\n\n### Notes\n\n[^d3.i]: a')
  })

  it('follow the note in which they are called', () => {
    const inner = note('n2', '2', paragraph('b'))
    const outer = note('n1', '1', paragraph('a', call('2', 'n2'), inner))
    expect(body(paragraph('x', call('1', 'n1'), outer))).toBe('x[^1]\n\n[^1]: a[^2]\n\n[^2]: b')
  })

  it('hold lists and quotations', () => {
    const full = note('n1', '1', group('quotation', paragraph('a')), list(item('-', text('b'))))
    expect(body(paragraph('x', call('1', 'n1'), full))).toBe('x[^1]\n\n[^1]: > a\n\n    - b')
  })

  it('may be empty', () => {
    expect(body(paragraph('x', call('1', 'n1'), note('n1', '1')), paragraph('y'))).toBe(
      'x[^1]\n\n[^1]:\n\ny',
    )
  })

  it('leave a call that none answers as it is printed', () => {
    expect(body(paragraph('x', call('*', undefined), call('[1]', 'n9')))).toBe('x\\*\\[1]')
  })

  it('show their siglum when nothing calls them', () => {
    expect(body(note('n1', '1', paragraph(label('1)'), text('a')), paragraph('b')))).toBe(
      '1\\) a\n\nb',
    )
    expect(body(note('n1', '1', paragraph('a')))).toBe('1 a')
    expect(body(note('n1', '1', list(item('-', text('a')))))).toBe('1\n\n- a')
    expect(body(note('n1', '1'))).toBe('1')
    expect(body(note('n1', '', paragraph('a')))).toBe('a')
  })

  it('show their siglum when only they themselves call them', () => {
    const self = note('n1', '1', paragraph(label('1'), 'a', call('2', 'n2')))
    const other = note('n2', '2', paragraph('b', call('1', 'n1')))
    expect(body(self, other)).toBe('1 a[^2]\n\n[^2]: b1')
  })

  it('are not defined by a colon behind their call', () => {
    expect(
      body(
        paragraph(call('1', 'n1'), ': x', call('1', 'n1'), ': y', note('n1', '1', paragraph('a'))),
      ),
    ).toBe('[^1]\\: x[^1]: y\n\n[^1]: a')
  })

  it('are neither images nor links by the characters around their calls', () => {
    expect(body(paragraph('a!', call('1', 'n1'), '(b)', note('n1', '1', paragraph('c'))))).toBe(
      'a\\![^1]\\(b)\n\n[^1]: c',
    )
  })
})

describe('the file', () => {
  it('comes in chunks that are the same file joined', () => {
    const many = Array.from({ length: 1000 }, (_, i) => paragraph(`${i}a`))
    const lists = Array.from({ length: 300 }, (_, i) => list(item('-', text(`${i}b`))))
    const edition = editionOf([...many, ...lists])
    const chunks = [...markdownFile(edition)]
    expect(chunks.length).toBeGreaterThan(9)
    expect(bare(parsed(chunks.join('')))).toEqual(bare(markdownTree(edition)))
  })

  it('has each comment on a line of its own where there are only comments', () => {
    const pages = Array.from({ length: 300 }, (_, i) => page(`${i}`))
    expect(body(...pages).split('\n\n')).toHaveLength(300)
  })

  it('is the same every time', () => {
    const edition = editionOf([paragraph('a', call('1', 'n1'), note('n1', '1', paragraph('b')))])
    expect(whole(edition)).toBe(whole(edition))
  })

  it('has front matter and an apparatus when the book has no text', () => {
    expect(whole(editionOf([]))).toBe(`---
title: "A Book"
language: "en"
sha256: "abc123"
generator: "Emend 1.2.3"
---

# Apparatus

## Emendations

None: every word stands as it is printed.
`)
  })
})
