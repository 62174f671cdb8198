import { describe, expect, it } from 'vitest'
import { editorialMark } from '../../../src/passes/structure/editorial-mark.ts'
import { letterSpacing } from '../../../src/passes/structure/letter-spacing.ts'
import { languageOf, markingsIn, viewOf } from '../../support/view-of.ts'

const language = languageOf('en', ['cat', 'law', 'in', 'mother', 'printer', 'well', 'a'])

function found(text: string): string[] {
  const view = viewOf(text, [], language)
  return markingsIn(letterSpacing(view)).map(({ from, to }) => text.slice(from, to))
}

describe('the letter-spacing pass', () => {
  it.each([
    ['It is called j u s t i f y i n g by us.', ['j u s t i f y i n g']],
    ['The c a t sat.', ['c a t']],
    ['As in m o t h e r - i n - l a w it stays.', ['m o t h e r - i n - l a w']],
    ['These w o r d s  c a t  s p a c e d wide.', ['w o r d s  c a t  s p a c e d']],
    ['A b c is no word, nor is X Y Z one.', []],
    ['I a m here.', []],
    ['It is a w e l l of ink.', ['w e l l']],
    ['The p r i nt er came in.', ['p r i nt er']],
    ['It is an ox to us all, I do so.', []],
    ['The points a b c d are on one line.', []],
    ['The e y o t1 is an island.', ['e y o t']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('the editorial mark pass', () => {
  it.each([
    ['He wrote «teh» [sic] there.', 'sic [sic]'],
    ['He wrote […] and more.', 'omission […]'],
    ['The esp[ecially] long dash.', 'supplied [ecially]'],
    ['They [the readers – Ed.] know.', 'note [the readers – Ed.]'],
    ['They [the readers –\nEd.] know.', 'note [the readers –\nEd.]'],
  ])('%s', (text, expected) => {
    const view = viewOf(text, [], languageOf('en'))
    const marks = markingsIn(editorialMark(view)).map((mark) =>
      mark.role === 'editorial-mark' ? `${mark.what} ${text.slice(mark.from, mark.to)}` : '',
    )
    expect(marks).toEqual([expected])
  })

  it('leaves brackets of the author alone', () => {
    const view = viewOf('A list [see below] and more (as he says).', [], languageOf('en'))
    expect(editorialMark(view)).toEqual([])
  })
})
