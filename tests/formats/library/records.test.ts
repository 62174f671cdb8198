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
      const shown = `T${title}T`.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\p{Cs}\p{NChar}]/gu, '\ufffd')
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
