import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dcFile } from '../../../src/formats/dc/dc.ts'
import { filesOf } from '../../../src/formats/formats.ts'
import { marcFile } from '../../../src/formats/marc/marc-record.ts'
import { metsFile } from '../../../src/formats/mets/mets-file.ts'
import { modsFile } from '../../../src/formats/mods/mods-record.ts'
import { pageTexts } from '../../../src/formats/pages/pages.ts'
import type { Book } from '../../../src/model/book.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { bytesOf } from '../../../src/store/encoded.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { SAMPLES } from '../../support/samples.ts'
import { hostileText } from '../markdown/random-edition.ts'
import {
  division,
  editionOf,
  heading,
  line,
  page,
  paragraph,
  text,
} from '../markdown/small-edition.ts'
import { elementsOf } from './xml-elements.ts'

const BOOK: Book = {
  slug: 'book',
  title: 'The Old Press',
  subtitle: 'A history',
  authors: [{ name: 'Marsh, Edwin', refs: ['https://viaf.org/viaf/1'] }, { name: 'Harriet Voss' }],
  editors: [
    { name: 'Pell, Dora', role: 'translator' },
    { name: 'Ann Other', role: 'binder' },
  ],
  language: 'en',
  date: '2026-07-28',
  edition: 'First electronic edition',
  publisher: 'The Workshop',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  source: {
    place: 'Leeds',
    publisher: 'Cobb',
    date: '1937',
    identifiers: ['ISBN 0-306-40615-2'],
    pages: '412',
  },
  images: 'images/{leaf:4}.jpg',
  words: [],
  rulesOff: [],
}

const EDITION: Edition = editionOf(
  [
    page('1'),
    division(
      'd1',
      'article',
      heading(2, text('Ink & <Damp>')),
      line('byline', text('Harriet Voss')),
      paragraph('one', page('2', 3), 'two'),
    ),
    division('d2', 'article', page('3', 9), heading(2, text('Type')), paragraph('three')),
  ],
  { book: BOOK },
)

function valuesOf(xml: string, name: string): readonly string[] {
  return elementsOf(xml)
    .filter((one) => one.name === name)
    .map((one) => one.text)
}

/** The subfields of the fields of a tag, `a:value`. */
function marcField(xml: string, tag: string): readonly string[] {
  const record = new RegExp(`<datafield tag="${tag}"[\\s\\S]*?</datafield>`, 'g')
  return (xml.match(record) ?? []).map((field) =>
    elementsOf(field)
      .filter(({ name }) => name === 'subfield')
      .map(({ attributes, text }) => `${attributes.code}:${text}`)
      .join(' '),
  )
}

describe('a MARC record', () => {
  const xml = marcFile(EDITION)

  it('has a leader and fixed fields of the right length', () => {
    const fixed = new Map(
      elementsOf(xml)
        .filter(({ name }) => name === 'controlfield')
        .map(({ attributes, text }) => [attributes.tag, text]),
    )
    expect(valuesOf(xml, 'leader')[0]).toMatch(/^[\d ]{5}nam a22 {5}[ \d]i 4500$/)
    expect(fixed.get('006')).toHaveLength(18)
    expect(fixed.get('007')).toHaveLength(14)
    expect(fixed.get('008')).toBe('260728r20261937xx      o     000 0 eng d')
  })

  it('has its fields in order, each with indicators and subfields', () => {
    const fields = elementsOf(xml).filter(
      ({ name }) => name.endsWith('field') && name !== 'subfield',
    )
    const tags = fields.map(({ attributes }) => attributes.tag ?? '')
    expect(tags).toEqual(tags.toSorted())
    for (const { attributes, name } of fields) {
      expect(attributes.tag).toMatch(/^\d{3}$/)
      if (name === 'datafield') expect(`${attributes.ind1}${attributes.ind2}`).toMatch(/^[\d ]{2}$/)
    }
    for (const { attributes } of elementsOf(xml).filter(({ name }) => name === 'subfield')) {
      expect(attributes.code).toMatch(/^[\da-z]$/)
    }
  })

  it('tells of the book what is known', () => {
    expect(marcField(xml, '020')).toEqual(['z:0306406152'])
    expect(marcField(xml, '100')).toEqual(['a:Marsh, Edwin 1:https://viaf.org/viaf/1 4:aut'])
    expect(marcField(xml, '245')).toEqual([
      'a:The Old Press : b:A history / c:Marsh, Edwin, Harriet Voss',
    ])
    expect(xml).toContain('<datafield tag="245" ind1="1" ind2="4">')
    expect(marcField(xml, '505')).toEqual(['a:Ink & <Damp> / Harriet Voss -- Type.'])
    expect(marcField(xml, '534')).toEqual([
      'p:Print version: c:Leeds : Cobb, 1937 e:412 pages z:0306406152',
    ])
    expect(marcField(xml, '700')).toEqual([
      'a:Harriet Voss 4:aut',
      'a:Pell, Dora 4:trl',
      'a:Ann Other e:binder',
    ])
  })

  it('has nothing to say of what is not known', () => {
    const bare = marcFile(editionOf([paragraph('one')]))
    expect(bare).not.toMatch(/undefined|tag="(?:020|100|250|505|534|540|700)"/)
    expect(marcField(bare, '245')).toEqual(['a:A Book'])
  })
})

