import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/model/input-error.ts'
import { encodeText } from '../../src/witness/encode-text.ts'
import { ENCODINGS } from '../../src/witness/encoding-name.ts'
import { checkRoundTrip, readWitness } from '../../src/witness/read-witness.ts'
import { inputErrorOf } from '../support/failing.ts'

const NAME = 'raw/book/book.txt'

/** The text of bytes, and whether it encodes back to them. */
function read(bytes: readonly number[], encoding?: string): string {
  const raw = { name: NAME, bytes: Uint8Array.from(bytes), ...(encoding ? { encoding } : {}) }
  const witness = readWitness(raw)
  const back = encodeText(witness.text, witness.encoding, witness.byteLength)
  expect([...back]).toEqual([...bytes])
  return witness.text
}

function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'latin1')]
}

describe('a witness', () => {
  it('tells the name, the digest, the length, the encoding and the lines of a raw file', () => {
    const bytes = Buffer.from('первая\r\nвторая\n')
    const witness = readWitness({ name: NAME, bytes })
    expect(witness).toMatchObject({ name: NAME, byteLength: 27, encoding: 'utf-8' })
    expect(witness.digest).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(witness.lines.count).toBe(2)
    expect(witness.lines.end(1)).toBe('\r\n')
  })

  it('of an empty file has no text and no lines', () => {
    expect(read([])).toBe('')
    expect(readWitness({ name: NAME, bytes: new Uint8Array() }).lines.count).toBe(0)
  })

  it('reads a part of a larger buffer', () => {
    const bytes = Buffer.from('xxтекстxx').subarray(2, -2)
    expect(readWitness({ name: NAME, bytes }).text).toBe('текст')
    const wide = Buffer.from('xтекст', 'utf16le').subarray(2)
    expect(readWitness({ name: NAME, bytes: wide, encoding: 'utf-16le' }).text).toBe('текст')
  })
})

describe('UTF-8', () => {
  it('keeps a byte order mark as the first character', () => {
    expect(read([0xef, 0xbb, 0xbf, 0x61])).toBe('\ufeffa')
  })

  it.each([
    ['a stray byte', [0x61, 0xff, 0x62], 'a\udcffb'],
    ['a continuation byte alone', [0x80, 0x61], '\udc80a'],
    ['a cut sequence at the end', [0x61, 0xe2, 0x82], 'a\udce2\udc82'],
    ['a cut sequence before a letter', [0xd0, 0x61], '\udcd0a'],
    ['an overlong form', [0xc0, 0xaf], '\udcc0\udcaf'],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf], '\udce0\udc80\udcaf'],
    ['a surrogate in CESU-8', [0xed, 0xa0, 0xbd], '\udced\udca0\udcbd'],
    ['an escape of our own', [0xed, 0xb3, 0xbf], '\udced\udcb3\udcbf'],
    ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80], '\udcf4\udc90\udc80\udc80'],
    [
      'sound characters between damage',
      [0xff, 0xd0, 0xb6, 0xf0, 0x9f, 0x98, 0x80, 0xfe],
      '\udcffж😀\udcfe',
    ],
  ])('keeps %s', (_, bytes, text) => {
    expect(read(bytes, 'utf-8')).toBe(text)
  })

  it('keeps NUL, form feeds and other control characters', () => {
    expect(read(ascii('a\0b\fc\x1bd\x7f'))).toBe('a\0b\fc\x1bd\x7f')
  })

  it('keeps a surrogate pair that lies over the pieces in which it is encoded', () => {
    const bytes = Buffer.from(`${'x'.repeat(65535)}😀y`)
    expect(read([...bytes])).toHaveLength(65538)
  })
})

