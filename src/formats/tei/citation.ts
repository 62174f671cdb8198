import type { BlockNode, Division, Edition } from '../../model/edition.ts'

/** A level of divisions that can be cited, and those that stand in it. */
export interface CiteLevel {
  /** The `@type` of the division. */
  readonly unit: string
  readonly levels: readonly CiteLevel[]
}

/** What stands between the references of the divisions that lie in each other: `d3.d7`. */
export const DELIMITER = '.'

/** The name of the citation tree of pages; that of divisions is the one without a name. */
export const PAGES = 'pages'

/** The `@type` of a division in TEI. */
export function typeOfDivision({ kind }: Division): string {
  return kind === 'notes' ? 'endnotes' : kind
}

/** The kinds of divisions as they occur in each other, in the order of the text. Linear. */
export function citeLevels({ children }: Pick<Edition, 'children'>): readonly CiteLevel[] {
  const alike = new Map<string, BlockNode[]>()
  for (const node of children) {
    if (node.type !== 'division') continue
    const unit = typeOfDivision(node)
    const within = alike.get(unit)
    if (within) within.push(...node.children)
    else alike.set(unit, [...node.children])
  }
  return [...alike].map(([unit, within]) => ({ unit, levels: citeLevels({ children: within }) }))
}

/** Whether the text has pages that can be cited. */
export function hasPages({ markings }: Edition): boolean {
  return markings.some(({ role }) => role === 'page')
}

/** A division's reference, made of those it stands in and its own id. */
export function referenceOf(above: string | undefined, id: string): string {
  return above === undefined ? id : `${above}${DELIMITER}${id}`
}