/** The same book with all that can be said of it. */
const RICH: Edition = {
  ...EDITION,
  languages: [
    { language: 'en', name: 'English', words: 80 },
    { language: 'fr', name: 'French', words: 20 },
  ],
  book: {
    ...BOOK,
    authors: [
      {
        name: 'Marsh, Edwin',
        refs: ['https://d-nb.info/gnd/118540238', 'https://viaf.org/viaf/1', 'https://a.example/m'],
      },
    ],
    editors: [{ name: 'The Society', isInstitution: true, refs: ['https://ror.org/05dxps055'] }],
    contributors: [{ name: 'Pell, Dora', role: 'translator' }],
    preparedBy: [{ name: 'Berg, Anna' }, { name: 'The Fund', isInstitution: true, role: 'funder' }],
    place: 'Leeds',
    publisherRefs: ['https://viaf.org/viaf/5'],
    identifiers: ['DOI 10.5281/zenodo.1', 'urn:nbn:de:1', 'no. 7', 'ISBN 978-0-306-40615-7'],
    series: { title: 'Papers', number: '3', issn: '2041-1723' },
    abstract: 'On the press.',
    keywords: [
      { term: 'ink' },
      { term: 'printing (process)', ref: 'http://vocab.getty.edu/aat/300053319' },
    ],
    classification: { ddc: '686.2', rvk: 'AN 24000', lcc: 'Z124' },
    source: {
      ...BOOK.source,
      title: 'Ye Olde Presse',
      edition: '2nd, revised',
      identifiers: ['ISBN 0-306-40615-2', 'OCLC 42', 'no. 9'],
      series: { title: 'Old Papers', number: '1' },
      copy: { holder: 'A Library', shelfmark: 'X 1', url: 'https://a.example/copy' },
      licence: { name: 'public domain' },
    },
    scan: {
      by: { name: 'A Library', isInstitution: true },
      software: 'OCR 1',
      url: 'https://a.example/scan',
    },
    articles: [
      {
        heading: 'TYPE',
        title: 'Of type',
        authors: [{ name: 'Voss, H.', refs: ['https://viaf.org/viaf/9'] }],
      },
    ],
  },
}

describe('the MARC record of a book of which all is said', () => {
  const xml = marcFile(RICH)
  const field = (tag: string) => marcField(xml, tag)

  it.each<[string, readonly string[]]>([
    ['020', ['a:9780306406157', 'z:0306406152']],
    ['024', ['a:10.5281/zenodo.1 2:doi', 'a:urn:nbn:de:1 2:urn', 'a:no. 7']],
    ['041', ['a:eng a:fre']],
    ['050', ['a:Z124']],
    ['082', ['a:686.2']],
    ['084', ['a:AN 24000 2:rvk']],
    [
      '100',
      [
        'a:Marsh, Edwin 0:(DE-588)118540238 1:https://d-nb.info/gnd/118540238 1:https://viaf.org/viaf/1 1:https://a.example/m 4:aut',
      ],
    ],
    ['264', ['a:Leeds : b:The Workshop, c:2026-07-28']],
    ['490', ['a:Papers x:2041-1723 v:3']],
    [
      '500',
      [
        expect.stringContaining('a:Critical edition in TEI, made with Emend'),
        'a:Raw text: A Library, OCR 1.',
      ],
    ],
    ['505', ['a:Ink & <Damp> / Harriet Voss -- Of type / Voss, H.']],
    ['520', ['a:On the press.']],
    [
      '534',
      [
        'p:Print version: t:Ye Olde Presse b:2nd, revised c:Leeds : Cobb, 1937 e:412 pages f:Old Papers ; 1 l:A Library, X 1 z:0306406152 o:OCLC 42 o:no. 9',
      ],
    ],
    ['536', ['a:The Fund']],
    [
      '540',
      [
        'a:CC BY 4.0 u:https://creativecommons.org/licenses/by/4.0/',
        '3:Printed text a:public domain',
      ],
    ],
    ['650', ['a:ink', 'a:printing (process) 0:http://vocab.getty.edu/aat/300053319 2:aat']],
    ['700', ['a:Pell, Dora 4:trl', 'a:Berg, Anna 4:edt']],
    [
      '710',
      ['a:The Society 0:(ror)05dxps055 1:https://ror.org/05dxps055 4:edt', 'a:The Fund 4:fnd'],
    ],
    ['776', ['i:Print version: t:Ye Olde Presse d:Leeds : Cobb, 1937 w:(OCoLC)42 z:0306406152']],
    [
      '856',
      [
        'u:https://doi.org/10.5281/zenodo.1',
        '3:Scan u:https://a.example/scan',
        '3:Copy of the print u:https://a.example/copy',
      ],
    ],
  ])('has field %s', (tag, fields) => {
    expect(field(tag)).toEqual(fields)
  })

  it('has its fields in order, and indicators that say what they are', () => {
    const tags = [...xml.matchAll(/<(?:control|data)field tag="(\d+)"/gu)].map(([, tag]) => tag)
    expect(tags).toEqual(tags.toSorted())
    expect(xml).toContain('tag="041" ind1="1" ind2=" "')
    expect(xml).toContain('tag="650" ind1=" " ind2="7"')
    expect(xml).toContain('tag="710" ind1="2" ind2=" "')
  })
})

