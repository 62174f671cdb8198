import type { Html, Nodes, PhrasingContent, Root } from 'mdast'
import '../formats/markdown/witness-place.ts'
import type { Definition, Passage, ReadText, Sign } from './passage.ts'
import { PassageWriter } from './passage-writer.ts'

const PAGE = /^<!--\s*(p\.\s*[^>]*?)\s*-->$/u
const COMMENTS = /<!--[\s\S]*?-->/gu
const PARTING = /^<!--\s*-->$/u

type Phrasing = (nodes: readonly PhrasingContent[]) => (writer: PassageWriter) => void

/** A list or quotation that is being read. */
interface Container {
  readonly name: string
  isFirst: boolean
}

/** Reads the text and the notes of a Markdown tree. Linear. */
export function readPassages(root: Root): ReadText {
  const notes: Definition[] = []
  const text: Passage[] = []
  new Reader(text, notes).read(root.children)
  return { text, notes }
}

/** Reads the blocks of the text, or of one note. */
class Reader {
  readonly #passages: Passage[]
  readonly #notes: Definition[]
  readonly #containers: Container[] = []
  #pages: { readonly sign: Sign; readonly line: number }[] = []

  constructor(passages: Passage[], notes: Definition[]) {
    this.#passages = passages
    this.#notes = notes
  }

  read(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#block(node)
    const line = this.#pages[0]?.line
    if (line !== undefined) this.#passage('end', line, () => {})
  }

  #block(node: Nodes): void {
    const line = lineOf(node)
    const within: Phrasing = (nodes) => (writer) => phrasing(nodes, false, writer)
    if (node.type === 'paragraph') this.#passage('paragraph', line, within(node.children))
    else if (node.type === 'heading') {
      this.#passage(`heading ${node.depth}`, line, within(node.children))
    } else if (node.type === 'code') {
      const first = line + (node.position ? 1 : 0)
      const places = node.data?.places ?? []
      this.#passage('code', line, (writer) => writer.putExact(node.value, first, places))
    } else if (node.type === 'thematicBreak') this.#passage('divider', line, () => {})
    else if (node.type === 'blockquote') this.#within('>', node.children)
    else if (node.type === 'list') {
      this.#within(node.ordered ? `ol${node.start ?? 1}` : 'ul', node.children)
    } else if (node.type === 'listItem') this.#within('li', node.children)
    else if (node.type === 'html') this.#html(node, line)
    else if (node.type === 'footnoteDefinition') this.#note(node.identifier, node.children, line)
    else {
      const sign = { kind: 'unknown', what: nameOf(node) } as const
      this.#passage('paragraph', line, (writer) => writer.sign(sign, line))
    }
  }

  #within(name: string, nodes: readonly Nodes[]): void {
    this.#containers.push({ name, isFirst: true })
    for (const node of nodes) this.#block(node)
    this.#containers.pop()
  }

  #passage(kind: string, line: number, write: (writer: PassageWriter) => void): void {
    const writer = new PassageWriter(line)
    for (const { sign, line: at } of this.#pages) writer.sign(sign, at)
    this.#pages = []
    write(writer)
    const frame = this.#containers.map(({ name, isFirst }) => `${name}${isFirst ? '!' : ''}`)
    for (const container of this.#containers) container.isFirst = false
    this.#passages.push(writer.finish(kind, frame.join(' '), line))
  }

  #note(label: string, nodes: readonly Nodes[], line: number): void {
    const passages: Passage[] = []
    new Reader(passages, this.#notes).read(nodes)
    this.#notes.push({ label, passages, line })
  }

  #html(node: Html, line: number): void {
    const comments = node.value.match(COMMENTS) ?? []
    const isAll = node.value.replace(COMMENTS, '').trim() === ''
    const signs = comments.map((comment) => signOf(comment, node))
    if (isAll && signs.every((sign) => sign?.kind !== 'unknown')) {
      for (const sign of signs) if (sign) this.#pages.push({ sign, line })
      return
    }
    this.#passage('paragraph', line, (writer) =>
      writer.sign({ kind: 'unknown', what: 'HTML' }, line),
    )
  }
}

/** What a comment says; nothing where it only parts two lists. */
function signOf(comment: string, node: Html): Sign | undefined {
  const page = PAGE.exec(comment)
  if (page) {
    const shown = (page[1] ?? '').replace(/\s+/gu, ' ')
    return { kind: 'page', shown, page: node.data?.page }
  }
  return PARTING.test(comment) ? undefined : { kind: 'unknown', what: 'HTML' }
}

function phrasing(nodes: readonly PhrasingContent[], emphasised: boolean, to: PassageWriter): void {
  for (const node of nodes) {
    const line = lineOf(node)
    if (node.type === 'text') to.put(node.value, line, emphasised, node.data?.places ?? [])
    else if (node.type === 'emphasis') phrasing(node.children, true, to)
    else if (node.type === 'break') to.sign({ kind: 'line break' }, line)
    else if (node.type === 'footnoteReference') {
      to.sign({ kind: 'call', label: node.identifier, call: node.data?.call }, line)
    } else if (node.type === 'html') {
      const sign = signOf(node.value, node)
      if (sign) to.sign(sign, line)
    } else to.sign({ kind: 'unknown', what: nameOf(node) }, line)
  }
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0
}

const NAMES: Readonly<Partial<Record<Nodes['type'], string>>> = {
  strong: 'strong emphasis',
  inlineCode: 'code within text',
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  definition: 'definition of a link',
  html: 'HTML',
}

function nameOf(node: Nodes): string {
  return NAMES[node.type] ?? node.type
}
