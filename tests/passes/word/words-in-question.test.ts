import { describe, expect, it } from 'vitest'
import type { Pass } from '../../../src/model/rule.ts'
import { capitalInside } from '../../../src/passes/word/capital-inside.ts'
import { confusedWord } from '../../../src/passes/word/confused-word.ts'
import { doubledWord } from '../../../src/passes/word/doubled-word.ts'
import { gluedWords } from '../../../src/passes/word/glued-words.ts'
import { oneLetterAway } from '../../../src/passes/word/one-letter-away.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const WORDS = ['the', 'house', 'stood', 'behind', 'old', 'garden', 'wall', 'green', 'and']

/** What a pass reads: `sic → corr`, with its certainty. */
function found(pass: Pass, text: string): readonly string[] {
  const view = viewOf(text, [], languageOf('en', WORDS))
  return pass(view).flatMap((edit) =>
    edit.kind === 'edit'
      ? [`${view.reading.text.slice(edit.from, edit.to)} → ${edit.corr} (${edit.cert})`]
      : [],
  )
}

describe('glued words', () => {
  it('are parted where both parts stand in the book', () => {
    const text = 'The garden wall stood behind the house. The greengarden stood, a green garden.'
    expect(found(gluedWords, text)).toEqual(['greengarden → green garden (medium)'])
  })

  it('are left alone in compounds, in names and where a part is unknown', () => {
    const text = 'The old garden. The oldgarden-wall, the Oldgarden and the oldfence stood.'
    expect(found(gluedWords, text)).toEqual([])
  })
})

describe('doubled words', () => {
  it('are found as one word, and as a run of several', () => {
    expect(found(doubledWord, 'The house stood stood behind the wall.')).toEqual([
      ' stood →  (medium)',
    ])
    expect(found(doubledWord, 'The house stood behind the stood behind the wall.')).toEqual([
      ' stood behind the →  (high)',
    ])
  })

  it('are meant where the book doubles them again, and where a mark parts them', () => {
    expect(found(doubledWord, 'It was a long long way. It was a long long day.')).toEqual([])
    expect(found(doubledWord, 'The house, house of green. Green 5 5 and x x.')).toEqual([])
  })
})

describe('capitals inside words', () => {
  it('are made small, or the small letter before them is dropped', () => {
    const text = 'tThe house stood. The garDen stood behind the house.'
    expect(found(capitalInside, text)).toEqual(['tThe → The (high)', 'garDen → garden (medium)'])
  })

  it('stay in names and in what is printed in capitals', () => {
    expect(found(capitalInside, 'McIntosh stood behind the HOUSE and the PhD.')).toEqual([])
  })
})

describe('words that exist, but not here', () => {
  const often = 'The green house stood behind the wall. '.repeat(9)

  it('are read as the word that stands between the same neighbours', () => {
    expect(found(confusedWord, `${often}The green horse stood behind the wall.`)).toEqual([
      'horse → house (medium)',
    ])
  })

  it('are left alone between other neighbours', () => {
    expect(found(confusedWord, `${often}A tired horse came along.`)).toEqual([])
  })
})

describe('words one letter away', () => {
  const near = oneLetterAway(
    ['house', 'horse', 'hose', 'houses', 'mouse'].map((word, form) => ({ word, form })),
  )

  it('are those with a letter replaced, put in or left out, and not the word itself', () => {
    expect([...near('house')].sort()).toEqual([1, 2, 3, 4])
    expect(near('hou')).toEqual([])
    expect(near('hosue')).toEqual([2])
  })
})
