import { strToU8 } from 'fflate'
import type { Edition } from '../../model/edition.ts'
import type { Format } from '../format.ts'
import { allParts, planOf } from '../library/parts-of-book.ts'
import { textFile } from '../tei/tei-file.ts'
import { zipped } from '../zip.ts'
import { type Fragment, fragmentsOf } from './fragments.ts'
import { answersOf, type CitableUnit, unitOf } from './navigation.ts'
import { CONTEXT, ENDPOINTS, resourceOf } from './resource.ts'

/** `BOOK.dts.zip`: what a server of Distributed Text Services 1.0 would answer, as plain files, not compressed. */
export const dts: Format = {
  name: 'dts',
  files(edition) {
    const files = new Map([...dtsFiles(edition)].map(([name, text]) => [name, strToU8(text)]))
    return new Map([[`${edition.book.slug}.dts.zip`, zipped(files, 'store')]])
  },
}

/** The files of the tree: `dts/index.json`, `dts/navigation/BOOK;down=1.json`, `dts/document/BOOK/d3.xml`. */
export function* dtsFiles(edition: Edition): Generator<[string, string]> {
  const { slug } = edition.book
  const tei = [...textFile(edition)].join('')
  const { divisions, pages } = fragmentsOf(tei)
  const resource = resourceOf(edition)
  yield [
    'dts/index.json',
    json({ ...CONTEXT, '@id': '/dts/', '@type': 'EntryPoint', ...ENDPOINTS }),
  ]
  yield* collections(slug, resource)
  yield [`dts/document/${slug}.xml`, tei]
  const plan = planOf(edition)
  const parts = new Map([...allParts(plan.parts)].map(({ id, title }) => [id, title]))
  const numbers = new Map(plan.pages.map(({ key, number }) => [key, number]))
  yield* tree(edition, resource, '', divisions, parts)
  yield* tree(edition, resource, ';tree=pages', pages, numbers)
}

function* collections(slug: string, resource: object): Generator<[string, string]> {
  const root = {
    '@id': 'editions',
    '@type': 'Collection',
    title: 'Editions',
    totalParents: 0,
    totalChildren: 1,
    collection: ENDPOINTS.collection,
  }
  const all = json({ ...CONTEXT, ...root, member: [resource] })
  yield ['dts/collection.json', all]
  yield ['dts/collection/editions.json', all]
  yield ['dts/collection/editions;nav=parents.json', json({ ...CONTEXT, ...root, member: [] })]
  yield [`dts/collection/${slug}.json`, json({ ...CONTEXT, ...resource })]
  yield [
    `dts/collection/${slug};nav=parents.json`,
    json({ ...CONTEXT, ...resource, member: [root] }),
  ]
}

/** The answers about one citation tree, and its fragments. */
function* tree(
  { book }: Edition,
  resource: object,
  name: '' | ';tree=pages',
  fragments: readonly Fragment[],
  titles: ReadonlyMap<string, string>,
): Generator<[string, string]> {
  const units: readonly CitableUnit[] = fragments.map((fragment) =>
    unitOf(fragment, titles.get(fragment.id) ?? '', book.language),
  )
  for (const { member, parameters, ref } of answersOf(units)) {
    const path = `navigation/${book.slug}${name}${parameters}${ref ? `/${ref.identifier}` : ''}.json`
    const answer = {
      ...CONTEXT,
      '@id': `/dts/${path}`,
      '@type': 'Navigation',
      resource,
      ref,
      member,
    }
    yield [`dts/${path}`, json(answer)]
  }
  for (const { ref, xml } of fragments) {
    yield [`dts/document/${book.slug}${name}/${ref}.xml`, wrapped(xml)]
  }
}

function wrapped(xml: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n',
    `<dts:wrapper xmlns:dts="https://w3id.org/api/dts#">${xml}</dts:wrapper>\n</TEI>\n`,
  ].join('')
}

function json(value: object): string {
  return `${JSON.stringify(value)}\n`
}
