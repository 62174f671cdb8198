import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../../src/formats/library/gaps.ts'
import { marcFile } from '../../../src/formats/marc/marc-record.ts'
import type { Book } from '../../../src/model/book.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { SAMPLES } from '../../support/samples.ts'
import { division, editionOf, heading, paragraph, text } from '../markdown/small-edition.ts'

const BARE: Book = {
  slug: 'b',
  title: 'B',
  authors: [],
  editors: [],
  language: 'en',
  source: {},
  words: [],
  rulesOff: [],
}

const REFS = ['https://viaf.org/viaf/1']

/** A book of which everything is said. */
const FULL: Book = {
  ...BARE,
  authors: [{ name: 'Voss, Harriet', refs: REFS }],
  preparedBy: [{ name: 'The Workshop', isInstitution: true, refs: REFS }],
  date: '2026',
  edition: 'First',
  publisher: 'P',
  place: 'Leeds',
  identifiers: ['DOI 10.5281/zenodo.1'],
  licence: { name: 'CC0', url: 'https://a.example/' },
  abstract: 'About it.',
  keywords: [{ term: 'ink' }],
  classification: { ddc: '686.2' },
  source: {
    place: 'Leeds',
    publisher: 'Cobb',
    date: '1975',
    pages: '12',
    identifiers: ['ISBN 0-306-40615-2'],
    copy: { holder: 'A library' },
  },
}

function gaps(book: Partial<Book>): readonly string[] {
  const edition = editionOf(
    [division('d1', 'article', heading(2, text('Ink')), paragraph('one'))],
    {
      book: { ...FULL, ...book },
    },
  )
  return gapsOf(edition).map(({ what, marc }) => `${what} (${marc})`)
}

describe('what a library will miss', () => {
  it('is nothing where everything is said', () => {
    expect(gaps({})).toEqual([])
  })

  it('is told for each field that is empty, and each of them is in the record when it is not', () => {
    const all = gapsOf(editionOf([paragraph('one')], { book: BARE }))
    expect(all).toHaveLength(16)
    const marc = marcFile(editionOf([paragraph('one')], { book: FULL }))
    for (const { what, marc: field, advice } of all) {
      const tags = [...field.matchAll(/\b\d{3}\b/gu)].map(([tag]) => tag)
      const named = field.startsWith('050–') ? ['082'] : tags
      expect(
        named.some((tag) => marc.includes(`tag="${tag}"`)),
        `${what} ${field}`,
      ).toBe(true)
      expect(advice).toMatch(/^add `[a-z.-]+`$/u)
    }
  })

  it.each<[string, Partial<Book>, string]>([
    [
      'a name in reading order',
      { authors: [{ name: 'Harriet Voss', refs: REFS }] },
      'no comma behind the surname in Harriet Voss (100, 700 $a)',
    ],
    [
      'a person without a record',
      { editors: [{ name: 'Pell, D.' }] },
      'no authority record of Pell, D. (100, 700 $0 $1)',
    ],
    [
      'many without one',
      { editors: ['A, A', 'B, B', 'C, C', 'D, D', 'E, E'].map((name) => ({ name })) },
      'no authority record of A, A; B, B; C, C and 2 more (100, 700 $0 $1)',
    ],
    [
      'a role that has no code',
      { contributors: [{ name: 'Pell, D.', role: 'kern cutter', refs: REFS }] },
      'no relator code for the role “kern cutter” (700 $4)',
    ],
    [
      'an ISBN that is wrong',
      { source: { ...FULL.source, identifiers: ['ISBN 0-306-40615-3'] } },
      'no right check digit in the ISBN 0-306-40615-3 (020 $z)',
    ],
    [
      'a book of our time without a number',
      { source: { place: 'L', publisher: 'C', date: '1975', pages: '1', copy: { holder: 'A' } } },
      'no ISBN or other identifier of the source (020 $z, 776)',
    ],
    [
      'a licence without an address',
      { licence: { name: 'ours' } },
      'no address of the licence (540 $u)',
    ],
    [
      'a language that catalogues have no code for',
      { language: 'tlh' },
      'no code of catalogues for the language `tlh` (041 $a)',
    ],
    [
      'an article that is not there',
      {
        articles: [
          { heading: 'INK', authors: [] },
          { heading: 'Damp', authors: [] },
        ],
      },
      'no article under the heading “Damp” (505 $a)',
    ],
  ])('is told of %s', (_, book, gap) => {
    expect(gaps(book)).toEqual([gap])
  })

  it('is not asked of a book that is older than its kind of number', () => {
    const { identifiers: _, ...source } = FULL.source
    expect(gaps({ source: { ...source, date: '1898' } })).toEqual([])
  })

  it.each(SAMPLES.map(({ slug }) => slug))('is nothing of %s', async (slug) => {
    expect(gapsOf(await editionOfBook(slug))).toEqual([])
  })
})
