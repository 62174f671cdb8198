import type { TeiFault } from './validate.ts'

/**
 * What RELAX NG cannot say of the TEI files of an edition: that ids are unique, that every pointer
 * resolves, that lines and pages are in order.
 */
export function referenceFaults(read: readonly Tags[]): readonly TeiFault[] {
  const everywhere = new Set(read.flatMap(({ ids }) => [...ids]))
  return read.flatMap((tags) => [
    ...tags.doubled.map((tag) => fault(tags, tag, `the id ${tag.value} is there twice`)),
    ...tags.pointers
      .filter(({ value }) => !resolves(value, tags.ids, everywhere))
      .map((tag) => fault(tags, tag, `nothing has the id that ${tag.name}="${tag.value}" names`)),
    ...outOfOrder(tags),
  ])
}

/** An attribute in its place. */
interface Place {
  readonly name: string
  readonly value: string
  /** UTF-16 offset of its tag. */
  readonly at: number
}

/** What a file has that points or is pointed to. */
export interface Tags {
  readonly file: string
  readonly text: string
  readonly ids: ReadonlySet<string>
  readonly doubled: readonly Place[]
  /** One for each pointer, where an attribute has several. */
  readonly pointers: readonly Place[]
  /** `n` of the lines of a source layer. */
  readonly lines: readonly Place[]
}

const TAG = /<([A-Za-z]+)((?:\s+[\w:]+="[^"]*")*)\s*\/?>/gu
const ATTRIBUTE = /([\w:]+)="([^"]*)"/gu

/** DTABf counts the images of a book, and has nothing that such a number points to. */
const IMAGE_OF_DTABF = /^#f\d{4,}$/u

const POINTERS: ReadonlySet<string> = new Set([
  ...[
    'ana',
    'change',
    'corresp',
    'decls',
    'facs',
    'from',
    'next',
    'prev',
    'ref',
    'resp',
    'sameAs',
    'source',
    'target',
    'who',
    'wit',
  ],
])

/**
 * Reads the tags of one of our own files, which have no comment, no CDATA and no `>` in an attribute.
 * O(n) in the file.
 */
export function readTags(file: string, text: string): Tags {
  const ids = new Set<string>()
  const doubled: Place[] = []
  const pointers: Place[] = []
  const lines: Place[] = []
  for (const { 1: tag, 2: attributes = '', index: at } of text.matchAll(TAG)) {
    if (tag === 'biblScope') continue
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      const place = { name, value, at }
      if (name === 'xml:id') {
        if (ids.has(value)) doubled.push(place)
        ids.add(value)
      } else if (name === 'n' && tag === 'line') lines.push(place)
      else if (POINTERS.has(name)) {
        for (const one of value.split(' ')) pointers.push({ name, value: one, at })
      }
    }
  }
  return { file, text, ids, doubled, pointers, lines }
}

/** `#id` of the file, `ed:id` and `src:id` of any of the files, `raw:from,to`, or an address. */
function resolves(
  pointer: string,
  own: ReadonlySet<string>,
  everywhere: ReadonlySet<string>,
): boolean {
  if (IMAGE_OF_DTABF.test(pointer)) return true
  if (pointer.startsWith('#')) return own.has(pointer.slice(1))
  const [, prefix, rest = ''] = /^(ed|src|raw):(.*)$/u.exec(pointer) ?? []
  if (prefix === 'raw') {
    const [, from, to] = /^(\d+),(\d+)$/u.exec(rest) ?? []
    return from !== undefined && Number(from) <= Number(to)
  }
  return prefix === undefined
    ? /^[a-z][a-z\d+.-]*:\S|^[\w./-]+$/iu.test(pointer)
    : everywhere.has(rest)
}

/** The lines of the source layer count on one by one; one that goes on has its number again. */
function outOfOrder(tags: Tags): readonly TeiFault[] {
  const faults: TeiFault[] = []
  let last = 0
  for (const place of tags.lines) {
    const n = Number(place.value)
    if (n !== last && n !== last + 1) {
      faults.push(fault(tags, place, `line ${n} comes after line ${last}`))
    }
    last = n
  }
  return faults
}

function fault({ file, text }: Tags, { at }: Place, message: string): TeiFault {
  return { file, line: text.slice(0, at).split('\n').length, message }
}
