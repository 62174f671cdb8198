import { describe, expect, it } from 'vitest'
import { textFile } from '../../../src/formats/tei/tei-file.ts'
import type { Book } from '../../../src/model/book.ts'
import type { PageReview, PageState } from '../../../src/model/decision.ts'
import type { Session } from '../../../src/model/session.ts'
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

const SESSIONS: readonly Session[] = [
  { by: 'Boris', day: '2026-11-19', counts: new Map([['accepted', 1]]) },
  {
    by: 'Anna',
    day: '2026-11-20',
    counts: new Map([
      ['pages', 1],
      ['accepted', 2],
    ]),
  },
]

const ARTICLES = '⟦page 7⟧⟦article:INK⟧\n⟦p:one ⟦sic:[sic]⟧⟧\n⟦article:Damp⟧'

/** A book of which everything is said. */
const RICH: Partial<Book> = {
  title: 'The Press',
  authors: [{ name: 'Voss, H.', refs: ['https://viaf.org/viaf/1', 'https://d-nb.info/gnd/2X'] }],
  editors: [{ name: 'The Society', isInstitution: true }],
  contributors: [{ name: 'Pell, D.', role: 'translator' }],
  preparedBy: [
    { name: 'Anna' },
    { name: 'Anna', role: 'proofreader', refs: ['https://orcid.org/0000-0002-1825-0097'] },
    { name: 'The Fund', isInstitution: true, role: 'funder', refs: ['https://ror.org/05dxps055'] },
  ],
  language: 'en',
  date: '2026-11-21',
  publisher: 'The Workshop',
  publisherRefs: ['https://viaf.org/viaf/2'],
  place: 'Leeds',
  identifiers: ['DOI 10.5281/zenodo.1', 'urn:nbn:de:1'],
  series: { title: 'Papers', number: '3', issn: '2041-1723' },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  project: 'For the fair.',
  abstract: 'On ink.',
  keywords: [
    { term: 'ink' },
    { term: 'printing (process)', ref: 'http://vocab.getty.edu/aat/300053319' },
  ],
  classification: { ddc: '686.2' },
  written: 'about 1890',
  source: {
    place: 'York',
    publisher: 'Cobb',
    publisherRefs: ['https://viaf.org/viaf/3'],
    date: '1898',
    volume: '2',
    series: { title: 'Old Papers' },
    identifiers: ['ISBN 0-306-40615-2'],
    pages: '412',
    copy: { holder: 'A Library', shelfmark: 'X 1' },
    licence: { name: 'public domain' },
  },
  scan: {
    by: { name: 'A Library', isInstitution: true },
    date: '2020',
    software: 'OCR 1',
    url: 'https://a.example/scan',
  },
  articles: [
    {
      heading: 'ink',
      title: 'Ink, at last',
      date: '1897',
      authors: [{ name: 'Pell, D.', refs: ['https://viaf.org/viaf/4'] }],
    },
  ],
}

function textOf(book: Partial<Book>, text = book === RICH ? ARTICLES : 'one'): string {
  const edition = editionOf(text, book)
  const languages = [
    { language: 'en', name: 'English', words: 97 },
    { language: 'fr', name: 'French', words: 3 },
  ]
  const rich = { ...edition, sessions: SESSIONS, languages }
  const xml = [...textFile(book.source === RICH.source ? rich : edition)].join('')
  parse(xml)
  return xml
}

function header(book: Partial<Book>, text?: string): string {
  const xml = textOf(book, text)
  return xml.slice(0, xml.indexOf('<text>'))
}

