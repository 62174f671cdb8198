import { describe, expect, it } from 'vitest'
import type { Pass } from '../../../src/model/rule.ts'
import { spaceMissing, spaceSuperfluous } from '../../../src/passes/mark/space-beside-mark.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const WORDS = ['he', 'saw', 'the', 'river', 'meadow', 'voluntary', 'in', 'by', 'done', 'it', 'was']
const NORM = 'He saw the river, the meadow. (He saw the river.) '.repeat(120)

/** What a pass is sure of at the end of a book that sets its blanks as one does. */
function sure(pass: Pass, text: string): readonly string[] {
  const view = viewOf(NORM + text, [], languageOf('en', WORDS))
  return pass(view).flatMap((edit) => {
    if (edit.kind !== 'edit' || edit.cert !== 'high') return []
    const { text: all } = view.reading
    return [`${all.slice(edit.from - 5, edit.from)}|${all.slice(edit.to, edit.to + 5)}`]
  })
}

describe('a blank beside a mark', () => {
  it('is put in between two words where the book has one', () => {
    expect(sure(spaceMissing, 'He saw the river,the meadow.')).toEqual(['iver,|the m'])
  })

  it.each([
    'He saw the (in)voluntary meadow.',
    'He saw u=r,g+w in the meadow.',
    'He saw the(river,meadow) in it.',
    'He saw the river. ..the meadow.',
    'He saw the RIVER.Meadow in it.',
    'It was in the river:meadow by it.',
    'He saw the brook,pond in it.',
  ])('is not surely missing in %s', (text) => {
    expect(sure(spaceMissing, text)).toEqual([])
  })

  it('is put in behind an ellipsis that follows a word, and not behind one that something is left out for', () => {
    const pauses = 'He saw the river… It was the meadow. '.repeat(10)
    expect(sure(spaceMissing, `${pauses}He saw the river…It was the meadow.`)).toEqual([
      'iver…|It wa',
    ])
    expect(sure(spaceMissing, `${pauses}He saw “…It was the meadow.”`)).toEqual([])
  })

  it('is taken away before a comma and behind an opening bracket', () => {
    expect(sure(spaceSuperfluous, 'He saw the river , the meadow. ( He saw it.)')).toEqual([
      'river|, the',
      'ow. (|He sa',
    ])
  })

  it.each([
    ['a word may be missing', 'It was done by . He saw the river.'],
    ['a name begins with the mark', 'He saw the .river in the meadow.'],
    ['a path follows', 'He saw the river: /meadow.'],
  ])('is not surely superfluous where %s', (_, text) => {
    expect(sure(spaceSuperfluous, text)).toEqual([])
  })
})
