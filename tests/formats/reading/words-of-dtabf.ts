import { SaxesParser } from 'saxes'
import { type ReadingText, type ReadingWords, readingWords } from './words.ts'

const BLOCKS: ReadonlySet<string> = new Set(
  'argument byline cell closer dateline div epigraph head item l lg list opener p quote row salute signed table'.split(
    ' ',
  ),
)

/** Stand for the end of a line until it is known what is before it: in the text, and in what is not read. */
const LINE_END = '\ue000'
const UNREAD_LINE_END = '\ue001'
const PRINTERS_HYPHEN = /[-¬=⸗‐‑–—\u00ad]\ue000+/gu

/** The words of `BOOK.dtabf.xml`. */
export function wordsOfDtabf(file: string): ReadingWords {
  return readingWords(readDtabf(file))
}

/** What a reader reads: what is right of each choice, words whole, notes joined over the pages. */
export function readDtabf(file: string): ReadingText {
  const notes = new Map<string, string>()
  /** The texts that are being read: that of the book, and those of notes within each other. */
  const texts: { read: string; readonly id: string; readonly called: boolean }[] = []
  const open: boolean[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ attributes, name }) => {
    open.push(open.at(-1) === true || name === 'sic' || name === 'orig' || name === 'fw')
    const { 'xml:id': id = '', place, prev, rend } = attributes
    if (name === 'body') texts.push({ read: '', id: '', called: false })
    if (name === 'note') {
      const own = place === 'foot' && prev !== undefined ? prev.slice(1) : id
      texts.push({ read: '', id: own, called: rend !== 'orphan' })
    }
    if (name === 'lb') end(open.at(-2) === true ? UNREAD_LINE_END : LINE_END)
    if (BLOCKS.has(name)) put(' ')
  })
  parser.on('text', put)
  parser.on('closetag', ({ name }) => {
    if (BLOCKS.has(name)) put(' ')
    open.pop()
    if (name !== 'note') return
    const note = texts.pop()
    const outer = texts.at(-1)
    if (!note || !outer) throw new Error('Expected a text around a note')
    if (!note.called) outer.read += ` ${note.read} `
    else keep(note.id, note.read)
  })
  parser.write(file).close()
  return {
    text: texts.map(({ read }) => whole(read)),
    notes: [...notes.values()].map(whole),
  }

  function put(text: string): void {
    const last = texts.at(-1)
    if (last && open.at(-1) !== true) last.read += text
  }

  function end(sign: string): void {
    const last = texts.at(-1)
    if (last) last.read += sign
  }

  /** Joins a part of a note to those before it; blanks that only end an element do not part them. */
  function keep(id: string, text: string): void {
    const first = id.replace(/\.\d+$/u, '')
    const before = notes.get(first)
    notes.set(first, before === undefined ? text : joined(before, text))
  }
}

function joined(before: string, behind: string): string {
  return /[\ue000\ue001] *$/u.test(before)
    ? before.trimEnd() + behind.trimStart()
    : `${before}${behind}`
}

function whole(text: string): string {
  return text.replace(PRINTERS_HYPHEN, '').replace(/[\ue000\ue001]/gu, '')
}
