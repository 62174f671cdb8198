import { type Attributes, contentOf, startOf, type Token } from '../tokens.ts'

/** The text of an edition, taken apart. */
export interface Split {
  /** The whole, with an include in the place of each article. */
  readonly whole: readonly Token[]
  /** The bodies of the articles, by the xml:ids of their divisions. */
  readonly articles: ReadonlyMap<string, readonly Token[]>
}

/**
 * Takes the divisions of these ids out of a text, each with the page on which it begins. What they point
 * to elsewhere in the text they point to by the prefix `ed`. Linear.
 */
export function splitText(tokens: Iterable<Token>, ids: ReadonlySet<string>): Split {
  const whole: Token[] = []
  const articles = new Map<string, readonly Token[]>()
  const known = new Set<string>()
  let page: Attributes | undefined
  const source = tokens[Symbol.iterator]()
  for (let next = source.next(); !next.done; next = source.next()) {
    const division = startOf(next.value, 'div')
    const id = division?.attributes['xml:id']
    if (!division || id === undefined || !ids.has(id)) {
      whole.push(next.value)
      page = pageOf(next.value) ?? page
      continue
    }
    const content = [...contentOf('div', source)]
    const before = page && !beginsPage(content) ? [pageBefore(page)] : []
    const element: Token[] = [division, ...content, { as: 'end', name: 'div' }]
    articles.set(id, [...before, ...element])
    whole.push(include(id))
    for (const token of content) page = pageOf(token) ?? page
  }
  for (const part of [whole, ...articles.values()]) for (const id of idsIn(part)) known.add(id)
  return {
    whole,
    articles: new Map([...articles].map(([id, article]) => [id, outward(article, known)])),
  }
}

/** The name of the file of an article. */
export function articleFile(id: string): string {
  return `${id}.xml`
}

function include(id: string): Token {
  const attributes = {
    'xmlns:xi': 'http://www.w3.org/2001/XInclude',
    href: articleFile(id),
    xpointer: id,
  }
  return { as: 'empty', name: 'xi:include', attributes }
}

/** The attributes of a page that begins in the text of the book. */
function pageOf(token: Token): Attributes | undefined {
  if (token.as !== 'empty' || token.name !== 'pb') return undefined
  return token.attributes['xml:id'] === undefined ? undefined : token.attributes
}

function beginsPage(content: readonly Token[]): boolean {
  const first = content.find((token) => token.as !== 'text' || token.text.trim() !== '')
  return first !== undefined && pageOf(first) !== undefined
}

/** The page on which something begins that does not begin the page. */
function pageBefore({ facs = '', n, 'xml:id': id }: Attributes): Token {
  const number = n === undefined ? {} : { n }
  return { as: 'empty', name: 'pb', attributes: { ...number, sameAs: `ed:${id}`, facs } }
}

function* idsIn(tokens: Iterable<Token>): Iterable<string> {
  for (const token of tokens) {
    const id = 'attributes' in token ? token.attributes['xml:id'] : undefined
    if (id !== undefined) yield id
  }
}

/** The attributes that point to places in the text. */
const POINTERS = ['target', 'sameAs'] as const

/** Lets what points out of an article point to the edition. */
function outward(article: readonly Token[], known: ReadonlySet<string>): readonly Token[] {
  const own = new Set(idsIn(article))
  const isElsewhere = (id: string) => known.has(id) && !own.has(id)
  return article.map((token) => {
    if (!('attributes' in token)) return token
    const attributes = { ...token.attributes }
    for (const name of POINTERS) {
      const value = attributes[name]
      if (value === undefined) continue
      const pointers = value.split(' ').map((pointer) => {
        return isElsewhere(pointer.slice(1)) ? pointer.replace(/^#/u, 'ed:') : pointer
      })
      attributes[name] = pointers.join(' ')
    }
    return { ...token, attributes }
  })
}
