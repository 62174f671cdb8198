import { describe, expect, it } from 'vitest'
import { apparatusFile } from '../../../src/formats/tei/tei-file.ts'
import type { Correction } from '../../../src/model/correction.ts'
import { editionOf } from '../../support/edition-of.ts'
import { marked } from '../../support/notation.ts'

const TEXT = marked('😀 a ⟦letter live:lvie⟧ b ⟦letter x=be:de⟧hi⟦letter x=nd:md⟧ c')

/** The entries of the apparatus of the text, with some properties of the first one set. */
function entries(changes: Partial<Correction> = {}): readonly string[] {
  const [first, ...others] = TEXT.corrections
  if (!first) throw new Error('Unexpected end of corrections, expected two')
  const corrections = [{ ...first, ...changes }, ...others]
  const xml = [...apparatusFile(editionOf({ ...TEXT, corrections }))].join('')
  return xml.split('\n').filter((line) => line.startsWith('<app '))
}

describe('the entries of the apparatus', () => {
  it('say where, what, by whom and why; places are code points of the raw text', () => {
    expect(entries()).toEqual([
      '<app xml:id="a.id1" type="letter" subtype="applied" from="ed:c.id1" ana="ed:rule.word.test" source="raw:4,8"><lem resp="ed:emend" cert="high">live</lem><rdg source="ed:ocr">lvie</rdg><witDetail wit="ed:ocr">p. 12, line 1</witDetail><note type="evidence">the book has it so elsewhere</note></app>',
      '<app xml:id="a.id2" type="letter" subtype="applied" from="ed:c.id2" ana="ed:rule.word.test" source="raw:11,13 raw:15,17"><lem resp="ed:emend" cert="high">bend</lem><rdg source="ed:ocr">demd</rdg><witDetail wit="ed:ocr">p. 12, line 1</witDetail><note type="evidence">the book has it so elsewhere</note></app>',
    ])
  })

  it('keep what is printed where nothing is decided or a person has rejected it', () => {
    expect(entries({ state: 'proposed', candidates: ['live', 'vile', 'lvie'] })[0]).toContain(
      'subtype="proposed" ana="ed:rule.word.test" source="raw:4,8"><lem source="ed:ocr">lvie</lem><rdg type="conjecture" resp="ed:emend" cert="high">live</rdg><rdg type="candidate" resp="ed:emend">vile</rdg>',
    )
    expect(entries({ state: 'rejected', by: 'Kate H' })[0]).toContain(
      '<rdg type="rejected" resp="ed:by.Kate_20H" cert="high">live</rdg>',
    )
  })

  it('point to the entry that beats them', () => {
    expect(entries({ beatenBy: 'id2' })[0]).toContain(
      'subtype="beaten" ana="ed:rule.word.test" corresp="#a.id2"',
    )
  })

  it('may be none', () => {
    expect([...apparatusFile(editionOf('one'))].join('')).toContain('<note>No corrections.</note>')
  })
})
