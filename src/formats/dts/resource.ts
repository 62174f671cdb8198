import type { Edition } from '../../model/edition.ts'
import type { Fragment, Fragments } from './fragments.ts'

/** Where a site answers: the folder that the tree is unpacked to. */
const ROOT = '/dts'

export const CONTEXT = { '@context': 'https://dtsapi.org/context/v1.0.json', dtsVersion: '1.0' }

/** The addresses of the endpoints, as templates that plain files can answer. */
export const ENDPOINTS = {
  collection: `${ROOT}/collection{/id}{;nav}.json`,
  navigation: `${ROOT}/navigation{/resource}{;tree,down}{/ref}.json`,
  document: `${ROOT}/document{/resource}{;tree}{/ref}.xml`,
}

/** A level of a citation tree. */
interface CiteStructure {
  readonly '@type': 'CiteStructure'
  readonly citeType: string
  readonly citeStructure?: readonly CiteStructure[]
}

/** The edition as a resource of DTS. */
export function resourceOf({ book }: Edition, { divisions, pages }: Fragments) {
  const { authors, date, language, licence, publisher, slug, source, title } = book
  const trees = [
    { '@type': 'CitationTree', citeStructure: structureOf(divisions, undefined) },
    {
      '@type': 'CitationTree',
      identifier: 'pages',
      description: 'Pages of the printed book',
      citeStructure: [{ '@type': 'CiteStructure', citeType: 'page' }],
    },
  ]
  return {
    '@id': slug,
    '@type': 'Resource',
    title,
    totalParents: 1,
    totalChildren: 0,
    dublinCore: {
      title: [{ lang: language, value: title }],
      language: [language],
      ...listed(
        'creator',
        authors.map(({ name }) => name),
      ),
      ...listed('publisher', [publisher]),
      ...listed('date', [date]),
      ...listed('source', [source.identifier]),
      ...listed('rights', [licence?.url ?? licence?.name]),
    },
    collection: `${ROOT}/collection/${slug}{;nav}.json`,
    navigation: `${ROOT}/navigation/${slug}{;tree,down}{/ref}.json`,
    document: `${ROOT}/document/${slug}{;tree}{/ref}.xml`,
    download: `${ROOT}/document/${slug}.xml`,
    mediaTypes: ['application/tei+xml'],
    citationTrees: pages.length > 0 ? trees : trees.slice(0, 1),
  }
}

function listed(name: string, values: readonly (string | undefined)[]) {
  const known = values.filter((value) => value !== undefined && value !== '')
  return known.length > 0 ? { [name]: known } : {}
}

/** The kinds of divisions that occur in each other. */
function structureOf(
  divisions: readonly Fragment[],
  parents: ReadonlySet<string> | undefined,
): readonly CiteStructure[] {
  const here = divisions.filter(({ parent }) =>
    parents === undefined ? parent === undefined : parent !== undefined && parents.has(parent),
  )
  const kinds = [...new Set(here.map(({ kind }) => kind))]
  return kinds.map((citeType) => {
    const refs = new Set(here.filter(({ kind }) => kind === citeType).map(({ ref }) => ref))
    const citeStructure = structureOf(divisions, refs)
    return {
      '@type': 'CiteStructure',
      citeType,
      ...(citeStructure.length > 0 ? { citeStructure } : {}),
    }
  })
}
