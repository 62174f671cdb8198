import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dtsFiles } from '../../../src/formats/dts/dts.ts'
import { fragmentsOf } from '../../../src/formats/dts/fragments.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { SAMPLES } from '../../support/samples.ts'
import { elementsOf } from '../library/xml-elements.ts'
import { citedBy } from './cited-by.ts'

const unit = z.object({
  identifier: z.string(),
  '@type': z.literal('CitableUnit'),
  level: z.number().int().positive(),
  parent: z.string().nullable(),
})
const cites: z.ZodType = z.lazy(() =>
  z.object({ citeType: z.string(), citeStructure: z.array(cites).optional() }),
)
const resource = z.object({
  '@id': z.string(),
  '@type': z.literal('Resource'),
  title: z.string(),
  collection: z.string(),
  navigation: z.string(),
  document: z.string(),
  citationTrees: z.array(
    z.object({ '@type': z.literal('CitationTree'), citeStructure: z.array(cites) }),
  ),
})
const head = {
  '@context': z.literal('https://dtsapi.org/context/v1.0.json'),
  dtsVersion: z.literal('1.0'),
  '@id': z.string(),
}
const navigation = z.object({
  ...head,
  '@type': z.literal('Navigation'),
  resource,
  ref: unit.optional(),
  member: z.array(unit).optional(),
})

describe('the fragments of a document', () => {
  it('are its divisions as they lie in each other, and its pages made whole', () => {
    const tei = [
      '<TEI><text><body><pb n="1" xml:id="pb1"/><div type="article" xml:id="d1"><head>A</head>',
      '<p xml:id="p1">one<note><p>said<pb n="2" sameAs="#pb2"/>on</p></note> two<pb n="2" xml:id="pb2"/>three</p>',
      '<div type="section" xml:id="d2"><p>four</p></div></div></body></text></TEI>',
    ].join('')
    const { divisions, pages } = fragmentsOf(tei)
    expect(divisions.map(({ kind, level, parent, ref }) => [ref, kind, level, parent])).toEqual([
      ['d1', 'article', 1, undefined],
      ['d1.d2', 'section', 2, 'd1'],
    ])
    expect(divisions[1]?.xml).toBe('<div type="section" xml:id="d2"><p>four</p></div>')
    expect(pages.map(({ xml }) => xml)).toEqual([
      [
        '<pb n="1" xml:id="pb1"/><div type="article" xml:id="d1"><head>A</head>',
        '<p xml:id="p1">one<note><p>said<pb n="2" sameAs="#pb2"/>on</p></note> two</p></div>',
      ].join(''),
      [
        '<div type="article"><p><pb n="2" xml:id="pb2"/>three</p>',
        '<div type="section" xml:id="d2"><p>four</p></div></div>',
      ].join(''),
    ])
  })
})

describe.each(SAMPLES.map(({ slug }) => slug))('the DTS tree of %s', (slug) => {
  let files: ReadonlyMap<string, string>
  beforeAll(async () => {
    files = new Map(dtsFiles(await editionOfBook(slug)))
  })

  function parsed<T>(name: string, schema: z.ZodType<T>): T {
    return schema.parse(JSON.parse(files.get(name) ?? 'null'))
  }

  it('begins at an entry that leads to everything', () => {
    const entry = z.object({ ...head, '@type': z.literal('EntryPoint') })
    parsed('dts/index.json', entry)
    const collection = z.object({
      ...head,
      '@type': z.literal('Collection'),
      member: z.array(resource),
    })
    expect(parsed('dts/collection.json', collection).member).toHaveLength(1)
    expect(parsed(`dts/collection/${slug}.json`, resource)['@id']).toBe(slug)
    expect(files.get(`dts/document/${slug}.xml`)).toContain('<teiHeader')
  })

  it.each([
    ['', 'divisions'],
    [';tree=pages', 'pages'],
  ])('answers for every unit (%s)', (tree) => {
    const all = parsed(`dts/navigation/${slug}${tree};down=-1.json`, navigation).member ?? []
    expect(all.length).toBeGreaterThan(5)
    expect(new Set(all.map(({ identifier }) => identifier)).size).toBe(all.length)
    const first = parsed(`dts/navigation/${slug}${tree};down=1.json`, navigation).member
    expect(first).toEqual(all.filter(({ level }) => level === 1))
    for (const { identifier, level, parent } of all) {
      const name = `dts/navigation/${slug}${tree}`
      const own = parsed(`${name}/${identifier}.json`, navigation)
      expect(own.ref?.identifier).toBe(identifier)
      expect(own.member).toBeUndefined()
      const below = parsed(`${name};down=1/${identifier}.json`, navigation).member ?? []
      expect(below[0]?.identifier).toBe(identifier)
      expect(below.slice(1)).toEqual(all.filter((one) => one.parent === identifier))
      if (parent !== null) {
        expect(all.find((one) => one.identifier === parent)?.level).toBe(level - 1)
      }
      const document = files.get(`dts/document/${slug}${tree}/${identifier}.xml`) ?? ''
      const wrapper = elementsOf(document).find((element) => element.name === 'dts:wrapper')
      expect(wrapper?.attributes['xmlns:dts']).toBe('https://w3id.org/api/dts#')
    }
  })

  it('holds every word of the text once, page by page', () => {
    const pages = [...files].filter(([name]) => name.startsWith(`dts/document/${slug};tree=pages/`))
    const text = (xml: string): string => xml.replace(/<[^>]*>/g, '').replace(/\s+/g, '')
    const body =
      /<body>([\s\S]*)<\/body>/.exec(files.get(`dts/document/${slug}.xml`) ?? '')?.[1] ?? ''
    expect(pages.map(([, xml]) => text(xml)).join('')).toBe(text(body.slice(body.indexOf('<pb '))))
  })

  it('cites what the citeStructures of the header match', () => {
    const tei = files.get(`dts/document/${slug}.xml`) ?? ''
    const declared = citedBy(tei)
    const answered = ['', ';tree=pages'].map((tree) =>
      (parsed(`dts/navigation/${slug}${tree};down=-1.json`, navigation).member ?? []).map(
        ({ identifier }) => identifier,
      ),
    )
    expect(declared).toEqual(answered.map((identifiers) => identifiers.toSorted()))
  })
})
