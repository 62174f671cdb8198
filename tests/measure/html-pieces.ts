import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A stretch of a page of documentation, as a compositor is interested in it. */
export type Piece =
  /** `rank` 0 is a chapter, 1 a section of it. */
  | { readonly what: 'heading'; readonly rank: number; readonly text: string }
  | { readonly what: 'paragraph'; readonly text: string; readonly quoted: boolean }
  /** The label stands before the text. */
  | { readonly what: 'item'; readonly text: string; readonly quoted: boolean }
  /** Rows of a table, lines of a listing. */
  | { readonly what: 'rows'; readonly rows: readonly string[] }

/** The pieces of a page in reading order, and its notes by the characters that call them. */
export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly notes: ReadonlyMap<string, readonly string[]>
}

/** The first of the characters that stand for calls of notes. */
export const FIRST_CALL = 0xe000

/** What belongs to the screen, not to the text. */
const SKIPPED_TAGS = new Set(
  'head script style nav header footer form img svg button hr object'.split(' '),
)
const SKIPPED_CLASSES =
  /(?:^| )(?:nav\w*|docnav|toc|related|sphinxsidebar\w*|headerlink|indexterm|index|legalnotice|revhistory|figure|informalfigure|imageblock|mediaobject|caption|url|authorgroup|author|copyright|pubdate|keycap-image|icon|clearer|footer|subtitle|toctree-wrapper|editorsecret)(?: |$)/u

const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details div dl dt figure h1 h2 h3 h4 h5 h6 html li main ol p pre section summary table ul'.split(
    ' ',
  ),
)

const CHAPTERS = /(?:^| )(?:chapter|preface|appendix|foreword|part|glossary|colophon)(?: |$)/u

/** How the headings of a text are ranked. */
export interface Ranking {
  /** `h1` to `h…` of this number are chapters. */
  readonly top: number
}

