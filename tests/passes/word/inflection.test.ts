import { describe, expect, it } from 'vitest'
import { inflectionIn } from '../../../src/passes/word/inflection.ts'
import { wordIndex } from '../../../src/passes/word/word-index.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

function isInflection(text: string, one: string, other: string): boolean {
  const view = viewOf(text, [], languageOf('ru'))
  return inflectionIn(view, wordIndex(view))(one, other)
}

describe('two forms', () => {
  const BOOK = 'сила силу книга книгу строка строку буква букву наборщик станок'

  it('are inflected where several stems of the book have both endings', () => {
    expect(isInflection(BOOK, 'печату', 'печата')).toBe(true)
    expect(isInflection('сила силу книга книгу', 'печату', 'печата')).toBe(false)
  })

  it('are none where they differ otherwise', () => {
    expect(isInflection(BOOK, 'станок', 'станон')).toBe(false)
    expect(isInflection(BOOK, 'указано', 'сказано')).toBe(false)
  })

  it('are none where a letter stands once for twice', () => {
    const doubled = 'длина длинна вина винна цена ценна война войнна трава травва'
    expect(isInflection(doubled, 'связанна', 'связана')).toBe(false)
  })
})
