import {
  buildTrieFast,
  consolidate,
  decodeTrie,
  encodeITrieToBTrie,
  serializeTrie,
} from 'cspell-trie-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lexicon } from '../../src/model/language.ts'
import { readBTrie } from '../../src/store/btrie.ts'

const LETTERS = ['a', 'b', 'ж', 'й', 'ß', '–']

/** A lexicon of some words, as they are compiled. */
function lexiconOf(words: readonly string[]): Lexicon {
  const trie = consolidate(buildTrieFast([...words].sort()).root)
  const text = [...serializeTrie(trie, { base: 32, version: 3 })].join('')
  return readBTrie(encodeITrieToBTrie(decodeTrie(text)))
}

/** Every word that is one change away, the slow way. */
function changed(word: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (right !== '') found.add(left + right.slice(1))
    if (right.length > 1) found.add(`${left}${right.charAt(1)}${right.charAt(0)}${right.slice(2)}`)
    for (const letter of LETTERS) {
      found.add(left + letter + right)
      if (right !== '') found.add(left + letter + right.slice(1))
    }
  }
  found.delete(word)
  return found
}

describe('the words near a word', () => {
  it('are those of the lexicon that one change makes of it', () => {
    const word = fc
      .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 5 })
      .map((letters) => letters.join(''))
    let near = 0
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), word, (words, asked) => {
        const expected = words.filter((one) => changed(asked).has(one)).sort()
        near += expected.length
        expect(lexiconOf(words).near(asked)).toEqual(expected)
      }),
      { numRuns: 500, seed: 1990 },
    )
    expect(near).toBeGreaterThan(200)
  })

  it('are none where nothing is near', () => {
    expect(lexiconOf(['abba']).near('жжжж')).toEqual([])
  })
})
