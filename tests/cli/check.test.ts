import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchWith } from './bench.ts'

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
a: 2 notices, 1 of weight
`,
    )
    expect(bench.files()).toEqual(before)
  })

  it('ends with 0 when nothing is of weight', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press\n!light\n', 'raw/b/b.txt': 'the ink' })
    expect((await bench.emend('check')).code).toBe(0)
    expect(await bench.emend('check', 'b')).toEqual({
      code: 0,
      out: 'b: no notices\n',
      err: '',
    })
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
