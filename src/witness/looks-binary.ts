import { byOrderMark, utf16WithoutMark } from './detect-encoding.ts'
import { decodeUtf16, isUtf16 } from './utf-16.ts'

/** Why a file is no raw text, and what to do. */
export interface NoText {
  /** What it is: `a PDF file`. */
  readonly what: string
  readonly advice: string
}

interface Kind extends NoText {
  /** The characters that it begins with, as Latin-1. */
  readonly magic: string
}

const EXTRACT = 'Extract its text first'
const RECOGNISE = 'Recognise its text first, for instance `tesseract FILE OUTPUT -l LANGUAGE`.'
const UNPACK = 'Unpack it first.'

const KINDS: readonly Kind[] = [
  {
    magic: '%PDF-',
    what: 'a PDF file',
    advice: `${EXTRACT}: \`pdftotext -layout FILE\`, if it has any.`,
  },
  {
    magic: 'PK\x03\x04',
    what: 'a zip, EPUB or Word file',
    advice: `${EXTRACT}: \`pandoc -t plain --wrap=none FILE\`, or unpack it.`,
  },
  {
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    what: 'an old Word file',
    advice: `${EXTRACT}: \`antiword FILE\`.`,
  },
  { magic: '{\\rtf', what: 'an RTF file', advice: `${EXTRACT}: \`pandoc -t plain FILE\`.` },
  {
    magic: 'AT&TFORM',
    what: 'a DjVu file',
    advice: `${EXTRACT}: \`djvutxt FILE\`, if it has any.`,
  },
  { magic: '\x89PNG', what: 'a PNG image', advice: RECOGNISE },
  { magic: '\xff\xd8\xff', what: 'a JPEG image', advice: RECOGNISE },
  { magic: 'II*\0', what: 'a TIFF image', advice: RECOGNISE },
  { magic: 'MM\0*', what: 'a TIFF image', advice: RECOGNISE },
  { magic: '\x1f\x8b', what: 'a gzip file', advice: UNPACK },
  { magic: 'BZh', what: 'a bzip2 file', advice: UNPACK },
  { magic: '\xfd7zXZ', what: 'an xz file', advice: UNPACK },
  { magic: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip file', advice: UNPACK },
]

/** How many bytes are looked at. */
const SAMPLE = 1 << 16

/** What a file is that is no text, or undefined for one that may be. Looks at 64 KB of it. */
export function looksBinary(bytes: Uint8Array): NoText | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  const head = Buffer.from(sample.subarray(0, 16)).toString('latin1')
  const kind = KINDS.find(({ magic }) => head.startsWith(magic))
  if (kind) return { what: kind.what, advice: kind.advice }
  const characters = charactersOf(sample)
  const controls = characters.match(/[\0-\x08\x0e-\x19\x1b-\x1f]/g)?.length ?? 0
  if (controls * 10 <= characters.length) return undefined
  return {
    what: 'a file of which more than a tenth are control characters',
    advice: 'Put the extracted text there instead; if this is text, say its encoding.',
  }
}

/** The characters of a sample, as far as control characters are concerned. */
function charactersOf(sample: Uint8Array): string {
  const encoding = byOrderMark(sample) ?? utf16WithoutMark(sample) ?? ''
  return isUtf16(encoding) ? decodeUtf16(sample, encoding) : Buffer.from(sample).toString('latin1')
}
