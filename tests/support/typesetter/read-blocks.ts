import { type Block, type Copy, type Group, type HeadingRole, LINE_ROLES } from './truth.ts'

/** Reads the running text of an article. */
export type Read = (text: string) => Copy

/** The levels of headings, and the signs that open them. */
const HEADINGS: Readonly<Record<string, readonly [HeadingRole, number]>> = {
  '#': ['part', 1],
  '##': ['article', 2],
  '##!': ['document', 2],
  '###': ['section', 3],
  '####': ['subsection', 4],
}

/** What opens a block that belongs to its neighbours: a quotation, a poem, an epigraph. */
const GROUPS: readonly (readonly [RegExp, Group['kind']])[] = [
  [/^> /u, 'quote'],
  [/^\| /u, 'verse'],
  [/^:(?:epigraph|attribution) /u, 'epigraph'],
]

/** Blocks of an article, of chunks of its source. Throws where one is not understood. */
export function readBlocks(
  chunks: readonly string[],
  read: Read,
  endnotes: readonly Block[],
): readonly Block[] {
  let open: Group | undefined
  return chunks.flatMap((chunk) => {
    const kind = GROUPS.find(([opens]) => opens.test(chunk))?.[1]
    if (kind !== open?.kind) open = kind && { kind }
    if (open) return [readGrouped(chunk, read, open)]
    const title = /^:endnotes (.*)$/su.exec(chunk)?.[1]
    if (title === undefined) return [readBlock(chunk, read)]
    return [{ role: 'heading', heading: 'notes', level: 3, lines: [read(title)] }, ...endnotes]
  })
}

function readGrouped(chunk: string, read: Read, group: Group): Block {
  const bare = chunk.replaceAll(/^(?:[>|]|:\p{L}+) ?/gmu, '')
  if (group.kind === 'verse') return { role: 'stanza', lines: bare.split('\n').map(read), group }
  const role = chunk.startsWith(':attribution') ? 'attribution' : 'paragraph'
  return { role, copy: read(bare), group }
}

function readBlock(chunk: string, read: Read): Block {
  const [, sign, title] = /^(#+!?) (.*)$/su.exec(chunk) ?? []
  if (sign !== undefined && title !== undefined) return readHeading(sign, title, read)
  const [, name, text] = /^:(\p{L}+) (.*)$/su.exec(chunk) ?? []
  if (name !== undefined && text !== undefined) {
    const role = LINE_ROLES.find((known) => known === name)
    if (!role) throw new Error(`Unexpected :${name} in the source of truth`)
    return { role, copy: role === 'source' ? withoutMarks(read(text)) : read(text) }
  }
  if (chunk === '***') return { role: 'divider', copy: read(chunk) }
  const label = /^(?:[-–—•]|\d+[.)]) +/u.exec(chunk)?.[0].length
  if (label === undefined) return { role: 'paragraph', copy: read(chunk) }
  return { role: 'item', copy: read(chunk), label }
}

/** A source stands in brackets of its own. */
function withoutMarks(copy: Copy): Copy {
  return { ...copy, annotations: copy.annotations.filter(({ what }) => what !== 'mark') }
}

function readHeading(sign: string, text: string, read: Read): Block {
  const [heading, level] = HEADINGS[sign] ?? []
  if (!heading || level === undefined) throw new Error(`Unexpected heading ${sign} ${text}`)
  const lines = text.replaceAll('\n', ' ').split(' / ').map(read)
  return { role: 'heading', heading, level, lines }
}
