import { describe, expect, it } from 'vitest'
import { detectEncoding } from '../../src/witness/detect-encoding.ts'
import { encodeText } from '../../src/witness/encode-text.ts'
import { readWitness } from '../../src/witness/read-witness.ts'
import { inputErrorOf } from '../support/failing.ts'
import { FRENCH, GERMAN, PLAIN_RUSSIAN, RUSSIAN } from './prose.ts'

const NAME = 'raw/book/book.txt'

function encoded(text: string, encoding: string): Uint8Array {
  return encodeText(text, encoding, 0)
}

describe('an encoding is found out', () => {
  it.each([
    ['Russian', 'utf-8', RUSSIAN],
    ['Russian', 'windows-1251', RUSSIAN],
    ['Russian', 'x-mac-cyrillic', RUSSIAN],
    ['Russian', 'koi8-r', PLAIN_RUSSIAN],
    ['Russian', 'ibm866', PLAIN_RUSSIAN],
    ['Russian', 'iso-8859-5', PLAIN_RUSSIAN],
    ['Russian', 'utf-16le', RUSSIAN],
    ['Russian', 'utf-16be', RUSSIAN],
    ['Russian capitals', 'utf-16le', RUSSIAN.toUpperCase()],
    ['Russian with a byte order mark', 'utf-8', `\ufeff${RUSSIAN}`],
    ['Russian with a byte order mark', 'utf-16le', `\ufeff${RUSSIAN}`],
    ['Russian with a byte order mark', 'utf-16be', `\ufeff${RUSSIAN}`],
    ['French', 'utf-8', FRENCH],
    ['French', 'windows-1252', FRENCH],
    ['French', 'utf-16le', FRENCH],
    ['German', 'utf-8', GERMAN],
    ['German', 'windows-1252', GERMAN],
    ['German', 'macintosh', GERMAN],
    ['German', 'utf-16be', GERMAN],
  ])('of %s in %s', (_, encoding, text) => {
    for (const length of [300, text.length]) {
      const part = text.slice(0, length)
      const bytes = encoded(part, encoding)
      expect(bytes.length).toBeGreaterThanOrEqual(300)
      const witness = readWitness({ name: NAME, bytes })
      expect([witness.encoding, witness.text]).toEqual([encoding, part])
    }
  })

  it('of a text that begins with much English', () => {
    const english = 'The compositor stands before the case and fills his stick.\n'.repeat(2000)
    const bytes = encoded(english + PLAIN_RUSSIAN + english, 'koi8-r')
    expect(detectEncoding(bytes, NAME)).toBe('koi8-r')
  })

  it('of UTF-8 in which some bytes are damaged', () => {
    const bytes = encoded(RUSSIAN, 'utf-8')
    for (let i = 50; i < bytes.length; i += 50) bytes[i] = 0xff
    expect(detectEncoding(bytes, NAME)).toBe('utf-8')
  })

  it('of ASCII, of nothing and of a single byte', () => {
    expect(detectEncoding(Buffer.from('plain\r\n'), NAME)).toBe('utf-8')
    expect(detectEncoding(new Uint8Array(), NAME)).toBe('utf-8')
    expect(detectEncoding(Uint8Array.of(0), NAME)).toBe('utf-8')
  })

  it('of English with some strange bytes', () => {
    for (const strange of ['\xff', '\x92', 'caf\xe9 noir', '\xff\xfe\x81']) {
      const text = `The compositor ${strange} stands before the case.\n`
      expect(detectEncoding(Buffer.from(text, 'latin1'), NAME)).toBe('windows-1252')
    }
  })

  it('not where a file is full of NUL', () => {
    expect(detectEncoding(new Uint8Array(1000), NAME)).toBe('utf-8')
  })
})

describe('an encoding that cannot be written back', () => {
  const JAPANESE = Buffer.from(
    '88F38DFC8F8A82CC906C82CD8A888E9A82F08F4582A2814196D882CC8EA982F095C082D782E98142'.repeat(8),
    'hex',
  )

  it('is refused with its name and the way out', async () => {
    const error = await inputErrorOf(() => readWitness({ name: NAME, bytes: JAPANESE }))
    expect(error.message).toMatch(
      /^Unexpected encoding of raw\/book\/book\.txt, one that looks like/,
    )
    expect(error.message).toMatch(/shift.?jis|cp932/i)
    expect(error.advice).toContain('--encoding')
  })
})
