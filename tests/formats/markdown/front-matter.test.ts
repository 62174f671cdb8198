import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { frontMatter } from '../../../src/formats/markdown/front-matter.ts'
import type { Book } from '../../../src/model/book.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { editionOf } from './small-edition.ts'

const SEED = 20250303

function withBook(book: Partial<Book>): Edition {
  const edition = editionOf([])
  return { ...edition, book: { ...edition.book, ...book } }
}

describe('front matter', () => {
  it('says what the file is', () => {
    const edition = withBook({
      title: 'История: опыт',
      subtitle: 'Часть "I"',
      authors: [
        { name: 'А. Б.', refs: ['https://viaf.org/viaf/1'] },
        { name: 'В. Г.', role: 'translator' },
      ],
      editors: [{ name: 'Д. Е.' }],
      language: 'ru',
      date: '2019-01-02',
      source: { title: 'История', place: 'М.', date: '1905' },
    })
    expect(frontMatter(edition).value).toBe(`title: "История: опыт"
subtitle: "Часть \\"I\\""
authors:
  - name: "А. Б."
    ref: "https://viaf.org/viaf/1"
  - name: "В. Г."
    role: "translator"
editors:
  - name: "Д. Е."
language: "ru"
date: "2019-01-02"
source:
  title: "История"
  place: "М."
  date: "1905"
sha256: "abc123"
generator: "Emend 1.2.3"`)
  })

  it('is read by YAML as it was meant, on as many lines as it has entries', () => {
    let odd = 0
    const anything = fc.string({ unit: 'binary', maxLength: 12 })
    const hostile = fc.constantFrom(
      '---',
      '\n---\n',
      '- a',
      'no',
      '1905',
      '{',
      '# a',
      "'",
      '\u2028',
      '\x85',
      '\ufeff',
    )
    fc.assert(
      fc.property(fc.oneof(anything, hostile), anything, (title, name) => {
        const { value } = frontMatter(withBook({ title, authors: [{ name }] }))
        const read: unknown = parse(value)
        expect(read).toMatchObject({ title, authors: [{ name }] })
        expect(value.split(/\r|\n/)).toHaveLength(6)
        if (/[^ -~]/.test(title)) odd++
      }),
      { seed: SEED, numRuns: 2000 },
    )
    console.log(`seed ${SEED}:`, { odd })
    expect(odd).toBeGreaterThan(500)
  })
})
