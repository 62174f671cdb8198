import { type Dialect, without } from './dialect.ts'
import type { Attributes } from './tokens.ts'

/** Elements of which simplePrint has the content alone. */
const CONTENT: ReadonlySet<string> = new Set(
  'analytic appInfo correction hyphenation imprint interpretation label.application monogr msIdentifier normalization punctuation quotation segmentation series'.split(
    ' ',
  ),
)

/** Elements that simplePrint knows nothing like. */
const NOTHING: ReadonlySet<string> = new Set([
  'correspDesc',
  'refsDecl',
  // Of those it has only some, and names them otherwise.
  'rendition',
  'schemaRef',
  'variantEncoding',
])

/** Elements that are called otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  application: 'p',
  biblStruct: 'bibl',
  msDesc: 'bibl',
  orgName: 'name',
  persName: 'name',
  ptr: 'ref',
  repository: 'note',
}

/**
 * TEI simplePrint: what is not in it becomes what is nearest. It has no `rend`, and says how a thing is
 * printed by a `rendition` of its own list.
 */
export const simplePrint: Dialect = (name, attributes, within) => {
  if (NOTHING.has(name)) return 'nothing'
  const parent = within.at(-1) ?? ''
  if (CONTENT.has(name) || CONTENT.has(`${name}.${parent}`)) return 'content'
  return { name: NAMES[name] ?? name, attributes: attributesOf(name, attributes) }
}

function attributesOf(name: string, attributes: Attributes): Attributes {
  switch (name) {
    case 'application':
      return { 'xml:id': attributes['xml:id'] ?? 'emend' }
    case 'corr':
    case 'reg':
      return without(attributes, 'evidence')
    case 'div':
      return renamed(attributes, 'decls', 'corresp')
    case 'hi':
      return { rendition: 'simple:letterspace' }
    case 'lb':
    case 'pb':
      return printed(renamed(attributes, 'sameAs', 'corresp'), 'simple:hyphen')
    case 'list':
      return renamed(attributes, 'rend', 'type')
    case 'quote':
      return printed(attributes, 'simple:display')
    default:
      return attributes
  }
}

function renamed(attributes: Attributes, from: string, to: string): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name === from ? to : name, value]),
  )
}

/** Says by `rendition` that `rend` says something. */
function printed({ rend, ...others }: Attributes, rendition: string): Attributes {
  return rend === undefined ? others : { ...others, rendition }
}
