import { describe, expect, it } from 'vitest'
import { textFile } from '../../../src/formats/tei/tei-file.ts'
import type { Book } from '../../../src/model/book.ts'
import { editionOf } from '../../support/edition-of.ts'
import { invalidities, whyNoJing } from '../../support/jing.ts'
import { parse } from '../../support/read-as-printed.ts'

const reason = whyNoJing()
if (reason) console.log(`The header is not validated: ${reason}`)

const FULL: Partial<Book> = {
  slug: 'letters',
  title: 'Letters & <Notes>',
  subtitle: 'from the country',
  authors: [{ name: 'Ivanov, N.', refs: ['https://viaf.org/viaf/1'] }],
  editors: [{ name: 'Petrov, P.', role: 'text editor' }],
  language: 'ru',
  date: '2026-11-20',
  edition: 'Second edition',
  publisher: 'Example Press',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  source: {
    title: 'Letters',
    place: 'Moscow',
    publisher: 'Science',
    date: 'about 1958',
    identifiers: ['OCLC 1'],
    pages: '312',
  },
}

function header(book: Partial<Book>, text = 'one'): string {
  const xml = [...textFile(editionOf(text, book))].join('')
  parse(xml)
  return xml.slice(0, xml.indexOf('<text>'))
}

describe('the header', () => {
  it('says what is known of the book', () => {
    const xml = header(FULL)
    for (const part of [
      '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letters" xml:lang="ru">',
      '<title type="main" xml:lang="ru">Letters &amp; &lt;Notes&gt;</title>',
      '<author><persName ref="https://viaf.org/viaf/1">Ivanov, N.</persName></author>',
      '<editor role="text-editor"><persName>Petrov, P.</persName></editor>',
      '<publisher>Example Press</publisher><date when="2026-11-20">2026-11-20</date>',
      '<imprint><pubPlace>Moscow</pubPlace><publisher>Science</publisher><date>about 1958</date></imprint>',
      '<change xml:id="ch.1" when="2026-11-20" who="#emend" status="proposed">Made with Emend 0.1.0, 0 rules.</change>',
      'replacementPattern="../../raw/test/test.txt#char=$1,$2"',
    ]) {
      expect(xml).toContain(part)
    }
  })

  it('leaves empty what is unknown, and shows no clock', () => {
    const xml = header({})
    expect(xml).toContain('<publisher/><date/>')
    expect(xml).toContain('<revisionDesc status="draft">')
    expect(xml).not.toMatch(/when="/)
  })

  it('gives the book an id that no other element has', () => {
    expect(header({ slug: 'n1' })).toContain('xml:id="book.n1"')
    expect(header({ slug: '12 книга' })).toContain('xml:id="book.12_20_43a')
  })

  it('names the rules that corrections name, those that ran first', () => {
    const xml = header({}, '⟦letter a:b⟧')
    expect(xml).toContain('<category xml:id="rule.word.test"><catDesc>')
    expect(header({})).not.toContain('<taxonomy')
  })

  it('declares the characters that XML cannot carry, and whose the editorial marks are', () => {
    expect(header({}, 'a\u0001b')).toContain('<char xml:id="x01">')
    expect(header({}, '⟦sic:[sic]⟧')).toContain('<respStmt xml:id="ed.print">')
  })

  it.skipIf(reason)('is valid, however much is known', () => {
    const books: readonly Partial<Book>[] = [
      {},
      FULL,
      { ...FULL, authors: [], source: { identifiers: ['1'] } },
      { ...FULL, editors: [], date: 'some day', licence: { name: 'free' } },
      { slug: 'x0C', source: { date: '1958-05' } },
    ]
    const files = books.map((book, i) => {
      return [`${i}.xml`, [...textFile(editionOf('a\u0001 ⟦sic:[sic]⟧', book))].join('')] as const
    })
    expect(invalidities(new Map(files))).toEqual([])
  })
})
