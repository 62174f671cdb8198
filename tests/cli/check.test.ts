import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Workshop } from '../../src/cli/workshop.ts'
import { page } from '../support/marking-of.ts'
import { benchWith } from './bench.ts'
import { fakeWorkshop } from './fake-workshop.ts'

/** What a library misses of a book of which nothing is said. */
const GAPS = `  no author and no editor (MARC 100, 700): add \`authors\`
  no word of who makes this edition (MARC 700, 710): add \`prepared-by\`
  no date of the edition (MARC 264 $c): add \`date\`
  no statement of the edition (MARC 250 $a): add \`edition\`
  no publisher of the edition (MARC 264 $b): add \`publisher\`
  no place of publication (MARC 264 $a): add \`place\`
  no identifier of the edition, such as a DOI (MARC 024 $a): add \`identifier\`
  no licence (MARC 540 $a): add \`licence\`
  no abstract (MARC 520 $a): add \`abstract\`
  no subject (MARC 650 $a): add \`keywords\`
  no notation of a classification (MARC 050–084 $a): add \`classification\`
  no place of publication of the source (MARC 534 $c): add \`source.place\`
  no publisher of the source (MARC 534 $c): add \`source.publisher\`
  no date of the source (MARC 534 $c): add \`source.date\`
  no number of pages of the source (MARC 534 $e): add \`source.pages\`
  no word of which copy was scanned (MARC 534 $l): add \`source.copy\`
`

describe('emend check', () => {
  it('lists the notices with file and line, ends with 1, and writes nothing', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press\n!weighty \u009b31m\n!light\n' })
    const before = bench.files()
    const { code, out, err } = await bench.emend('check')
    expect([code, err]).toEqual([1, ''])
    const path = join(bench.root, 'raw/a/a.txt')
    expect(out).toBe(
      `${path}:2: notice: Unexpected \`!weighty <U+009B>31m\`, expected none. [note-without-call]
${path}:3: remark: Unexpected \`!light\`, expected none. [decision-stands-alone]
For libraries, in ${join(bench.root, 'raw/a/book.yaml')}:
${GAPS}a: 2 notices, 1 of weight; 16 gaps for libraries
`,
    )
    expect(bench.files()).toEqual(before)
  })

  it('says that a file with the places of words is not there, and ends with 1', async () => {
    const files = {
      'raw/a/a.txt': 'the press\nthe ink\n',
      'raw/a/book.yaml': 'title: A\nlanguage: en\nboxes: boxes/{leaf:2}.hocr\n',
      'raw/a/boxes/01.hocr': '',
    }
    const workshop: Partial<Workshop> = {
      build: async (input, memory) => {
        const output = await fakeWorkshop.build(input, memory)
        const markings = [page(0, '1'), page(10, '2')]
        return { ...output, edition: { ...output.edition, book: input.book, markings } }
      },
    }
    const bench = benchWith(files, { workshop })
    const { code, out } = await bench.emend('check')
    const [yaml, second] = ['raw/a/book.yaml', 'raw/a/boxes/02.hocr'].map((one) =>
      join(bench.root, one),
    )
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      `${yaml}: notice: Nothing found at ${second}, expected the places of words. Put it there, or take \`boxes\` out.`,
    ])
    bench.write('raw/a/boxes/02.hocr', '')
    expect((await bench.emend('check')).code).toBe(0)
  })

  it('ends with 0 when nothing is of weight', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press\n!light\n', 'raw/b/b.txt': 'the ink' })
    expect((await bench.emend('check')).code).toBe(0)
    const { code, out } = await bench.emend('check', 'b')
    expect([code, out.split('\n').at(-2)]).toEqual([0, 'b: no notices; 16 gaps for libraries'])
  })

  it('ends with 3 when one book is bad and another has notices of weight', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press !weighty', 'raw/b/book.yaml': 'titel: x' })
    expect((await bench.emend('check')).code).toBe(3)
  })

  it('prints the same for programs, without a control character', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press\n!weighty \u009b31m\u202e\n' })
    const { code, out } = await bench.emend('check', '--json')
    expect(code).toBe(1)
    expect(out).not.toMatch(/[\x80-\x9f\u202e]/)
    expect(JSON.parse(out)).toEqual({
      books: [
        {
          book: 'a',
          state: 'checked',
          text: join(bench.root, 'raw/a/a.txt'),
          notices: [
            {
              code: 'note-without-call',
              weighty: true,
              line: 2,
              message: 'Unexpected `!weighty \u009b31m\u202e`, expected none.',
            },
          ],
          tei: [],
          boxes: [],
          library: expect.arrayContaining([
            {
              what: 'no publisher of the source',
              marc: '534 $c',
              advice: 'add `source.publisher`',
            },
          ]),
        },
      ],
    })
  })

  it('ends with 4 when the TEI is not valid, and says where', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press !invalid' })
    const { code, out } = await bench.emend('check')
    expect(code).toBe(4)
    expect(out).toContain('edition/a/a.xml:3: fault: Did not expect element q there')
  })
})
