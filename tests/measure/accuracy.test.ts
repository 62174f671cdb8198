import { describe, expect, test } from 'vitest'
import { withAccuracy } from './accuracy.ts'
import type { Case, Outcome } from './case.ts'
import { CORPORA } from './corpora.ts'

const DOCUMENT = '# Title\n\n<!-- measured -->\nold\n<!-- /measured -->\n\nBy hand.\n'
const SHARE = { hits: 999, of: 1000 }
const [open] = CORPORA.filter(({ held }) => !held)
const [held] = CORPORA.filter((corpus) => corpus.held && corpus.language === open?.language)
if (!open || !held) throw new Error('Expected a text that is held back, and one that is not')

function outcome(slug: string, line: number, via: Case['via'] = 'text'): Outcome {
  return {
    of: { slug, layout: 'folio', via, characters: 1000, out: '', held: false },
    seconds: 1,
    pages: 50,
    figures: {
      soft: SHARE,
      hard: SHARE,
      asked: { hits: 0, of: 10 },
      forme: SHARE,
      textLost: { hits: 0, of: 10 },
      pageNumbers: SHARE,
      blockPrecision: SHARE,
      blockRecall: { hits: 900, of: 1000 },
      headingPrecision: SHARE,
      headingRecall: SHARE,
      notesWhole: SHARE,
      notesLinked: SHARE,
      falseLinks: { hits: 0, of: 10 },
      wordsSame: SHARE,
      wordsKept: SHARE,
      wordsLost: 1,
      wordsAdded: 0,
      wordsChanged: 0,
    },
    causes: { 'hyphens: soft hyphen -> hard hyphen': { count: 3, line } },
  }
}

describe('the document of what was measured', () => {
  const both = [outcome(held.slug, 7), outcome(open.slug, 12)]
  const said = withAccuracy(DOCUMENT, both, (name) => `1.0-${name.length}`)

  test('keeps what is written by hand', () => {
    expect(said.startsWith('# Title\n\n<!-- measured -->\n')).toBe(true)
    expect(said.endsWith('<!-- /measured -->\n\nBy hand.\n')).toBe(true)
    expect(said).not.toContain('old')
    expect(withAccuracy(said, both, (name) => `1.0-${name.length}`)).toBe(said)
  })

  test('holds each figure against its bar, with an interval', () => {
    expect(said).toContain('| soft hyphens removed | ≥ 99.5 % | pass 99.90 % (99.64–99.97) |')
    expect(said).toContain('| beginnings of paragraphs, F1 | ≥ 99 % | **fail** 94.95 %')
    expect(said).toContain('| lines of text lost to it | ≤ 0 % | pass 0.00 %')
  })

  test('says of what it was measured', () => {
    expect(said).toContain('2 texts of documentation in 1 layouts each: 100 pages')
    expect(said).toContain(`${open.package} 1.0-${open.package.length}`)
  })

  test('shows no place in a text that is held back', () => {
    expect(said).toContain(`soft hyphen → hard hyphen | 6 | ${open.slug}, folio, line 12 |`)
    expect(said).not.toContain('line 7')
  })

  test('holds what Tesseract read against the bars for that, and says nothing of its words', () => {
    const scanned = withAccuracy(DOCUMENT, [...both, outcome(open.slug, 1, 'ocr-300')], () => '')
    const table = scanned.slice(scanned.indexOf('`ocr-300`'))
    expect(table).toContain('| soft hyphens removed | ≥ 99 % |')
    expect(table.slice(0, table.indexOf('###'))).not.toContain('words in order')
  })

  test('names what could not be measured', () => {
    const { of, seconds } = outcome(open.slug, 1)
    const said = withAccuracy(DOCUMENT, [...both, { of, seconds, crash: 'Unexpected' }], () => '')
    expect(said).toContain(`Could not be measured: ${open.slug} in folio (text).`)
  })

  test('refuses a document without a place for it', () => {
    expect(() => withAccuracy('# Title\n', both, () => '')).toThrow('Expected <!-- measured -->')
  })
})
