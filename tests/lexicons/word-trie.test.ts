import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordTrie } from '../../scripts/word-trie.mjs'
import { readBTrie } from '../../src/store/btrie.ts'

describe('a trie of words', () => {
  it('has the words that it was made of, and no others', () => {
    const word = fc.stringMatching(/^[abйёß-]{1,6}$/u)
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.array(word), (words, others) => {
        const lexicon = readBTrie(wordTrie(words.toSorted()))
        const all = new Set(words)
        for (const each of [...words, ...others]) expect(lexicon.has(each)).toBe(all.has(each))
      }),
      { seed: 20261123, numRuns: 300 },
    )
  })

  it('stores equal ends of words once', () => {
    const stems = ['Setz', 'Druck', 'Schreib', 'Les', 'Bind', 'Gieß']
    const words = stems.flatMap((stem) => ['er', 'ers', 'erin', 'erinnen'].map((end) => stem + end))
    const alone = wordTrie(['Setzer', 'Setzerin', 'Setzerinnen', 'Setzers']).length
    expect(wordTrie(words.toSorted()).length).toBeLessThan(alone * 2)
  })

  it('may be empty', () => {
    expect(readBTrie(wordTrie([])).has('')).toBe(false)
  })
})
