import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/model/language.ts'
import { parseLanguageData } from '../../src/store/language-data.ts'
import { surveyOf } from '../../src/survey/survey.ts'
import { ROOT } from '../support/samples.ts'
import { witnessOf } from '../support/view-of.ts'

/** A language that knows these words. */
function knowing(code: string, words: string, beside: readonly Language[] = []): Language {
  const path = join(ROOT, 'rules', 'languages', `${code}.json`)
  const known = words.split(' ')
  const data = parseLanguageData(JSON.parse(readFileSync(path, 'utf8')), path)
  return { ...data, lexicon: { has: (word) => known.includes(word), near: () => [] }, beside }
}

function sharesOf(text: string, language: Language): readonly string[] {
  return surveyOf(witnessOf(text))
    .sharesOf(language)
    .map((share) => `${share.language} ${share.words}`)
}

describe('the shares of languages', () => {
  it('give a word to the own language where that knows it, else to one that does', () => {
    const french = knowing('fr', 'la presse on')
    const english = knowing('en', 'the press on', [french])
    expect(sharesOf('the press, la Presse; on on xyzzy', english)).toEqual(['en 5', 'fr 2'])
  })

  it('give a word of another script to a language of that', () => {
    const german = knowing('de', 'der Satz')
    const russian = knowing('ru', 'наборщик', [german])
    expect(sharesOf('наборщик набирал der Satz word λόγος', russian)).toEqual(
      ['ru 2', 'de 3'].toReversed(),
    )
  })

  it('know nouns that a language writes with capitals', () => {
    const german = knowing('de', 'Satz')
    expect(sharesOf('le Satz Satz', knowing('fr', 'le', [german]))).toEqual(['de 2', 'fr 1'])
  })

  it('are all of the one language where there is no other', () => {
    expect(sharesOf('one two, three', knowing('en', ''))).toEqual(['en 3'])
  })
})
