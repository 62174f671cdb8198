import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/model/language.ts'
import { TABLE_PASSES } from '../../src/passes/registry.ts'
import { inputErrorOf } from '../support/failing.ts'
import { viewOf } from '../support/view-of.ts'
import { editsOf, SUBSTITUTION } from './written-rule.ts'

const { from: _, to: __, word: ___, ...DECLARED } = { ...SUBSTITUTION, word: true }
const KNOWN = new Set(['the', 'common', 'corner', 'clean', 'and', 'stand', 'session', 'modern'])

function declared(kind: 'lexicon' | 'confusion', readings: unknown): object {
  return { ...DECLARED, kind, readings }
}

async function faultOf(declaration: object): Promise<string> {
  return (await inputErrorOf(() => editsOf(declaration, ''))).message
}

/** What a table makes of a text in a language of few words: `sic→corr cert` at each place. */
function told(
  kind: 'lexicon' | 'confusion',
  readings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  text: string,
): readonly string[] {
  const base = viewOf(text)
  const lexicon = { has: (word: string) => KNOWN.has(word), near: () => [] }
  const language: Language = { ...base.language, language: 'en', script: 'Latin', lexicon }
  const pass = TABLE_PASSES[kind]({ id: 'word/x', error: 'ocr', cert: 'high', readings })
  const view = { ...base, language }
  return pass(view).flatMap((found) =>
    found.kind === 'edit'
      ? [
          `${view.reading.text.slice(found.from, found.to)}→${found.candidates.join('|')} ${found.cert}`,
        ]
      : [],
  )
}

describe('the declaration of a table', () => {
  it('names the line of the word that is wrong', async () => {
    const fault = await faultOf(declared('lexicon', { en: { tbe: 'the', 'a b': 'ab' } }))
    expect(fault).toBe(
      'Unexpected key `readings.en.a b` at rules/word/x.md:17, expected a word in small letters, without blanks, digits and marks',
    )
  })

  it('names the line of a reading that is none', async () => {
    const fault = await faultOf(declared('confusion', { Latin: { rn: 'm', cl: 7 } }))
    expect(fault).toBe(
      'Unexpected value of `readings.Latin.cl` at rules/word/x.md:17, expected a string, or a list of strings',
    )
  })

  it('refuses a reading that changes nothing', async () => {
    const fault = await faultOf(declared('lexicon', { en: { the: ['thee', 'the'] } }))
    expect(fault).toBe(
      'Unexpected value of `readings.en.the` at rules/word/x.md:16, expected another reading',
    )
  })

  it('names what a table may be for', async () => {
    expect(await faultOf(declared('confusion', { latin: {} }))).toContain(
      'key `readings.latin` at rules/word/x.md:15, expected Latin, Cyrillic or Greek',
    )
    expect(await faultOf(declared('lexicon', { English: {} }))).toContain(
      'expected the code of a language, or `*` for all',
    )
  })
})

describe('a lexicon', () => {
  const TABLE = { en: { tbe: ['the'], aud: ['and'] } }

  it('reads whole words, with the capitals of what is printed', () => {
    expect(told('lexicon', TABLE, 'the the the the tbe Tbe TBE tbes the tbe-x')).toEqual([
      'tbe→the medium',
      'Tbe→The medium',
      'TBE→THE medium',
    ])
  })

  it('is sure of a reading that the book has often', () => {
    expect(told('lexicon', TABLE, 'and and and and aud')).toEqual(['aud→and high'])
  })

  it('leaves a word that the book has more often than its reading', () => {
    expect(told('lexicon', TABLE, 'aud aud aud and')).toEqual([])
  })

  it('is for its own language, or for all', () => {
    expect(told('lexicon', { de: { aud: ['and'] } }, 'and and and and aud')).toEqual([])
    expect(told('lexicon', { '*': { aud: ['and'] } }, 'and and and and aud')).toEqual([
      'aud→and high',
    ])
  })
})

describe('a confusion table', () => {
  const TABLE = { Latin: { rn: ['m'], m: ['rn'], f: ['s'] } }

  it('reads an unknown word as a known one', () => {
    expect(told('confusion', TABLE, 'a comrnon and a comer')).toEqual([
      'comrnon→common medium',
      'comer→corner medium',
    ])
  })

  it('reads two places of a word where one is not enough', () => {
    expect(told('confusion', TABLE, 'cornrnon')).toEqual(['cornrnon→common medium'])
    expect(told('confusion', TABLE, 'feffion')).toEqual([])
    expect(told('confusion', { Latin: { f: ['s'], ff: ['ss'] } }, 'feffion')).toEqual([
      'feffion→session medium',
    ])
  })

  it('leaves alone what somebody knows, and what no table reads as a known word', () => {
    expect(told('confusion', TABLE, 'modern corner clurnsy')).toEqual([])
  })

  it('ends soon with a word that may have been anything', () => {
    const long = 'm'.repeat(20_000)
    expect(told('confusion', { Latin: { m: ['rn', 'in', 'ni'], mm: ['m'] } }, long)).toEqual([])
  })
})
