import { describe, expect, it } from 'vitest'
import { encodeText } from '../../src/witness/encode-text.ts'
import { ENCODINGS } from '../../src/witness/encoding-name.ts'
import { looksBinary } from '../../src/witness/looks-binary.ts'
import { FRENCH, PLAIN_RUSSIAN, RUSSIAN } from './prose.ts'

describe('a file that is no text', () => {
  it.each([
    ['%PDF-1.7\n', 'a PDF file', 'pdftotext -layout FILE'],
    ['PK\x03\x04\x14', 'a zip, EPUB or Word file', 'pandoc'],
    ['\x89PNG\r\n\x1a\n', 'a PNG image', 'Recognise'],
    ['\xff\xd8\xff\xe0', 'a JPEG image', 'Recognise'],
    ['\x1f\x8b\x08', 'a gzip file', 'Unpack'],
    ['AT&TFORM\0\0', 'a DjVu file', 'djvutxt'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Word file', 'antiword'],
    ['{\\rtf1\\ansi', 'an RTF file', 'pandoc'],
  ])('is told by how it begins: %j', (head, what, advice) => {
    const found = looksBinary(Buffer.from(head, 'latin1'))
    expect(found?.what).toBe(what)
    expect(found?.advice).toContain(advice)
  })

  it('is told by its control characters', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 256)
    expect(looksBinary(bytes)?.what).toContain('control characters')
    expect(looksBinary(new Uint8Array(100))?.what).toContain('control characters')
  })
})

describe('a file that may be text', () => {
  it.each(ENCODINGS)('is let through in %s', (encoding) => {
    const text = /125[12]|koi8|866|cyrillic|8859-5|utf/.test(encoding) ? PLAIN_RUSSIAN : FRENCH
    expect(looksBinary(encodeText(text, encoding, 0))).toBeUndefined()
  })

  it('is let through with form feeds, tabs, some NUL, or empty', () => {
    expect(looksBinary(Buffer.from('\f\t12\r\n'.repeat(100)))).toBeUndefined()
    expect(looksBinary(Buffer.from(`${RUSSIAN}\0\x01\x02`))).toBeUndefined()
    expect(looksBinary(new Uint8Array())).toBeUndefined()
  })
})