describe('the other records of a book of which all is said', () => {
  it('have in MODS its authorities, subjects, series, copy and terms', () => {
    const xml = modsFile(RICH)
    for (const part of [
      '<mods:nonSort xml:space="preserve">The </mods:nonSort>',
      '<mods:name type="personal" authority="gnd" valueURI="https://d-nb.info/gnd/118540238">',
      '<mods:nameIdentifier type="viaf">1</mods:nameIdentifier>',
      '<mods:name type="corporate" authority="ror" valueURI="https://ror.org/05dxps055">',
      '<mods:publisher valueURI="https://viaf.org/viaf/5">The Workshop</mods:publisher>',
      '<mods:abstract>On the press.</mods:abstract>',
      '<mods:subject authority="aat" valueURI="http://vocab.getty.edu/aat/300053319">',
      '<mods:classification authority="ddc">686.2</mods:classification>',
      '<mods:identifier type="doi">10.5281/zenodo.1</mods:identifier>',
      '<mods:identifier type="isbn">0-306-40615-2</mods:identifier>',
      '<mods:shelfLocator>X 1</mods:shelfLocator>',
      '<mods:url displayLabel="Scan">https://a.example/scan</mods:url>',
      '<mods:accessCondition type="use and reproduction" displayLabel="Printed text">public domain</mods:accessCondition>',
      '<mods:note type="digitization">Raw text: A Library, OCR 1.</mods:note>',
    ]) {
      expect(xml).toContain(part)
    }
    expect(valuesOf(xml, 'mods:languageTerm')).toEqual(['en', 'fr'])
    expect(valuesOf(xml, 'mods:namePart').slice(-2)).toEqual(['Harriet Voss', 'Voss, H.'])
    expect(valuesOf(xml, 'mods:title')).toContain('Of type')
  })

  it('have in Dublin Core its subjects, identifiers and all who had a part', () => {
    const xml = dcFile(RICH)
    expect(valuesOf(xml, 'dc:subject')).toEqual([
      'ink',
      'printing (process)',
      'DDC 686.2',
      'RVK AN 24000',
      'LCC Z124',
    ])
    expect(valuesOf(xml, 'dc:contributor')).toEqual([
      'The Society',
      'Pell, Dora (translator)',
      'Berg, Anna',
      'The Fund (funder)',
    ])
    expect(valuesOf(xml, 'dc:identifier')).toContain('DOI 10.5281/zenodo.1')
    expect(valuesOf(xml, 'dc:language')).toEqual(['en', 'fr'])
    expect(valuesOf(xml, 'dc:rights')).toContain('Printed text: public domain')
  })

  it('have in METS the same MODS', () => {
    const mets = [...metsFile(RICH, { edition: new Map(), raw: new Map() })].join('')
    expect(mets).toContain('<mods:nameIdentifier type="viaf">1</mods:nameIdentifier>')
  })
})

describe('a MODS record', () => {
  const xml = modsFile(EDITION)

  it('tells of the edition, of the print, and of each article with its pages', () => {
    expect(valuesOf(xml, 'mods:title')).toEqual([
      'Old Press',
      'The Old Press',
      'Ink & <Damp>',
      'Type',
    ])
    expect(valuesOf(xml, 'mods:start')).toEqual(['1', '3'])
    expect(valuesOf(xml, 'mods:end')).toEqual(['2', '3'])
    expect(valuesOf(xml, 'mods:identifier')).toEqual(['0-306-40615-2', 'book'])
    expect(valuesOf(xml, 'mods:roleTerm')).toContain('trl')
    expect(valuesOf(xml, 'mods:roleTerm')).toContain('binder')
  })
})