/** Reads a page of documentation. O(n), but for the depth of its elements. */
export function readPieces(html: string, { top }: Ranking): Pieces {
  const pieces: Piece[] = []
  const bodies = new Map<string, readonly string[]>()
  const calls = new Map<string, string>()
  const notes = new Map<string, readonly string[]>()
  let text = ''
  let label = ''
  let quoted = 0
  let noteDepth = 0

  const flush = (): void => {
    const said = text.trim().replaceAll(/[ \t\n\r\f]+/gu, ' ')
    text = ''
    if (said === '') return
    if (label === '') pieces.push({ what: 'paragraph', text: said, quoted: quoted > 0 })
    else pieces.push({ what: 'item', text: label + said, quoted: quoted > 0 })
    label = ''
  }
  const callOf = (key: string): string => {
    const known = calls.get(key)
    if (known !== undefined) return ''
    const call = String.fromCharCode(FIRST_CALL + calls.size)
    calls.set(key, call)
    return call
  }
  const walkAll = (nodes: readonly Node[], chapter: boolean): void => {
    for (const node of nodes) walk(node, chapter)
  }
  const walk = (node: Node, chapter: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    if (!('tagName' in node)) return
    const named = classOf(node)
    if (SKIPPED_TAGS.has(node.tagName) || SKIPPED_CLASSES.test(named)) return
    if (noteDepth === 0 && /(?:^| )footnote/u.test(named)) walkNote(node, named, chapter)
    else walkElement(node, named, chapter)
  }
  const walkNote = (node: Element, named: string, chapter: boolean): void => {
    const target = attribute(node, 'href')?.replace(/^.*#/u, '')
    if (node.tagName === 'a' && target !== undefined) {
      text = text.trimEnd() + callOf(target)
      return
    }
    if (node.tagName === 'span') {
      const call = callOf(`inline ${calls.size}`)
      notes.set(call, [unbracketed(plainText(node))])
      text = text.trimEnd() + call
      return
    }
    const key = attribute(node, 'id')
    if (key === undefined) {
      walkElement(node, named, chapter)
      return
    }
    flush()
    const before = pieces.length
    noteDepth++
    walkElement(node, named, chapter)
    flush()
    noteDepth--
    const own = pieces.splice(before)
    const paragraphs = own.flatMap((piece) => ('text' in piece ? [unlabelled(piece.text)] : []))
    bodies.set(key, paragraphs)
  }
  const walkElement = (node: Element, named: string, chapter: boolean): void => {
    const { tagName: tag } = node
    if (tag === 'br') {
      text += ' '
      return
    }
    if (BLOCK_TAGS.has(tag)) walkBlock(node, named, chapter)
    else walkAll(node.childNodes, chapter)
  }
  const walkBlock = (node: Element, named: string, chapter: boolean): void => {
    const { tagName: tag } = node
    flush()
    const inChapter = CHAPTERS.test(named) || (chapter && !/(?:^| )sect/u.test(named))
    const level = /^h([1-6])$/u.exec(tag)?.[1]
    if (level !== undefined) {
      const title = plainText(node)
      const rank = inChapter ? 0 : Math.max(0, Number(level) - top)
      if (title !== '') pieces.push({ what: 'heading', rank, text: title })
      return
    }
    if (tag === 'p' && /(?:^| )title(?: |$)/u.test(named)) return
    if (tag === 'pre') {
      const rows = plainRows(node)
      if (rows.length > 0) pieces.push({ what: 'rows', rows })
      return
    }
    if (tag === 'table') walkTable(node, inChapter)
    else if (tag === 'dl') walkTerms(node, inChapter)
    else if (tag === 'ul' || tag === 'ol') walkList(node, inChapter)
    else {
      if (tag === 'blockquote') quoted++
      walkAll(node.childNodes, inChapter)
      flush()
      if (tag === 'blockquote') quoted--
    }
  }
  const walkList = (list: Element, chapter: boolean): void => {
    let count = 0
    for (const node of list.childNodes) {
      if (!('tagName' in node)) continue
      flush()
      label = list.tagName === 'ol' ? `${++count}) ` : '– '
      walk(node, chapter)
      flush()
      label = ''
    }
  }
  /** A term runs into the paragraph that explains it. */
  const walkTerms = (list: Element, chapter: boolean): void => {
    for (const node of list.childNodes) {
      if (!('tagName' in node)) continue
      if (node.tagName === 'dt') {
        flush()
        label = `${plainText(node).replace(/[.:]$/u, '')}. `
      } else {
        const before = pieces.length
        walk(node, chapter)
        flush()
        const first = pieces[before]
        if (first?.what === 'item') pieces[before] = { ...first, what: 'paragraph' }
        label = ''
      }
    }
    label = ''
  }
  const walkTable = (table: Element, chapter: boolean): void => {
    const rows = rowsOf(table)
    const isLaidOut = rows.some((cells) => cells.some((cell) => holdsBlocks(cell)))
    if (isLaidOut) {
      for (const cell of rows.flat()) {
        walkAll(cell.childNodes, chapter)
        flush()
      }
    } else {
      pieces.push({ what: 'rows', rows: rows.map((cells) => cells.map(plainText).join('   ')) })
    }
  }

  const document = parse(html)
  walkAll(document.childNodes, false)
  flush()
  for (const [key, call] of calls) {
    const own = bodies.get(key)
    if (own && own.length > 0) notes.set(call, own)
  }
  return { pieces, notes }
}

/** The title of a page, as its head gives it. */
export function titleOf(html: string): string {
  return /<title[^>]*>([^<]*)<\/title>/u.exec(html)?.[1]?.trim() ?? ''
}

/** The name of the page that follows, where the head of a page gives it. */
export function nextOf(html: string): string | undefined {
  const link = /<link[^>]*\brel="next"[^>]*>/u.exec(html)?.[0]
  return link && /\bhref="([^"#]+)/u.exec(link)?.[1]
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((own) => own.name === name)?.value
}

function classOf(element: Element): string {
  return attribute(element, 'class') ?? ''
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  return table.childNodes.flatMap((node): (readonly Element[])[] => {
    if (!('tagName' in node)) return []
    if (node.tagName !== 'tr') return [...rowsOf(node)]
    return [node.childNodes.filter((cell): cell is Element => 'tagName' in cell)]
  })
}

function holdsBlocks(node: Element): boolean {
  return node.childNodes.some(
    (child) =>
      'tagName' in child &&
      (BLOCK_TAGS.has(child.tagName) ? plainText(child).length > 60 : holdsBlocks(child)),
  )
}

/** The text below an element in one line. */
function plainText(element: Element): string {
  return rawText(element)
    .trim()
    .replaceAll(/[ \t\n\r\f]+/gu, ' ')
}

function plainRows(element: Element): readonly string[] {
  const rows = rawText(element).replaceAll('\t', '        ').split('\n')
  return rows.map((row) => row.trimEnd()).filter((row) => row !== '')
}

function rawText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('tagName' in node) || SKIPPED_CLASSES.test(classOf(node))) return ''
  if (node.tagName === 'br') return '\n'
  return node.childNodes.map(rawText).join('')
}

/** A note without the label that the screen shows before it. */
function unlabelled(text: string): string {
  return text.replace(/^(?:\[?\d{1,3}\]?|[*†‡])\s*/u, '')
}

function unbracketed(text: string): string {
  return text.replace(/^\[(.*)\]$/su, '$1').trim()
}
