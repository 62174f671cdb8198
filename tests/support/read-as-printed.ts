import { SaxesParser, type SaxesTagPlain } from 'saxes'

/**
 * Reads an edition as it was printed and holds it against its source layer, from the files alone:
 * corrections undone, hyphens put back, every raw line once, letter for letter, but for forme work.
 *
 * Written from the description of the encoding, without anything of the program.
 */

/** White space and characters that no printer prints. */
const UNPRINTED = /[\s\p{Cc}\ufeff]/gu

/** A stretch of a raw line as it stands in one place of the text. */
interface Piece {
  readonly line: number
  text: string
}

/** What is wrong with an edition, one sentence each; nothing if all is well. */
export function unfaithful(textXml: string, sourceXml: string): readonly string[] {
  const wanted = rawLines(sourceXml)
  const faults: string[] = []
  const found = new Map<number, string[]>()
  for (const { line, text } of printedPieces(textXml, faults)) {
    const pieces = found.get(line) ?? []
    found.set(line, pieces)
    if (text !== '') pieces.push(text)
  }
  for (const [line, raw] of wanted) {
    const pieces = found.get(line) ?? []
    if (!tiles(raw, pieces)) {
      faults.push(`line ${line} is ${JSON.stringify(raw)} but stands as ${JSON.stringify(pieces)}`)
    }
  }
  for (const [line, pieces] of found) {
    if (!wanted.has(line)) faults.push(`line ${line} is no raw line: ${JSON.stringify(pieces)}`)
  }
  return faults
}

/** The raw lines by number, without forme work and white space. */
function rawLines(xml: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>()
  let line: number | undefined
  let inWork = 0
  parse(xml, {
    open({ name, attributes }) {
      if (name === 'line') {
        line = Number(attributes.n)
        lines.set(line, lines.get(line) ?? '')
      } else if (name === 'fw') {
        inWork++
      } else if (name === 'g') {
        put(characterOf(attributes.ref))
      }
    },
    close(name) {
      if (name === 'line') line = undefined
      else if (name === 'fw') inWork--
    },
    text: put,
  })
  return lines

  function put(text: string): void {
    if (line === undefined || inWork > 0) return
    lines.set(line, lines.get(line) + text.replace(UNPRINTED, ''))
  }
}

/** The text as printed, piece by piece. Notes and forme work interrupt a piece and do not end it. */
function printedPieces(xml: string, faults: string[]): readonly Piece[] {
  const pieces: Piece[] = []
  const left: (Piece | undefined)[] = []
  let piece: Piece | undefined
  let inText = 0
  let unread = 0
  /** Of each element of the text that is open, whether it is read. */
  const read: boolean[] = []
  parse(xml, {
    open({ name, attributes }) {
      if (name === 'text') inText++
      if (inText === 0) return
      read.push(isPrinted(name, attributes))
      if (read.at(-1) === false) unread++
      if (name === 'note' || name === 'fw') left.push(piece)
      if ((name === 'lb' || name === 'pb') && attributes.rend) put(attributes.rend)
      if (name === 'lb' && unread > 0) faults.push('a line begins in a correction')
      if (name === 'lb') {
        piece = { line: Number(attributes.n), text: '' }
        pieces.push(piece)
      }
      if (name === 'g') put(characterOf(attributes.ref))
    },
    close(name) {
      if (name === 'text') inText--
      if (inText === 0) return
      if (read.pop() === false) unread--
      if (name === 'note' || name === 'fw') piece = left.pop()
    },
    text: put,
  })
  return pieces

  function put(text: string): void {
    if (inText === 0 || unread > 0) return
    const printed = text.replace(UNPRINTED, '')
    if (printed === '') return
    if (piece) piece.text += printed
    else faults.push(`no line has begun for ${JSON.stringify(printed)}`)
  }
}

/** Whether an element is in the print: of two readings in place, that which the raw text is witness of. */
function isPrinted(name: string, { type, wit }: SaxesTagPlain['attributes']): boolean {
  if (name === 'corr' || name === 'reg') return false
  if (name === 'lem' || name === 'rdg') return wit !== undefined
  return name !== 'note' || type !== 'editor'
}

/** Whether the pieces, each once and in some order, make up the text. */
function tiles(text: string, pieces: readonly string[]): boolean {
  if (pieces.length === 0) return text === ''
  return pieces.some((piece, i) => {
    return text.startsWith(piece) && tiles(text.slice(piece.length), pieces.toSpliced(i, 1))
  })
}

/** The character for which a `g` stands. */
function characterOf(ref: string | undefined): string {
  return String.fromCharCode(Number.parseInt(ref?.slice(2) ?? '', 16))
}

interface Events {
  readonly open: (tag: SaxesTagPlain) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Parses a document with a parser that takes nothing that is not well-formed. Throws at a fault. */
export function parse(xml: string, events: Partial<Events> = {}): void {
  const parser = new SaxesParser()
  const { open, close, text } = events
  if (open) parser.on('opentag', open)
  if (close) parser.on('closetag', ({ name }) => close(name))
  if (text) parser.on('text', text)
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
