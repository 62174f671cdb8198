import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CODE_CHARTS } from '../../src/witness/code-charts.ts'
import { decodeSingleByte, SINGLE_BYTE_ENCODINGS } from '../../src/witness/single-byte.ts'

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte)

/** Charts in which some version of Node departs from the standard. */
const NOT_THOSE_OF_NODE: ReadonlySet<string> = new Set([
  'windows-874',
  'windows-1252',
  'windows-1253',
  'windows-1255',
  'koi8-u',
  'iso-8859-16',
])

/** What Node makes of the bytes from 80 on (IBM's control characters are not ASCII's), with U+DC00 + byte for what it does not know. */
function decodedByNode(encoding: string): string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return [...ALL]
    .slice(128)
    .map((byte) => {
      try {
        return decoder.decode(Uint8Array.of(byte))
      } catch {
        return String.fromCharCode(0xdc00 + byte)
      }
    })
    .join('')
}

describe('the code charts', () => {
  it('have not changed since texts were encoded with them', () => {
    const digest = createHash('sha256')
    for (const encoding of SINGLE_BYTE_ENCODINGS) {
      digest.update(`${encoding}\n${decodeSingleByte(ALL, encoding)}\n`, 'utf16le')
    }
    expect(SINGLE_BYTE_ENCODINGS).toHaveLength(27)
    expect(digest.digest('hex')).toBe(
      'c0c521e2deefc1ef3a5cae45930c5f54ef12d04bf1fbe80b3ddfcab7f1c020b1',
    )
  })

  it.each(Object.entries(CODE_CHARTS))('%s has six or eight whole rows', (_, rows) => {
    expect([6, 8]).toContain(rows.length)
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 16))
  })

  it.each(SINGLE_BYTE_ENCODINGS)('%s has no character twice', (encoding) => {
    expect(new Set(decodeSingleByte(ALL, encoding)).size).toBe(256)
  })

  it.each(SINGLE_BYTE_ENCODINGS.filter((encoding) => !NOT_THOSE_OF_NODE.has(encoding)))(
    '%s is that of TextDecoder',
    (encoding) => {
      expect(decodeSingleByte(ALL, encoding).slice(128)).toBe(decodedByNode(encoding))
    },
  )
})