/** `revisionDesc/@status` and `correction/@status`. */
function statusAt(
  text: string,
  sessions: readonly Session[],
  pageReviews: readonly PageReview[],
): readonly (string | undefined)[] {
  const xml = [...textFile({ ...editionOf(text), sessions, pageReviews })].join('')
  return [/<revisionDesc status="(\w+)"/, /<correction status="(\w+)"/].map(
    (status) => status.exec(xml)?.[1],
  )
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
      '<change xml:id="ch.0" when="2026-11-20" who="#emend" status="proposed">Made with Emend 0.1.0, 0 rules.</change>',
      'replacementPattern="../../raw/test/test.txt#char=$1,$2"',
      `<rendition scheme="css" selector="hi[rend='letterspaced']">`,
      '<dc:creator>Ivanov, N.</dc:creator>',
    ]) {
      expect(xml).toContain(part)
    }
  })

  it('leaves empty what is unknown, and shows no clock', () => {
    const xml = header({})
    expect(xml).toContain('<publicationStmt>\n<p>No publisher is named.</p>\n</publicationStmt>')
    expect(header({ date: '2026' })).toContain('<publisher/><date when="2026">')
    expect(xml).toContain('<revisionDesc status="draft">')
    expect(xml).not.toMatch(/when="/)
  })

  it('names the editors of the print where a mark or a note is theirs, and only there', () => {
    const theirs = '<respStmt xml:id="ed.print">'
    expect(header({}, '⟦p:a⟦call 1:1⟧⟧\n⟦note 1:N (Прим. ред.)⟧')).toContain(theirs)
    expect(header({}, '⟦p:a⟦call 1:1⟧⟧\n⟦note 1:N (Прим. авт.)⟧')).not.toContain(theirs)
  })

  it('says who sent the letters in it, from where and when, as it is printed', () => {
    const sent = (text: string): string | undefined =>
      /<correspDesc>(.*)<\/correspDesc>/u.exec(header({}, `⟦letter:${text}\n⟦p:one⟧⟧`))?.[1]
    expect(sent('⟦dateline:Ink Lane, 3rd May 1881⟧\n⟦signed:A. ⟦letter Voss:Vsos⟧⟧')).toBe(
      '<correspAction type="sent"><persName>A. Voss</persName><placeName>Ink Lane</placeName><date when="1881">3rd May 1881</date></correspAction>',
    )
    expect(sent('⟦dateline:1881 or 1882⟧')).toContain('<date>1881 or 1882</date>')
    expect(sent('⟦dateline:Ink Lane⟧')).toContain('<placeName>Ink Lane</placeName></corr')
    expect(sent('⟦salute:Sir,⟧')).toBeUndefined()
    const whole =
      '⟦article:H⟧\n⟦dateline:Ink Lane, 1881⟧\n⟦salute:Sir,⟧\n⟦p:a⟧\n⟦letter:⟦salute:Yours,⟧\n⟦signed:V.⟧⟧'
    expect(header({}, whole).match(/<correspDesc>.*/gu)).toEqual([
      '<correspDesc><correspAction type="sent"><persName>V.</persName><placeName>Ink Lane</placeName><date when="1881">1881</date></correspAction></correspDesc>',
    ])
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

  it('has the records and roles of everyone', () => {
    const xml = header(RICH)
    for (const part of [
      '<title type="filing" xml:lang="en">Press</title>',
      '<author><persName ref="https://viaf.org/viaf/1 https://d-nb.info/gnd/2X">Voss, H.</persName></author>',
      '<editor><orgName>The Society</orgName></editor>',
      '<funder><orgName ref="https://ror.org/05dxps055">The Fund</orgName></funder>',
      '<respStmt><resp ref="http://id.loc.gov/vocabulary/relators/trl">translator</resp><persName>Pell, D.</persName></respStmt>',
      '<respStmt xml:id="by.Anna"><resp ref="http://id.loc.gov/vocabulary/relators/edt">editor</resp><resp ref="http://id.loc.gov/vocabulary/relators/pfr">proofreader</resp><resp>decisions on corrections</resp><persName ref="https://orcid.org/0000-0002-1825-0097">Anna</persName></respStmt>',
      '<respStmt xml:id="by.Boris"><resp>decisions on corrections</resp><name>Boris</name></respStmt>',
      '<respStmt xml:id="resp.scan"><resp>digitisation and raw text</resp><orgName>A Library</orgName></respStmt>',
      'in the printed book</resp><orgName>The Society</orgName></respStmt>',
    ]) {
      expect(xml).toContain(part)
    }
  })

  it('has the print, its articles and the raw text', () => {
    const xml = header(RICH)
    for (const part of [
      '<idno type="DOI">10.5281/zenodo.1</idno><idno type="URN">urn:nbn:de:1</idno>',
      '<availability status="free"><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence><licence corresp="#print">public domain</licence></availability>',
      '<seriesStmt><title level="s">Papers</title><idno type="ISSN">2041-1723</idno><biblScope unit="volume">3</biblScope></seriesStmt>',
      '<title level="m">The Press</title><idno type="ISBN">0-306-40615-2</idno><editor><orgName>The Society</orgName></editor>',
      '<publisher><orgName ref="https://viaf.org/viaf/3">Cobb</orgName></publisher><date when="1898">1898</date></imprint><biblScope unit="volume">2</biblScope><extent><measure unit="page" quantity="412">412</measure></extent></monogr><series><title level="s">Old Papers</title></series></biblStruct>',
      '<bibl xml:id="bib.d1" type="article" corresp="#print"><author><persName ref="https://viaf.org/viaf/4">Pell, D.</persName></author> <title level="a">Ink, at last</title> <date when="1897">1897</date> <biblScope unit="page" from="7" to="7">7</biblScope></bibl>',
      '<bibl xml:id="bib.d2" type="article" corresp="#print"><title level="a">Damp</title> <biblScope unit="page" from="7" to="7">7</biblScope></bibl>',
      '<msDesc corresp="#print"><msIdentifier><repository>A Library</repository><idno type="shelfmark">X 1</idno></msIdentifier></msDesc>',
      '<measure unit="char" quantity="18"/>',
      '<date when="2020">2020</date><note type="software">OCR 1</note><ptr target="https://a.example/scan"/></bibl>',
    ]) {
      expect(xml).toContain(part)
    }
    expect(textOf(RICH)).toContain('<div type="article" xml:id="d1" decls="#bib.d1">')
  })

  it('has no element within the title of an article, whatever is printed there', () => {
    const xml = header({}, '⟦article:In\u0001k\ue000⟧')
    expect(xml).toContain('<title level="a">In\ufffdk\ufffd</title>')
  })

  it('counts what there is', () => {
    const xml = header({}, 'one two-three, ⟦letter fuor:four⟧ – 5.6…six')
    expect(xml).toContain('<measure type="words" unit="word" quantity="5"/>')
    expect(xml).toContain('<measure type="characters" unit="character" quantity="29"/>')
    expect(xml).toMatch(/<measure type="(?:applied|proposed)" unit="correction" quantity="1"\/>/)
  })

  it('says what the book is about and in which languages it is', () => {
    const xml = header(RICH)
    for (const part of [
      '<creation><date>about 1890</date></creation>',
      '<abstract><p>On ink.</p></abstract>',
      '<language ident="en" usage="97">English</language><language ident="fr" usage="3">French</language>',
      '<keywords><term>ink</term></keywords>',
      '<keywords scheme="http://vocab.getty.edu/aat"><term ref="http://vocab.getty.edu/aat/300053319">printing (process)</term></keywords>',
      '<classCode scheme="https://www.oclc.org/dewey">686.2</classCode>',
      '<projectDesc><p>For the fair.</p>',
    ]) {
      expect(xml).toContain(part)
    }
  })

  it('tells what was decided, the newest first', () => {
    expect(
      header(RICH).slice(header(RICH).indexOf('<revisionDesc')),
    ).toBe(`<revisionDesc status="unfinished">
<listChange ordered="true">
<change xml:id="ch.0" when="2026-11-21" who="#emend" status="proposed">Made with Emend 0.1.0, 0 rules.</change>
<change xml:id="ch.2" when="2026-11-20" who="#by.Anna" status="approved">2 proposals accepted, 1 page looked at.</change>
<change xml:id="ch.1" when="2026-11-19" who="#by.Boris" status="approved">1 proposal accepted.</change>
</listChange>
</revisionDesc>
</teiHeader>
`)
  })

  it('puts the run of Emend where its date belongs, and last where it has none', () => {
    const order = (date: string | undefined): readonly (string | undefined)[] => {
      const { date: _, ...undated } = RICH
      const xml = header(date === undefined ? undated : { ...RICH, date }, ARTICLES)
      return [...xml.matchAll(/<change xml:id="([^"]+)"/g)].map((match) => match[1])
    }
    expect(order(undefined)).toEqual(['ch.2', 'ch.1', 'ch.0'])
    expect(order('2026-11-18')).toEqual(['ch.2', 'ch.1', 'ch.0'])
    expect(order('2026-11-19')).toEqual(['ch.2', 'ch.0', 'ch.1'])
    expect(order('2026-12')).toEqual(['ch.0', 'ch.2', 'ch.1'])
  })

  it('knows how far the edition is', () => {
    const pages = '⟦page 7⟧one\n⟦page 8⟧two'
    const [first, second] = [0, 4]
    const by = 'Anna'
    const at = (...states: readonly PageState[]): readonly PageReview[] =>
      states.map((state, i) => ({ from: i === 0 ? first : second, state, by }))
    expect(statusAt(pages, [], [])).toEqual(['draft', 'low'])
    expect(statusAt(pages, SESSIONS, [])).toEqual(['unfinished', 'low'])
    expect(statusAt(pages, SESSIONS, at('reviewed'))).toEqual(['unfinished', 'low'])
    expect(statusAt(pages, SESSIONS, at('reviewed', 'in-review'))).toEqual(['unfinished', 'low'])
    expect(statusAt(pages, SESSIONS, at('reviewed', 'verified'))).toEqual(['candidate', 'medium'])
    expect(statusAt(pages, SESSIONS, at('verified', 'verified'))).toEqual(['approved', 'high'])
    expect(header({ status: 'published' })).toContain('<revisionDesc status="published">')
  })

  it.skipIf(reason)('is valid, however much is known', () => {
    const books: readonly Partial<Book>[] = [
      {},
      FULL,
      { ...RICH, contributors: [{ name: 'X', role: 'kern & cutter' }] },
      { ...FULL, authors: [], source: { identifiers: ['1'] } },
      { ...FULL, editors: [], date: 'some day', licence: { name: 'free' } },
      { slug: 'x0C', source: { date: '1958-05' } },
    ]
    const files = books.map((book, i) => {
      return [`${i}.xml`, textOf(book, i === 2 ? ARTICLES : 'a\u0001 ⟦sic:[sic]⟧')] as const
    })
    expect(invalidities(new Map(files))).toEqual([])
  })
})
