import { roman } from './numerals.ts'
import { type Read, readBlocks } from './read-blocks.ts'
import { readCopy } from './read-copy.ts'
import type { Block, Copy, Label, Note, Truth } from './truth.ts'

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
  const copy: Read = (text) => readCopy(join(text), (key) => shown(labels.get(key), key))
  const own = new Map(readNotes(chunks, labels, copy).map((note) => [note.key, note]))
  const endnotes: Block[] = []
  for (const key of labels.keys()) {
    const note = own.get(key)
    if (!note) throw new Error(`Unexpected call of ${key}, expected its note`)
    if (notes.has(key)) throw new Error(`Unexpected second note ${key}`)
    notes.set(key, note)
    if (note.place === 'end') endnotes.push({ role: 'endnote', note })
  }
  return readBlocks(chunks.filter(isPrinted), copy, endnotes)
}

/** The notes of an article, in the order in which they are written down. */
function readNotes(
  chunks: readonly string[],
  labels: ReadonlyMap<string, Label>,
  copy: Read,
): readonly Note[] {
  const notes: (Note & { readonly paragraphs: Copy[] })[] = []
  for (const chunk of chunks) {
    const begin = /^\[\^(?<key>[^\]]+)\]:\s+(?<text>.*)$/su.exec(chunk)?.groups
    const { key, text } = begin ?? {}
    if (key !== undefined && text !== undefined) {
      const label = labels.get(key)
      if (!label) throw new Error(`Unexpected note ${key}, expected one that is called`)
      const place = key.startsWith('^') ? 'end' : 'foot'
      notes.push({ key, place, label, paragraphs: [copy(text)] })
    } else if (chunk.startsWith('    ')) {
      const last = notes.at(-1)
      if (!last) throw new Error(`Unexpected paragraph of a note: ${chunk}`)
      last.paragraphs.push(copy(chunk))
    }
  }
  return notes
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
  return style === 'arabic' ? String(value) : roman(value)
}

function shown(label: Label | undefined, key: string): string {
  if (!label) throw new Error(`Unexpected call of ${key}`)
  return 'fixed' in label ? label.fixed : label.placeholder
}

function join(text: string): string {
  return text.trim().replace(/\s*\n\s*/gu, ' ')
}
