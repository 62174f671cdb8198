import { expect, it } from 'vitest'
import { filled, wordsFor } from '../../../src/formats/html/words/words.ts'

/** Every sentence by its name, those of the script too. */
function sentences(language: string): ReadonlyMap<string, string> {
  const { live, ...words } = wordsFor(language)
  return new Map([
    ...Object.entries(words),
    ...Object.entries(live).map(([k, v]) => [`live.${k}`, v] as const),
  ])
}

it.each(['ru', 'de', 'fr'])('the words in %s have the places of the English ones', (language) => {
  expect(wordsFor(language).code).toBe(language)
  const places = (text: string | undefined): number => (text ?? '').split('{}').length - 1
  for (const [name, english] of sentences('en')) {
    const own = sentences(language).get(name)
    expect(own, name).not.toBe('')
    expect(places(own), name).toBe(places(english))
  }
})

it('English stands in where a language has none', () => {
  expect(wordsFor('de-AT').code).toBe('de')
  expect(wordsFor('la').code).toBe('en')
  expect(filled('{} of {}', 1, 'two')).toBe('1 of two')
})
