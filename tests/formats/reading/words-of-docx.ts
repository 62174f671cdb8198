import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { type ReadingText, type ReadingWords, readingWords } from './words.ts'

/** The words of `BOOK.docx` when all changes are accepted. */
export function wordsOfDocx(file: Uint8Array): ReadingWords {
  return readingWords(readDocx(file))
}

/** The paragraphs of `BOOK.docx` with all changes accepted, or with all of them rejected. */
export function readDocx(
  file: Uint8Array,
  reading: 'corrected' | 'printed' = 'corrected',
): ReadingText {
  const parts = unzipSync(file)
  return {
    text: paragraphsOf(part(parts, 'word/document.xml'), reading),
    notes: paragraphsOf(part(parts, 'word/footnotes.xml'), reading),
  }
}

/** The text of each paragraph; what is raised is the siglum of a note. */
export function paragraphsOf(
  xml: string,
  reading: 'corrected' | 'printed' = 'corrected',
): string[] {
  const paragraphs: string[] = []
  const gone = reading === 'corrected' ? 'w:del' : 'w:ins'
  let text = ''
  let run = ''
  let raised = false
  let hidden = 0
  let reads = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === gone) hidden++
    if (name === 'w:r') [run, raised] = ['', false]
    if (name === 'w:vertAlign' && attributes['w:val'] === 'superscript') raised = true
    if (name === 'w:t' || name === 'w:delText') reads = true
  })
  parser.on('text', (characters) => {
    if (reads && hidden === 0) run += characters
  })
  parser.on('closetag', ({ name }) => {
    if (name === gone) hidden--
    if (name === 'w:t' || name === 'w:delText') reads = false
    if (name === 'w:r' && !raised) text += run
    if (name === 'w:p') {
      paragraphs.push(text)
      text = ''
    }
  })
  parser.write(xml).close()
  return paragraphs
}

function part(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const bytes = parts[name]
  if (!bytes) throw new Error(`Expected ${name} in a DOCX`)
  return strFromU8(bytes)
}
