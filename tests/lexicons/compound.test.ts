import { describe, expect, it } from 'vitest'
import { isCompound, isFirstMember } from '../../src/model/compound.ts'
import { languageOf } from '../support/view-of.ts'

const german = languageOf('de', ['Druckerei', 'Besitzer', 'Arbeit', 'Haus', 'Schule', 'Buch', 'ab'])

describe('a German compound', () => {
  it.each([
    'druckereibesitzer',
    'arbeitshaus',
    'schulbuch',
    'schulhausbesitzer',
    'buchdruckereibesitzer',
  ])('%s is made of words', (word) => {
    expect(isCompound(word, german)).toBe(true)
  })

  it.each(['druckerei', 'druckereibesitz', 'xhaus', 'hausab', ''])('%s is not', (word) => {
    expect(isCompound(word, german)).toBe(false)
  })

  it('begins with a word, with a link behind it or with its vowel lost', () => {
    expect(isFirstMember('haus', german)).toBe(true)
    expect(isFirstMember('arbeits', german)).toBe(true)
    expect(isFirstMember('schul', german)).toBe(true)
    expect(isFirstMember('druck', german)).toBe(false)
  })

  it('is looked for in languages that make such words only', () => {
    expect(isCompound('inkpress', languageOf('en', ['ink', 'press']))).toBe(false)
  })
})
