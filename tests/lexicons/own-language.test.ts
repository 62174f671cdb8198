import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordTrie } from '../../scripts/word-trie.mjs'
import { loadLanguage } from '../../src/store/language-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('a language of a working folder', () => {
  it('has the lexicon that lies in rules/lexicons', async () => {
    const root = temporaryFolder()
    const folder = join(root, 'rules', 'lexicons')
    mkdirSync(folder, { recursive: true })
    const bytes = wordTrie(['littera', 'typus'])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const dictionary = { name: 'mine', version: '1' }
    writeFileSync(join(folder, 'la.btrie'), bytes)
    writeFileSync(
      join(folder, 'la.json'),
      JSON.stringify({ language: 'la', dictionary, words: 2, sha256 }),
    )
    const latin = await loadLanguage(root, 'la')
    expect(latin.withoutLexicon).toBeUndefined()
    expect(['littera', 'typus', 'manus'].map(latin.lexicon.has)).toEqual([true, true, false])
  })

  it('knows nothing without a lexicon, and says so; patterns say where words may be broken', async () => {
    const latin = await loadLanguage(temporaryFolder(), 'la')
    expect(latin.withoutLexicon).toBe(true)
    expect(latin.lexicon.has('et')).toBe(false)
    expect(latin.breaksAt?.('littera', 3)).toBe(true)
    expect(latin.breaksAt?.('littera', 4)).toBe(false)
  })
})
