import { describe, expect, it } from 'vitest'
import { TABLE_PASSES } from '../../../src/passes/registry.ts'
import { isWorn } from '../../../src/passes/word/worn-text.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const WORDS = [
  ...['the', 'compositor', 'window', 'press', 'apprentice', 'paper', 'cellar', 'stood', 'still'],
  ...['carried', 'house', 'horse', 'setting'],
]
const ENGLISH = languageOf('en', WORDS)
const WELL_READ = 'The compositor stood still. The apprentice carried the paper.'
const MISREAD =
  'The cempositor stood by the windew, the prcss stood still, the apprcntice carried paper.'

/** What the table of a worn print reads: `sic → corr`, with its certainty. */
function read(text: string): readonly string[] {
  const view = viewOf(text, [], ENGLISH)
  const pass = TABLE_PASSES.confusion({
    id: 'word/x',
    error: 'ocr',
    cert: 'high',
    worn: true,
    readings: { Latin: { a: ['e'], m: ['u', 'r'] } },
  })
  return pass(view).flatMap((edit) =>
    edit.kind === 'edit'
      ? [`${view.reading.text.slice(edit.from, edit.to)} → ${edit.corr} (${edit.cert})`]
      : [],
  )
}

describe('a text', () => {
  it('is worn where unknown words are known ones but for a letter that looks like another', () => {
    expect(isWorn(viewOf(MISREAD, [], ENGLISH))).toBe(true)
  })

  it('is none where its unknown words are like no others, or few', () => {
    expect(isWorn(viewOf(`${WELL_READ} The quoin, the frisket, the tympan.`, [], ENGLISH))).toBe(
      false,
    )
    expect(isWorn(viewOf(`${WELL_READ} The windew.`, [], ENGLISH))).toBe(false)
    const long = `${WELL_READ} `.repeat(800)
    expect(isWorn(viewOf(`${long}${MISREAD}`, [], ENGLISH))).toBe(false)
  })
})

describe('the letters of a worn print', () => {
  it('are read in a worn text, and in no other', () => {
    expect(read(`${MISREAD} The papar lay there.`)).toEqual(['papar → paper (high)'])
    expect(read(`${WELL_READ} The papar lay there.`)).toEqual([])
  })

  it('are asked about where another word is as near, and in quotation marks', () => {
    expect(read(`${MISREAD} The homse lay there.`)).toEqual(['homse → horse (low)'])
    expect(read(`${MISREAD} He said “papar” there.`)).toEqual(['papar → paper (medium)'])
  })

  it('are asked about where the word stands twice so', () => {
    expect(read(`${MISREAD} The papar, the papar.`)).toEqual([
      'papar → paper (medium)',
      'papar → paper (medium)',
    ])
  })
})

describe('the short words of a worn print', () => {
  const pass = TABLE_PASSES.lexicon({
    id: 'word/y',
    error: 'ocr',
    cert: 'high',
    worn: true,
    readings: { en: { l: ['i'], af: ['of'] } },
  })
  const readings = (text: string): readonly string[] => {
    const view = viewOf(text, [], ENGLISH)
    return pass(view).flatMap((one) =>
      one.kind === 'edit' ? [`${view.reading.text.slice(one.from, one.to)} → ${one.corr}`] : [],
    )
  }
  const common = 'The house of paper of the press of the cellar. And i stood, i carried, i stood.'

  it('are read in a worn text, and in no other', () => {
    expect(readings(`${MISREAD} ${common} The window af the house.`)).toEqual(['af → of'])
    expect(readings(`${WELL_READ} ${common} The window af the house.`)).toEqual([])
  })

  it('are none where a letter is an initial, or spoken about, and in capitals', () => {
    expect(readings(`${MISREAD} ${common} There l stood.`)).toEqual(['l → i'])
    expect(readings(`${MISREAD} ${common} L. Press, the “l”, the l. of AF.`)).toEqual([])
  })
})
