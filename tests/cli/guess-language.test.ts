import { describe, expect, it } from 'vitest'
import {
  asSpelled,
  guessLanguage,
  languagesBeside,
  sampleWords,
} from '../../src/cli/guess-language.ts'
import type { Language } from '../../src/model/language.ts'
import { languageOf } from '../support/view-of.ts'
import { fakeWorkshop } from './fake-workshop.ts'

const ENGLISH = ['the', 'press', 'and', 'ink', 'type', 'of', 'printer']
const GERMAN = ['die', 'und', 'Presse', 'der', 'Setzer', 'Teil', 'Tal', 'regieren', 'gut']
const RUSSIAN = ['типография', 'и', 'наборщик', 'старый', 'дело', 'лист', 'прошлого']

/** A workshop with these languages, which notes whose lexicons are asked. */
function shopOf(...languages: readonly Language[]) {
  const asked = new Set<string>()
  const known = new Map(
    languages.map((each) => {
      const has = (word: string) => {
        asked.add(each.language)
        return each.lexicon.has(word)
      }
      return [each.language, { ...each, lexicon: { has, near: () => [] } }]
    }),
  )
  const shop = {
    ...fakeWorkshop,
    languages: async () => [...known.keys()],
    async language(_root: string, code: string) {
      const language = known.get(code)
      if (language) return language
      throw new Error(`Unexpected language ${code}`)
    },
  }
  return { shop, asked }
}

const english = languageOf('en', ENGLISH)
const german = languageOf('de', GERMAN)
const russian = languageOf('ru', RUSSIAN)

describe('the language of a text', () => {
  it('is that whose lexicon knows most of its words', async () => {
    const { shop } = shopOf(english, german, russian)
    const of = (text: string) => guessLanguage(sampleWords(text), '', shop)
    expect(await of('the press and the ink of the printer')).toBe('en')
    expect(await of('die Presse und der Setzer')).toBe('de')
    expect(await of('типография и наборщик')).toBe('ru')
  })

  it('is unknown where none knows half of the words, or there are none', async () => {
    const { shop } = shopOf(english, german)
    expect(await guessLanguage(sampleWords('tota Gallia divisa est'), '', shop)).toBeUndefined()
    expect(await guessLanguage(sampleWords('12 34'), '', shop)).toBeUndefined()
  })

  it('is found in an older spelling, too', async () => {
    const { shop } = shopOf(english, russian)
    const words = sampleWords('наборщикъ, листъ, дѣло прошлаго')
    expect(await guessLanguage(words, '', shop)).toBe('ru')
  })
})

describe('the words that are asked', () => {
  it('come from the beginning, the middle and the end of a long text', () => {
    const text = `${'press '.repeat(20_000)}${'ink '.repeat(20_000)}${'type '.repeat(20_000)}`
    const words = sampleWords(text)
    expect(words.length).toBeLessThan(6000)
    for (const word of ['press', 'ink', 'type']) expect(words).toContain(word)
  })

  it('are whole ones of two letters and more', () => {
    expect(sampleWords('a press, www.ink.example foo-bar (type) ink.')).toEqual(['press', 'ink'])
  })
})

describe('the languages beside that of the book', () => {
  it('are those that know the words which it does not know', async () => {
    const { shop } = shopOf(english, german, russian)
    const text = `${'die Presse und der Setzer '.repeat(9)} the press and the ink`
    const found = await languagesBeside(sampleWords(text), german, '', shop)
    expect(found.map(({ language }) => language)).toEqual(['en'])
  })

  it('are none where few words are unknown, and no lexicon is asked then', async () => {
    const { shop, asked } = shopOf(english, german, russian)
    const text = 'die Presse und der Setzer und the'
    expect(await languagesBeside(sampleWords(text), german, '', shop)).toEqual([])
    expect([...asked]).toEqual([])
  })

  it('are not looked for among those of other letters', async () => {
    const { shop, asked } = shopOf(english, german, russian)
    const text = 'die Presse und the press and the ink of the printer'
    await languagesBeside(sampleWords(text), german, '', shop)
    expect([...asked]).toEqual(['en'])
  })
})

describe('an older orthography', () => {
  it('is recognised, and the lexicon knows its words', () => {
    const words = sampleWords('наборщикъ и листъ, дѣло прошлаго, листъ и наборщикъ, дѣло')
    const spelled = asSpelled(words, russian)
    expect(spelled.orthography?.name).toBe('pre-reform')
    expect(spelled.modern).toBe(russian.lexicon)
    expect(spelled.lexicon.has('прошлаго')).toBe(true)
    expect(spelled.lexicon.has('прошлагo')).toBe(false)
  })

  it('is recognised in German', () => {
    const words = sampleWords('Theil, Thal, regiren, guth, Theil, und der Setzer')
    expect(asSpelled(words, german).orthography?.name).toBe('older German')
  })

  it('is none of a text of today', () => {
    expect(asSpelled(sampleWords('die Presse und der Setzer'), german)).toBe(german)
    expect(asSpelled(sampleWords('the press'), english)).toBe(english)
  })
})
