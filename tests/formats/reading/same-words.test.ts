import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { docxFile } from '../../../src/formats/docx/docx-file.ts'
import { htmlFile } from '../../../src/formats/html/html-file.ts'
import { latexFile } from '../../../src/formats/latex/latex-file.ts'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import {
  dtabfFile,
  parallelFile,
  plainFile,
  simplePrintFile,
  textFile as teiText,
} from '../../../src/formats/tei/tei-file.ts'
import { textFile } from '../../../src/formats/text/text-file.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'
import { wordsOfHtml, wordsOfMarkdown } from '../html/reading-words.ts'
import { parsed } from '../markdown/parsed.ts'
import type { ReadingWords } from './words.ts'
import { wordsOfDocx } from './words-of-docx.ts'
import { wordsOfDtabf } from './words-of-dtabf.ts'
import { wordsOfLatex } from './words-of-latex.ts'
import { wordsOfTei } from './words-of-tei.ts'
import { wordsOfText } from './words-of-text.ts'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const there = existsSync(join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt'))
if (!there) console.log(`skipped: the real book is not in ${shared}; EMEND_SHARED says where it is`)
const BOOKS = [
  ...SAMPLES.map(({ slug }) => slug),
  ...(there ? ['rossiiskie-levye-kommunisty'] : []),
]

describe.each(BOOKS)('the reading text of %s', (slug) => {
  let edition: Edition
  let markdown: ReadingWords
  beforeAll(async () => {
    edition = await editionOfBook(slug)
    markdown = wordsOfMarkdown(parsed([...markdownFile(edition)].join('')))
    expect(markdown.text.length).toBeGreaterThan(1000)
    expect(markdown.notes.length).toBeGreaterThan(10)
  })

  it('is in plain text what it is in Markdown, word for word', () => {
    expectSame(wordsOfText([...textFile(edition)].join('')), markdown)
  })

  it('is so in LaTeX', () => {
    expectSame(wordsOfLatex([...latexFile(edition)].join('')), markdown)
  })

  it('is so in DOCX', async () => {
    expectSame(wordsOfDocx(await docxFile(edition)), markdown)
  })

  it('is so in TEI', () => {
    expectSame(wordsOfTei([...teiText(edition)].join('')), markdown)
  })

  it('is so in TEI that has the corrected text alone', () => {
    const plain = [...plainFile(edition)].join('')
    expectSame(wordsOfTei(plain), markdown)
    expect(plain).not.toMatch(/<(?:choice|corr|sic|reg|orig|lb)\b/u)
  })

  it('is so in TEI that has the apparatus within it', () => {
    expectSame(wordsOfTei([...parallelFile(edition)].join('')), markdown)
  })

  it('is so in TEI simplePrint', () => {
    expectSame(wordsOfTei([...simplePrintFile(edition)].join('')), markdown)
  })

  it('is so in the base format of the Deutsches Textarchiv', () => {
    expectSame(wordsOfDtabf([...dtabfFile(edition)].join('')), markdown)
  })

  it('is so in HTML, but for the place of notes that nothing calls', () => {
    const html = wordsOfHtml([...htmlFile(edition)].join(''))
    expect([...html.text, ...html.notes].toSorted()).toEqual(
      [...markdown.text, ...markdown.notes].toSorted(),
    )
  })
})

/** Tells where two editions part first: a list of all words would tell nothing. */
function expectSame(words: ReadingWords, expected: ReadingWords): void {
  for (const part of ['text', 'notes'] as const) {
    const at = expected[part].findIndex((word, index) => words[part][index] !== word)
    expect(words[part].slice(Math.max(0, at - 5), at + 5), part).toEqual(
      at < 0 ? words[part].slice(0, 4) : expected[part].slice(Math.max(0, at - 5), at + 5),
    )
    expect(words[part].length, part).toBe(expected[part].length)
  }
}
