import { InputError } from '../model/input-error.ts'
import { findElement, parseElements, textOf, type XmlElement } from './xml-element.ts'

/** What a source layer says of the raw file. */
export interface RawDescription {
  /** sha256 of the raw bytes, in hexadecimal. */
  readonly digest: string
  readonly byteLength: number
  /** The encoding, as it is named there. */
  readonly encoding: string
}

/** A raw line, or a part of one, as the source layer has it. */
export interface SourceLine {
  readonly number: number
  readonly text: string
  /** LF, CRLF, CR or nothing. */
  readonly end: string
}

const ENDS: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
  ['none', ''],
])

/** How much is parsed at a time, in UTF-16 units. */
const STEP = 1 << 18

/** The description of the raw file in the header. Throws an `InputError` when it is not all there. */
export function rawDescription(xml: string, name: string): RawDescription {
  const from = xml.indexOf('<teiHeader')
  const to = xml.indexOf('</teiHeader>', from)
  const header = from < 0 || to < 0 ? [] : parsed(xml.slice(from, to + 12), name)
  const bibl = findElement(header, 'bibl', { type: 'digitalSource' })
  const inBibl = bibl ? [bibl] : []
  const digest = findElement(inBibl, 'idno', { type: 'sha256' })
  const size = findElement(inBibl, 'measure', { unit: 'byte' })?.attributes.quantity ?? ''
  const encoding = findElement(inBibl, 'note', { type: 'encoding' })
  if (!digest || !encoding || !/^\d+$/.test(size)) {
    throw damaged(
      `Unexpected header of ${name}, expected sha256, encoding and number of bytes of the raw text`,
    )
  }
  return {
    digest: textOf(digest).trim(),
    byteLength: Number(size),
    encoding: textOf(encoding).trim(),
  }
}

/**
 * The raw lines of a source layer, in order. Throws an `InputError` for what is none.
 *
 * It is parsed a stretch at a time, so that little but the lines is held. Linear.
 */
export function* sourceLines(xml: string, name: string): Generator<SourceLine> {
  for (const run of lineRuns(sourceDocOf(xml, name))) {
    for (const node of parsed(run, name)) {
      if (typeof node !== 'string' && node.name === 'line') yield sourceLine(node, name)
    }
  }
}

/** The content of the `sourceDoc`. */
function sourceDocOf(xml: string, name: string): string {
  const start = xml.indexOf('<sourceDoc')
  if (start < 0) {
    throw new InputError(
      `Unexpected content of ${name}, expected a source layer (sourceDoc)`,
      'Name the BOOK.source.xml, or the bundle, that `emend build` wrote.',
    )
  }
  const end = xml.indexOf('</sourceDoc>', start)
  if (end < 0) throw damaged(`Unexpected end of ${name} within the source layer`)
  return xml.slice(xml.indexOf('>', start) + 1, end)
}

/** Stretches that hold whole `line` elements and no tags of surfaces. */
function* lineRuns(content: string): Generator<string> {
  let at = 0
  for (const tag of content.matchAll(/<\/?surface\b[^>]*>/gu)) {
    yield* steps(content, at, tag.index)
    at = tag.index + tag[0].length
  }
  yield* steps(content, at, content.length)
}

function* steps(content: string, from: number, to: number): Generator<string> {
  let at = from
  while (to - at > STEP) {
    const next = content.indexOf('<line', at + STEP)
    if (next < 0 || next >= to) break
    yield content.slice(at, next)
    at = next
  }
  if (at < to) yield content.slice(at, to)
}

function parsed(xml: string, name: string): readonly (XmlElement | string)[] {
  try {
    return parseElements(xml)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw damaged(`Unexpected XML in ${name}: ${reason}`)
  }
}

function sourceLine(element: XmlElement, name: string): SourceLine {
  const { n = '', rend } = element.attributes
  const end = ENDS.get(rend)
  if (end === undefined || !/^[1-9]\d*$/.test(n)) {
    const tag = `<line n="${n}"${rend === undefined ? '' : ` rend="${rend}"`}>`
    throw damaged(`Unexpected ${tag} in ${name}, expected a number and CRLF, CR or none`)
  }
  return { number: Number(n), text: characters(element, n, name), end }
}

function characters(node: XmlElement | string, line: string, name: string): string {
  if (typeof node === 'string') return node
  if (node.name !== 'g') return node.children.map((child) => characters(child, line, name)).join('')
  const ref = node.attributes.ref ?? ''
  const code = /^#x([\dA-F]{2,4})$/.exec(ref)?.[1]
  if (code === undefined) {
    throw damaged(`Unexpected <g ref="${ref}"> in line ${line} of ${name}, expected one as in #x0C`)
  }
  return String.fromCharCode(Number.parseInt(code, 16))
}

/** An `InputError` for a source layer that is not as it was written. */
export function damaged(message: string): InputError {
  return new InputError(
    message,
    'Take the file from a copy or from version control; while the raw text is there, `emend build` writes it anew.',
  )
}