describe('UTF-16', () => {
  it('is read with and without a byte order mark', () => {
    expect(read([0xff, 0xfe, 0x36, 0x04])).toBe('\ufeffж')
    expect(read([0xfe, 0xff, 0x04, 0x36])).toBe('\ufeffж')
    expect(read([0x36, 0x04, 0x0a, 0x00], 'utf-16le')).toBe('ж\n')
    expect(read([0x04, 0x36, 0x00, 0x0a], 'utf-16be')).toBe('ж\n')
  })

  it('takes the byte order from the mark where the label does not say it', () => {
    expect(read([0xfe, 0xff, 0x04, 0x36], 'UTF-16')).toBe('\ufeffж')
    expect(read([0x36, 0x04], 'utf-16')).toBe('ж')
  })

  it('keeps halves of surrogate pairs', () => {
    expect(read([0x3d, 0xd8, 0x61, 0x00, 0x00, 0xdc], 'utf-16le')).toBe('\ud83da\udc00')
  })

  it('keeps an odd last byte, and tells it from half a surrogate pair', () => {
    expect(read([0x61, 0x00, 0x41], 'utf-16le')).toBe('a\udc41')
    expect(read([0x61, 0x00, 0x41, 0xdc], 'utf-16le')).toBe('a\udc41')
    expect(read([0xd8, 0x3d, 0x41], 'utf-16be')).toBe('\ud83d\udc41')
    expect(read([0x41], 'utf-16be')).toBe('\udc41')
  })
})

describe('a single-byte encoding', () => {
  it.each([
    ['windows-1252', [0x80, 0x93, 0x8e, 0xff, 0x81], '€“Žÿ\u0081'],
    ['ISO-8859-1', [0x80, 0xe4], '€ä'],
    ['cp1251', [0xcf, 0xb8, 0x98, 0xab], 'Пё\u0098«'],
    ['KOI8-R', [0xf0, 0xa3], 'Пё'],
    ['cp866', [0x8f, 0xf1], 'Пё'],
    ['x-mac-cyrillic', [0x8f, 0xde], 'Пё'],
    ['mac-cyrillic', [0x8f, 0xde], 'Пё'],
    ['iso-8859-5', [0xbf, 0xf1], 'Пё'],
    ['iso-8859-8-i', [0xe0], 'א'],
    ['ibm866', [0x1a, 0x1c, 0x7f], '\x1a\x1c\x7f'],
    ['iso-8859-16', [0xa4, 0xaa], '€Ș'],
    ['windows-1253', [0xaa, 0xe1, 0xd2], '\udcaaα\udcd2'],
    ['windows-874', [0xa1, 0xdb, 0xff], 'ก\udcdb\udcff'],
    ['windows-1257', [0xa1, 0xe0], '\udca1ą'],
  ])('%s is read as the WHATWG has it', (encoding, bytes, text) => {
    expect(read(bytes, encoding)).toBe(text)
  })

  it.each(ENCODINGS)('%s gives every byte back', (encoding) => {
    const bytes = Array.from({ length: 512 }, (_, i) => i & 0xff)
    expect(read(bytes, encoding).length).toBeGreaterThan(0)
  })
})

describe('an encoding that will not do', () => {
  it.each(['shift_jis', 'gbk', 'gb18030', 'big5', 'euc-jp', 'euc-kr', 'iso-2022-jp'])(
    '%s is refused, since it cannot be written back',
    async (encoding) => {
      const raw = { name: NAME, bytes: Uint8Array.of(0x61), encoding }
      const error = await inputErrorOf(() => readWitness(raw))
      expect(error.message).toContain(`${encoding} for ${NAME}`)
      expect(error.advice).toContain(`iconv -f ${encoding} -t UTF-8`)
    },
  )

  it('is refused with a list when nobody knows it', async () => {
    const raw = { name: NAME, bytes: Uint8Array.of(0x61), encoding: 'klingon' }
    const error = await inputErrorOf(() => readWitness(raw))
    expect(error.message).toContain('klingon')
    expect(error.message).toContain('windows-1251')
  })

  it('is refused when the bytes would not come back, with the place', () => {
    const raw = { name: NAME, bytes: Buffer.from('abcd') }
    expect(() => checkRoundTrip(raw, 'abcd', 'utf-8')).not.toThrow()
    expect(() => checkRoundTrip(raw, 'abXd', 'utf-8')).toThrow(InputError)
    expect(() => checkRoundTrip(raw, 'abXd', 'utf-8')).toThrow(`offset 2 of ${NAME}`)
    expect(() => checkRoundTrip(raw, 'abc', 'utf-8')).toThrow('offset 3')
    expect(() => checkRoundTrip(raw, 'abcde', 'utf-8')).toThrow('offset 4')
    expect(() => checkRoundTrip(raw, 'abcж', 'windows-1252')).toThrow('offset 3')
  })
})
