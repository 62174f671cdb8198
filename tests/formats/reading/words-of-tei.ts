import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type ReadingText, type ReadingWords, readingWords } from './words.ts'

/** What does not run on from what stands before it. */
const BLOCKS: ReadonlySet<string> = new Set(
  'ab argument bibl byline cell closer dateline div head item l label lg list opener p quote row salute signed table'.split(
    ' ',
  ),
)

/** The words of `BOOK.xml`, in whatever profile. */
export function wordsOfTei(file: string): ReadingWords {
  return readingWords(readTei(file))
}

/** What a reader reads of a TEI text: what is right of each choice, no marks of notes that are there. */
export function readTei(file: string): ReadingText {
  const notes: string[] = []
  /** The texts that are being read: that of the book, and those of notes within each other. */
  const texts: { read: string; readonly called: boolean }[] = []
  const open: { readonly name: string; readonly hidden: boolean }[] = []
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => {
    const { name } = tag
    open.push({ name, hidden: open.at(-1)?.hidden === true || isHidden(tag) })
    if (name === 'body') texts.push({ read: '', called: false })
    if (name === 'note' && open.at(-2)?.name !== 'app' && texts.length > 0) {
      texts.push({ read: '', called: tag.attributes.subtype !== 'orphan' })
    }
    part(name)
  })
  parser.on('text', (characters) => {
    const last = texts.at(-1)
    if (last && open.at(-1)?.hidden === false) last.read += characters
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    part(name)
    if (name !== 'note' || open.at(-1)?.name === 'app' || texts.length < 2) return
    const read = texts.pop()
    const outer = texts.at(-1)
    if (read?.called) notes.push(read.read)
    else if (read && outer) outer.read += ` ${read.read} `
  })
  parser.write(file).close()
  return { text: texts.map(({ read }) => read), notes }

  function part(name: string): void {
    const last = texts.at(-1)
    if (last && BLOCKS.has(name)) last.read += ' '
  }

  function isHidden({ attributes, name }: SaxesTagPlain): boolean {
    if (open.at(-1)?.name === 'app') return name !== 'lem'
    if (name === 'sic' || name === 'orig') return open.some((one) => one.name === 'choice')
    if (name === 'ref') return attributes.type === 'noteAnchor' && attributes.target !== undefined
    return name === 'label' && texts.length > 1 && texts.at(-1)?.called === true && isFirst()
  }

  /** Whether nothing of a note has been read yet: then its label is its siglum. */
  function isFirst(): boolean {
    return texts.at(-1)?.read.trim() === ''
  }
}
