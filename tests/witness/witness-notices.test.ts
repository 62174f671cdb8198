import { describe, expect, it } from 'vitest'
import { readWitness } from '../../src/witness/read-witness.ts'
import { witnessNotices } from '../../src/witness/witness-notices.ts'

function noticesOf(bytes: Uint8Array, encoding = 'utf-8') {
  return witnessNotices(readWitness({ name: 'raw/book/book.txt', bytes, encoding }))
}

describe('the notices of a witness', () => {
  it('are none where every byte is decoded', () => {
    expect(noticesOf(Buffer.from('text 😀 текст\n'))).toEqual([])
  })

  it('name the lines with bytes that cannot be decoded, and how many', () => {
    const notices = noticesOf(Buffer.from('a\nb\xff\nc\nd\xfe\xfd\n', 'latin1'))
    expect(notices.map(({ line, code }) => [line, code])).toEqual([
      [2, 'bytes-undecodable'],
      [4, 'bytes-undecodable'],
    ])
    expect(notices[0]?.message).toContain('Unexpected byte that cannot be decoded, expected utf-8')
    expect(notices[1]?.message).toContain('Unexpected 2 bytes that cannot be decoded')
  })

  it('know bytes that a single-byte encoding does not have', () => {
    expect(noticesOf(Uint8Array.of(0x61, 0x0a, 0xd2), 'windows-1253')).toHaveLength(1)
    expect(noticesOf(Uint8Array.of(0x98), 'windows-1251')).toEqual([])
  })

  it('are summed up from the twenty-first line on', () => {
    const notices = noticesOf(Buffer.from(`${'\xff\n'.repeat(20)}\n\xff\xff\n\xff\n\xff`, 'latin1'))
    expect(notices).toHaveLength(21)
    expect(notices[19]?.line).toBe(20)
    expect(notices[20]?.line).toBe(22)
    expect(notices[20]?.message).toContain('Unexpected 4 bytes')
    expect(notices[20]?.message).toContain('this line and 2 after it')
  })
})