describe('Dublin Core', () => {
  const KNOWN =
    /^dc:(?:title|creator|subject|description|publisher|contributor|date|type|format|identifier|source|language|relation|coverage|rights)$/

  it('has the fifteen elements and no others', () => {
    const names = elementsOf(dcFile(EDITION)).map(({ name }) => name)
    expect(names.at(-1)).toBe('oai_dc:dc')
    for (const name of names.slice(0, -1)) expect(name).toMatch(KNOWN)
    expect(valuesOf(dcFile(EDITION), 'dc:creator')).toEqual(['Marsh, Edwin', 'Harriet Voss'])
  })
})

describe('METS', () => {
  it.each(SAMPLES.map(({ slug }) => slug))(
    'of %s names files and places that there are',
    async (slug) => {
      const edition = await editionOfBook(slug)
      const built = new Map([...filesOf(edition, false), ...pageTexts(edition)])
      const files = new Map([...built].map(([name, content]) => [name, bytesOf([...content])]))
      const raw = new Map([[`${slug}.txt`, new TextEncoder().encode(edition.witness.text)]])
      const xml = [...metsFile(edition, { edition: files, raw })].join('')
      const elements = elementsOf(xml)
      const named = elements.filter(({ name }) => name === 'mets:file')
      expect(named).toHaveLength(files.size + raw.size)
      const ids = new Map(named.map(({ attributes }) => [attributes.ID, attributes]))
      for (const [name, bytes] of files) {
        const own = named.find(
          ({ attributes }) => attributes.ID === `file.${name.replace('/', '_2f')}`,
        )
        expect(own?.attributes.CHECKSUM).toBe(createHash('sha256').update(bytes).digest('hex'))
        expect(own?.attributes.SIZE).toBe(String(bytes.length))
      }
      const all = elements.flatMap(({ attributes }) => (attributes.ID ? [attributes.ID] : []))
      expect(new Set(all).size).toBe(all.length)
      const xmlIds = new Set(
        ['xml', 'source.xml'].flatMap((end) => {
          const tei = new TextDecoder().decode(files.get(`${slug}.${end}`))
          return [...tei.matchAll(/ xml:id="([^"]+)"/g)].map((match) => match[1])
        }),
      )
      const areas = elements.filter(({ name }) => name === 'mets:area')
      expect(areas.length).toBeGreaterThan(20)
      for (const { attributes } of areas) {
        expect(ids.has(attributes.FILEID), attributes.FILEID).toBe(true)
        expect(xmlIds.has(attributes.BEGIN), attributes.BEGIN).toBe(true)
      }
      for (const { attributes } of elements.filter(({ name }) => name === 'mets:fptr')) {
        if (attributes.FILEID) expect(ids.has(attributes.FILEID), attributes.FILEID).toBe(true)
      }
      const links = elements.filter(({ name }) => name === 'mets:smLink')
      expect(links.length).toBeGreaterThan(3)
      for (const { attributes } of links) {
        expect(all).toContain(attributes['xlink:from'])
        expect(all).toContain(attributes['xlink:to'])
      }
    },
  )

  it('names the image of each page', () => {
    const xml = [...metsFile(EDITION, { edition: new Map(), raw: new Map() })].join('')
    const images = elementsOf(xml).filter(({ name, within }) => {
      return name === 'mets:FLocat' && within.includes('mets:fileGrp')
    })
    expect(images.map(({ attributes }) => attributes['xlink:href'])).toEqual([
      '../../raw/book/images/0001.jpg',
      '../../raw/book/images/0002.jpg',
      '../../raw/book/images/0003.jpg',
    ])
  })
})

it('writes whatever a book is called', () => {
  let odd = 0
  fc.assert(
    fc.property(hostileText, hostileText, (title, name) => {
      const book = { ...BOOK, title: `T${title}T`, authors: [{ name: `N${name}N`, refs: [title] }] }
      const edition = { ...EDITION, book }
      const shown = `T${title}T`.replace(
        /[\0-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\p{Cs}\p{NChar}]/gu,
        '\ufffd',
      )
      expect(valuesOf(modsFile(edition), 'mods:title')[0]).toBe(shown)
      expect(valuesOf(marcFile(edition), 'subfield').length).toBeGreaterThan(10)
      expect(valuesOf(dcFile(edition), 'dc:creator')).toHaveLength(1)
      elementsOf([...metsFile(edition, { edition: new Map(), raw: new Map() })].join(''))
      if (/[<>&"\]]/.test(title)) odd++
    }),
    { seed: 20261123, numRuns: 300 },
  )
  expect(odd).toBeGreaterThan(60)
})
