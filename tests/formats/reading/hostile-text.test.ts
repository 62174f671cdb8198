import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docxFile } from '../../../src/formats/docx/docx-file.ts'
import { latexFile } from '../../../src/formats/latex/latex-file.ts'
import { textFile } from '../../../src/formats/text/text-file.ts'
import { wikiPages } from '../../../src/formats/wikisource/wikisource.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { hostileEdition, hostileText } from '../markdown/random-edition.ts'
import {
  call,
  corrected,
  correction,
  editionOf,
  emphasis,
  heading,
  note,
  paragraph,
  text,
} from '../markdown/small-edition.ts'
import type { ReadingText } from './words.ts'
import { readDocx } from './words-of-docx.ts'
import { readLatex } from './words-of-latex.ts'
import { readText } from './words-of-text.ts'
import { readWiki } from './words-of-wiki.ts'

const SEED = 20261123

/** What would be markup in one of the formats, beside what is hostile to Markdown. */
const MARKUP = [
  '\\input{x}',
  '\\end{document}',
  '$x^2_i$',
  '100%',
  '{\\bf a}',
  '^^M',
  '~',
  '--',
  "''a''",
  '[[a|b]]',
  '{{a|b=c}}',
  '<ref>a</ref>',
  '== a ==',
  '__TOC__',
  '~~~~',
  '----',
  '* a',
  ': a',
  'http://a.b/c',
  '<script>alert(1)</script>',
  ']]>',
  '<!-- a -->',
  '&lt;',
  '\u0627\u0644\u0639\u0631\u0628',
  '\u202eabc\u202c',
  '\u0007',
  '=a',
  'a=',
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), hostileText), { maxLength: 4 })
  .map((parts) => parts.join(' '))

/** A heading, and a paragraph with an emphasis, a correction and a note. */
const parts = fc.record({
  title: anyText,
  before: anyText,
  spaced: anyText,
  sic: anyText,
  corr: anyText,
  said: anyText,
})
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never

function editionOfParts({ title, before, spaced, sic, corr, said }: Parts): Edition {
  return editionOf([
    heading(2, text(`T${title}T`)),
    paragraph(
      text(`A${before}`),
      text('B'),
      emphasis(text(`C${spaced}C`)),
      text('D'),
      corrected(`E${corr}E`, [text(`E${sic}E`)], correction('c1', sic, corr)),
      call('1', 'n1'),
      note('n1', '1', paragraph(text(`N${said}N`))),
      text('Z'),
    ),
  ])
}

/** What a reader shall read: blanks closed up, a sign for what no format can carry. */
function expected({ title, before, spaced, corr, said }: Parts): ReadingText {
  return {
    text: [shown(`T${title}T`), shown(`A${before}BC${spaced}CDE${corr}EZ`)],
    notes: [shown(`N${said}N`)],
  }
}

function shown(value: string): string {
  const written = value.replace(/[\t\n\v\f\r ]+/g, ' ')
  return written.replace(/[\0-\x1f\x7f-\x9f\p{Cs}\p{NChar}]/gu, '\ufffd')
}

const hostile = /[\\{}$&#^_~%<>[\]|=']/

describe('text that would be markup', () => {
  it.each<[string, (edition: Edition) => Promise<ReadingText> | ReadingText]>([
    ['plain text', (edition) => readText([...textFile(edition)].join(''))],
    ['LaTeX', (edition) => readLatex([...latexFile(edition)].join(''))],
    ['Wikisource', (edition) => readWiki([...wikiPages(edition)].map(([, file]) => file.join('')))],
    ['DOCX', async (edition) => readDocx(await docxFile(edition))],
  ])('comes out as text in %s', async (name, read) => {
    let put = 0
    await fc.assert(
      fc.asyncProperty(parts, async (chosen) => {
        const got = await read(editionOfParts(chosen))
        const want = expected(chosen)
        const kept = (lines: readonly string[]): readonly string[] =>
          lines.map((line) => line.replaceAll('\n', ' ').trim()).filter((line) => line !== '')
        expect(kept(got.text)).toEqual(want.text)
        expect(kept(got.notes)).toEqual(want.notes)
        if (hostile.test(want.text.join(''))) put++
      }),
      { seed: SEED, numRuns: name === 'DOCX' ? 60 : 400 },
    )
    expect(put).toBeGreaterThan(name === 'DOCX' ? 40 : 300)
  })

  it('gives back the text as printed in DOCX when all changes are rejected', async () => {
    const chosen = { title: '', before: 'x', spaced: '', sic: 'ab', corr: 'ac', said: 'z' }
    const file = await docxFile(editionOfParts(chosen))
    expect(readDocx(file, 'printed').text).toEqual(['TT', 'AxBCCDEabEZ'])
  })

  it('is read through in any tree', async () => {
    let notes = 0
    await fc.assert(
      fc.asyncProperty(hostileEdition, async (edition) => {
        readLatex([...latexFile(edition)].join(''))
        readWiki([...wikiPages(edition)].map(([, file]) => file.join('')))
        readText([...textFile(edition)].join(''))
        notes += readDocx(await docxFile(edition)).notes.length
      }),
      { seed: SEED, numRuns: 150 },
    )
    expect(notes).toBeGreaterThan(20)
  })
})
