import { readCopy } from './read-copy.ts'
import {
  type Block,
  type Copy,
  type Group,
  HEADING_ROLES,
  type HeadingRole,
  type Label,
  LINE_ROLES,
  type Note,
  type Truth,
} from './truth.ts'

/** The levels of headings, and the signs that open them. */
const HEADINGS: Readonly<Record<string, readonly [HeadingRole, number]>> = {
  '#': ['part', 1],
  '##': ['article', 2],
  '##!': ['document', 2],
  '###': ['section', 3],
  '####': ['subsection', 4],
}

/** Where placeholders for labels come from: one private character a note. */
const PRIVATE = 0xe000

/** How the notes of an article are labelled. */
interface Scheme {
  readonly footnotes: 'article' | 'page'
  readonly endnotes: 'arabic' | 'roman'
}

/**
 * Reads the source of truth of a sample.
 *
 * Blocks are parted by blank lines; the lines of a block are joined. `# `, `## `, `##! `, `### `,
 * `#### ` are a part, an article, a document, a section, a subsection; ` / ` breaks a heading over
 * lines. `:role text` is a byline, source, dateline, salute, signed; `:epigraph text` a paragraph of
 * one, `:attribution text` its source. `> ` is a paragraph of a block quotation, `| ` a line of
 * verse, `- `, `– ` or `1) ` an item, `***` a divider. `[^key]: text` is a footnote, `[^^key]: text`
 * an endnote, `[^*key]: text` one with an asterisk; what follows it with four blanks before is its
 * next paragraph. `:notes page` or `:notes article` says how the footnotes are counted from here,
 * `:notes roman` or `:notes arabic` how endnotes are; `:endnotes Title` is where they are printed.
 *
 * Throws, with the block, where something is not understood.
 */
export function readTruth(language: string, source: string): Truth {
  const divisions = splitDivisions(source)
  const notes = new Map<string, Note>()
  const blocks = divisions.flatMap((division) => readDivision(division, notes))
  return { language, blocks, notes }
}

/** The blocks of each part, article or document: notes are counted within them. */
function splitDivisions(source: string): readonly (readonly string[])[] {
  const chunks = source.split(/\n{2,}/u).map((chunk) => chunk.replace(/\n+$/u, ''))
  const divisions: string[][] = []
  for (const chunk of chunks) {
    if (chunk === '') continue
    if (/^##?!? /u.test(chunk) || divisions.length === 0) divisions.push([])
    divisions.at(-1)?.push(chunk)
  }
  return divisions
}

function readDivision(chunks: readonly string[], notes: Map<string, Note>): readonly Block[] {
  const scheme = readScheme(chunks)
  const labels = labelNotes(chunks, scheme, notes.size)
  const copy = (text: string): Copy => readCopy(join(text), (key) => shown(labels.get(key), key))
  let last: { readonly key: string; readonly paragraphs: Copy[] } | undefined
  const own: Note[] = []
  for (const chunk of chunks) {
    const begin = /^\[\^(?<key>[^\]]+)\]:\s+(?<text>.*)$/su.exec(chunk)?.groups
    const key = begin?.key
    if (key !== undefined && begin?.text !== undefined) {
      const label = labels.get(key)
      if (!label) throw new Error(`Unexpected note ${key}, expected one that is called`)
      last = { key, paragraphs: [copy(begin.text)] }
      const place = key.startsWith('^') ? 'end' : 'foot'
      own.push({ key, place, label, paragraphs: last.paragraphs })
    } else if (chunk.startsWith('    ')) {
      if (!last) throw new Error(`Unexpected paragraph of a note: ${chunk}`)
      last.paragraphs.push(copy(chunk))
    }
  }
  for (const note of own) notes.set(note.key, note)
  const missing = [...labels.keys()].find((key) => !own.some((note) => note.key === key))
  if (missing !== undefined) throw new Error(`Unexpected call of ${missing}, expected its note`)
  return groupBlocks(
    chunks.filter(isPrinted),
    copy,
    (key) => {
      const note = notes.get(key)
      return note ? [{ role: 'endnote', note }] : []
    },
    [...labels.keys()],
  )
}

