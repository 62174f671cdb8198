import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { encodeText } from '../../src/witness/encode-text.ts'
import { readWitness } from '../../src/witness/read-witness.ts'
import { PLAIN_RUSSIAN } from './prose.ts'

/** Whether the detector of encodings is in memory. */
function isLoaded(): boolean {
  const { cache } = createRequire(import.meta.url)
  return Object.keys(cache).some((path) => path.includes('jschardet'))
}

it('the detector of encodings is loaded for a text that is no Unicode, and for no other', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
    const bytes = encodeText(PLAIN_RUSSIAN, encoding, 0)
    expect(readWitness({ name: 'x.txt', bytes }).encoding).toBe(encoding)
  }
  readWitness({ name: 'x.txt', bytes: encodeText(PLAIN_RUSSIAN, 'koi8-r', 0), encoding: 'koi8-r' })
  expect(isLoaded()).toBe(false)
  readWitness({ name: 'x.txt', bytes: encodeText(PLAIN_RUSSIAN, 'koi8-r', 0) })
  expect(isLoaded()).toBe(true)
})
