import { describe, expect, it } from 'vitest'
import german from '../../rules/languages/de.json' with { type: 'json' }
import russian from '../../rules/languages/ru.json' with { type: 'json' }
import { modernForms } from '../../src/model/orthography.ts'
import { parseLanguageData } from '../../src/store/language-data.ts'

function formsOf(data: unknown, word: string): readonly string[] {
  const [orthography] = parseLanguageData(data, 'x.json').orthographies ?? []
  return orthography ? modernForms(word, orthography) : []
}

describe('the modern spelling of a word', () => {
  it.each([
    ['дѣло', 'дело'],
    ['наборщикъ', 'наборщик'],
    ['исторія', 'история'],
    ['ѳеодоръ', 'феодор'],
    ['прошлаго', 'прошлого'],
    ['синяго', 'синего'],
    ['большія', 'большие'],
    ['безсиліе', 'бессилие'],
    ['разсказъ', 'рассказ'],
  ])('of the Russian %s is %s', (old, modern) => {
    expect(formsOf(russian, old)).toContain(modern)
  })

  it.each([
    ['Theil', 'Teil'],
    ['Waſſer', 'Wasser'],
    ['ſeyn', 'sein'],
    ['regiren', 'regieren'],
    ['corrigirt', 'korrigiert'],
    ['Ereigniß', 'Ereignis'],
    ['daß', 'dass'],
    ['Cigarre', 'Zigarre'],
    ['Uebung', 'Übung'],
  ])('of the German %s is %s', (old, modern) => {
    expect(formsOf(german, old)).toContain(modern)
  })

  it('is not given for a word that has nothing to be replaced', () => {
    expect(formsOf(german, 'Haus')).toEqual([])
    expect(formsOf(russian, 'набор')).toEqual([])
  })

  it('is bounded for a word with everything in it', () => {
    expect(formsOf(german, 'Thcißthcißthcissey'.repeat(50)).length).toBeLessThan(33)
  })
})