/** What is set where it stands: notes and what is said about notes are not. */
function isPrinted(chunk: string): boolean {
  return !/^(?:\[\^|:notes | {4})/u.test(chunk)
}

function readScheme(chunks: readonly string[]): Scheme {
  const said = chunks.filter((chunk) => chunk.startsWith(':notes ')).join(' ')
  return {
    footnotes: said.includes('page') ? 'page' : 'article',
    endnotes: said.includes('roman') ? 'roman' : 'arabic',
  }
}

/** Labels in the order of the calls. Keys are unique in the book: a second use is an error. */
function labelNotes(
  chunks: readonly string[],
  scheme: Scheme,
  before: number,
): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>()
  let foot = 0
  let end = 0
  const running = chunks.map((chunk) => chunk.replace(/^\[\^[^\]]+\]:/u, '')).join('\n\n')
  for (const [, key] of running.matchAll(/\[\^([^\]]+)\]/gu)) {
    if (key === undefined || labels.has(key)) throw new Error(`Unexpected second call of ${key}`)
    if (key.startsWith('*')) labels.set(key, { fixed: '*' })
    else if (key.startsWith('^')) labels.set(key, { fixed: number(++end, scheme.endnotes) })
    else if (scheme.footnotes === 'article') labels.set(key, { fixed: String(++foot) })
    else {
      labels.set(key, { placeholder: String.fromCharCode(PRIVATE + before + labels.size) })
    }
  }
  return labels
}

function number(value: number, style: 'arabic' | 'roman'): string {
  if (style === 'arabic') return String(value)
  const tens = 'x'.repeat(Math.floor(value / 10))
  return tens + (['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][value % 10] ?? '')
}

function shown(label: Label | undefined, key: string): string {
  if (!label) throw new Error(`Unexpected call of ${key}`)
  return 'fixed' in label ? label.fixed : label.placeholder
}

function join(text: string): string {
  return text.trim().replace(/\s*\n\s*/gu, ' ')
}

/** Neighbours of one kind are one group: the paragraphs of a quotation, the stanzas of a poem. */
function groupBlocks(
  chunks: readonly string[],
  copy: (text: string) => Copy,
  endnote: (key: string) => readonly Block[],
  keys: readonly string[],
): readonly Block[] {
  const blocks: Block[] = []
  let group: Group | undefined
  const grouped = (kind: Group['kind']): Group => {
    if (group?.kind !== kind) group = { kind }
    return group
  }
  for (const chunk of chunks) {
    const heading = /^(#+!?) (.*)$/su.exec(chunk)
    const said = /^:(\p{L}+) (.*)$/su.exec(chunk)
    const open = group
    group = undefined
    if (heading) blocks.push(readHeading(heading[1] ?? '', heading[2] ?? '', copy))
    else if (chunk === '***') blocks.push({ role: 'divider', copy: copy('***') })
    else if (chunk.startsWith('> ')) {
      group = open
      const text = chunk.replaceAll(/^> ?/gmu, '')
      blocks.push({ role: 'paragraph', copy: copy(text), group: grouped('quote') })
    } else if (chunk.startsWith('| ')) {
      group = open
      const lines = chunk.split('\n').map((line) => copy(line.replace(/^\| ?/u, '')))
      blocks.push({ role: 'stanza', lines, group: grouped('verse') })
    } else if (said?.[1] === 'epigraph' || said?.[1] === 'attribution') {
      group = open
      const role = said[1] === 'epigraph' ? 'paragraph' : 'attribution'
      blocks.push({ role, copy: copy(said[2] ?? ''), group: grouped('epigraph') })
    } else if (said?.[1] === 'endnotes') {
      blocks.push({ role: 'heading', heading: 'notes', level: 3, lines: [copy(said[2] ?? '')] })
      blocks.push(...keys.filter((key) => key.startsWith('^')).flatMap(endnote))
    } else if (said) {
      const role = LINE_ROLES.find((known) => known === said[1])
      if (!role) throw new Error(`Unexpected :${said[1]} in the source of truth`)
      blocks.push({
        role,
        copy: said[1] === 'source' ? withoutMarks(copy(said[2] ?? '')) : copy(said[2] ?? ''),
      })
    } else {
      const label = /^(?:[-–—•]|\d+[.)]) +/u.exec(chunk)?.[0].length
      if (label === undefined) blocks.push({ role: 'paragraph', copy: copy(chunk) })
      else blocks.push({ role: 'item', copy: copy(chunk), label })
    }
  }
  return blocks
}

/** A source stands in brackets of its own. */
function withoutMarks(copy: Copy): Copy {
  return { ...copy, annotations: copy.annotations.filter(({ what }) => what !== 'mark') }
}

function readHeading(sign: string, text: string, copy: (text: string) => Copy): Block {
  const [heading, level] = HEADINGS[sign] ?? []
  if (!heading || level === undefined || !HEADING_ROLES.includes(heading)) {
    throw new Error(`Unexpected heading ${sign}`)
  }
  return { role: 'heading', heading, level, lines: join(text).split(' / ').map(copy) }
}
