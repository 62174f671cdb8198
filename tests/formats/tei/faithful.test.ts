import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../../src/formats/source/source-file.ts'
import { parallelFile, textFile } from '../../../src/formats/tei/tei-file.ts'
import { editionOf } from '../../support/edition-of.ts'
import type { Marked } from '../../support/notation.ts'
import { marked } from '../../support/notation.ts'
import { anyBook } from '../../support/random-book.ts'
import { anyMarked, SEED, undecided } from '../../support/random-marked.ts'
import { unfaithful } from '../../support/read-as-printed.ts'

/** The text and the source layer of an edition. */
function files(text: Marked, write = textFile): readonly [string, string] {
  const edition = editionOf(text)
  return [[...write(edition)].join(''), [...sourceFile(edition)].join('')]
}

describe('the TEI, read as printed', () => {
  it.each([
    ['markings that make no sense', anyMarked],
    ['blocks in any order', anyBook],
  ])('has every raw line once, letter for letter: %s', (_, arbitrary) => {
    const signs = ['<choice', '<note', 'break="no" rend="-"', 'break="maybe"', 'sameAs', '<seg']
    const seen = new Map(signs.map((sign) => [sign, 0]))
    fc.assert(
      fc.property(arbitrary, (text) => {
        const [xml, source] = files(text)
        expect(unfaithful(xml, source)).toEqual([])
        const body = xml.slice(xml.indexOf('<body>'))
        for (const [sign, count] of seen) if (body.includes(sign)) seen.set(sign, count + 1)
      }),
      { seed: SEED, numRuns: 800 },
    )
    for (const [sign, count] of seen) expect(count, `cases with ${sign}`).toBeGreaterThan(10)
  })

  it.each([
    ['markings that make no sense', anyMarked],
    ['blocks in any order', anyBook],
  ])('has it so where the apparatus is within the text: %s', (_, arbitrary) => {
    const signs = ['</lem><rdg wit="#P">', '<lem wit="#P">', '<rdg type="conjecture"']
    const seen = new Map(signs.map((sign) => [sign, 0]))
    fc.assert(
      fc.property(arbitrary, (text) => {
        const [xml, source] = files(undecided(text), parallelFile)
        expect(unfaithful(xml, source)).toEqual([])
        for (const [sign, count] of seen) if (xml.includes(sign)) seen.set(sign, count + 1)
      }),
      { seed: SEED, numRuns: 800 },
    )
    for (const [sign, count] of seen) expect(count, `cases with ${sign}`).toBeGreaterThan(10)
  })

  const [xml, source] = files(
    marked(
      [
        '⟦p:One t⟦letter w:v⟧o⟦call 1:1⟧ his⟦soft:-⟧',
        '⟦page 2⟧⟦fw:2⟧ tory and post⟦hard:-⟧',
        'war.⟧',
        '⟦note 1:⟦label:1⟧ A note',
        'goes on.⟧',
      ].join('\n'),
    ),
  )

  it('is found faithful where it is', () => {
    expect(unfaithful(xml, source)).toEqual([])
  })

  it.each([
    ['a letter lost', 'One ', 'On '],
    ['a letter too many', 'One ', 'Onee '],
    ['letters that changed places', 'and post', 'adn post'],
    ['a correction made for good', '<sic>tvo</sic>', '<sic>two</sic>'],
    ['a soft hyphen lost', ' rend="-"', ''],
    ['a hard hyphen lost', 'post-', 'post'],
    ['a line that does not begin', '<lb n="3" break="no"/>', ''],
    ['a line that begins as another', '<lb n="3"', '<lb n="4"'],
    ['a line that no raw text has', '<lb n="3"', '<lb n="33"'],
    ['a line that stands twice', '</body>', '<p><lb n="3"/>war.</p></body>'],
    ['a call lost', '>1</ref>', '></ref>'],
    ['a label lost', '<label>1</label>', '<label/>'],
    ['text before any line', '<body>', '<body>One'],
    ['forme work in the text', '<lb n="2"', '2<lb n="2"'],
    ['a note that ends the line it stands in', '</note> ', '</note><lb n="2"/> '],
  ])('is found unfaithful with %s', (_, whole, broken) => {
    const mutant = xml.replace(whole, broken)
    expect(mutant).not.toBe(xml)
    expect(unfaithful(mutant, source)).not.toEqual([])
  })
})
