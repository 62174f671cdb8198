import type { Edition } from '../../model/edition.ts'
import { type CiteLevel, citeLevels, hasPages, PAGES } from '../tei/citation.ts'

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
export function resourceOf(edition: Edition) {
  const { authors, date, language, licence, publisher, slug, source, title } = edition.book
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
      ...listed('source', source.identifiers ?? []),
      ...listed('rights', [licence?.url ?? licence?.name]),
    },
    collection: `${ROOT}/collection/${slug}{;nav}.json`,
    navigation: `${ROOT}/navigation/${slug}{;tree,down}{/ref}.json`,
    document: `${ROOT}/document/${slug}{;tree}{/ref}.xml`,
    download: `${ROOT}/document/${slug}.xml`,
    mediaTypes: ['application/tei+xml'],
    citationTrees: treesOf(edition),
  }
}

function listed(name: string, values: readonly (string | undefined)[]) {
  const known = values.filter((value) => value !== undefined && value !== '')
  return known.length > 0 ? { [name]: known } : {}
}

/** The citation trees, as the header of the text declares them. */
function treesOf(edition: Edition): readonly object[] {
  const levels = structureOf(citeLevels(edition))
  const pages = {
    '@type': 'CitationTree',
    identifier: PAGES,
    description: 'Pages of the printed book',
    citeStructure: structureOf([{ unit: 'page', levels: [] }]),
  }
  return [
    ...(levels.length > 0 ? [{ '@type': 'CitationTree', citeStructure: levels }] : []),
    ...(hasPages(edition) ? [pages] : []),
  ]
}

function structureOf(levels: readonly CiteLevel[]): readonly CiteStructure[] {
  return levels.map(({ levels: within, unit }) => ({
    '@type': 'CiteStructure',
    citeType: unit,
    ...(within.length > 0 ? { citeStructure: structureOf(within) } : {}),
  }))
}
