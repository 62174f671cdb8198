import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/model/input-error.ts'
import { benchWith } from './bench.ts'

const BOOK = { 'raw/a/book.yaml': 'title: A\nlanguage: en\n', 'raw/a/a.txt': 'the press\n' }
// biome-ignore lint/suspicious/noTemplateCurlyInString: book.yaml names its variables so.
const ABSENT = 'title: B\nlanguage: en\nfile: ${EMEND_SHARED}/b.txt\n'

describe('emend build', () => {
  it('builds every book under raw/ into edition/', async () => {
    const bench = benchWith({ ...BOOK, 'raw/b/b.txt': 'la presse et la encre' })
    const { code, out, err } = await bench.emend('build')
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      `a built in ${bench.root}/edition/a/
  no pages, no notes
  hyphens at line ends: 0 soft, 0 hard, 0 to decide
  no corrections applied, 0 proposed
  no notices
b built in ${bench.root}/edition/b/
  no pages, no notes
  hyphens at line ends: 0 soft, 0 hard, 0 to decide
  no corrections applied, 0 proposed
  no notices
`,
    )
    expect(bench.read('edition/a/a.md')).toBe('# A\n\nthe press\n')
    expect(bench.read('edition/b/b.md')).toBe('# b\n\nla presse et la encre')
  })

  it('takes away the files that a bundle has in it, and no others', async () => {
    const files = { ...BOOK, 'edition/a/a.apparatus.xml': 'old', 'edition/a/mine.xml': 'mine' }
    const bench = benchWith(files)
    await bench.emend('build')
    expect(Object.keys(bench.files()).filter((path) => path.startsWith('edition'))).toEqual([
      'edition/a/a.md',
      'edition/a/a.source.xml',
      'edition/a/mine.xml',
    ])
  })

  it('writes nothing that has not changed', async () => {
    const bench = benchWith(BOOK)
    await bench.emend('build')
    const path = join(bench.root, 'edition/a/a.md')
    const before = statSync(path)
    const { out } = await bench.emend('build')
    expect(out).toContain('a unchanged in ')
    expect(statSync(path).ino).toBe(before.ino)
  })

  it('builds the books named, by slug or by path, each once', async () => {
    const bench = benchWith({ ...BOOK, 'raw/b/b.txt': 'the ink' })
    const { code, out } = await bench.emend('build', 'raw/b/', 'b', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      books: [
        {
          book: 'b',
          state: 'built',
          edition: join(bench.root, 'edition/b'),
          files: ['b.source.xml', 'b.md'],
          changed: ['b.source.xml', 'b.md'],
          pages: 0,
          notes: { all: 0, linked: 0 },
          hyphens: { soft: 0, hard: 0, ask: 0 },
          corrections: { inForce: 0, decided: 0, proposed: 0, rejected: 0 },
          olderWords: 0,
          notices: { weighty: 0, light: 0 },
        },
      ],
    })
  })

  it('says which books there are when one is not', async () => {
    const bench = benchWith(BOOK)
    expect(await bench.emend('build', 'c')).toEqual({
      code: 3,
      out: '',
      err: 'emend: No book `c` under raw/. There are: a.\n',
    })
  })

  it('says how to begin where there is no book', async () => {
    const bench = benchWith({})
    expect(await bench.emend('build')).toEqual({
      code: 3,
      out: '',
      err: 'emend: No book under raw/ here. Begin with `emend init FILE`.\n',
    })
  })

  it('skips a book whose text is absent, and says so', async () => {
    const bench = benchWith({ ...BOOK, 'raw/b/book.yaml': ABSENT })
    const { code, out, err } = await bench.emend('build')
    expect(code).toBe(0)
    expect(out).toContain('a built in ')
    expect(err).toContain('b skipped: its text is not there: ')
    const named = await bench.emend('build', 'b')
    expect(named.code).toBe(3)
    expect(named.err).toContain('emend: Nothing to read for b: its text is not there: ')
  })

  it('builds the other books when one is bad, and ends with 3', async () => {
    const bench = benchWith({ ...BOOK, 'raw/0/book.yaml': 'titel: T\n', 'raw/0/a.txt': '' })
    const { code, out, err } = await bench.emend('build')
    expect(code).toBe(3)
    expect(err).toBe(
      `emend: Unexpected key \`titel\` at ${bench.root}/raw/0/book.yaml:1, expected one of title, subtitle, authors, editors, contributors, prepared-by, language, date, edition, place, publisher, identifier, series, licence, status, project, abstract, keywords, classification, written, source, scan, articles, images, boxes, file, encoding, normalize, words, rules-off. Correct the key, or take the line out.\n`,
    )
    expect(out).toContain('a built in ')
  })

  it('says in one sentence that it is at fault itself, and leaves the old edition', async () => {
    const bench = benchWith(BOOK)
    await bench.emend('build')
    const before = bench.files()
    bench.write('raw/a/a.txt', 'the press !crash')
    const { code, err } = await bench.emend('build')
    expect(code).toBe(4)
    expect(err).toBe(
      'emend: This is a fault of Emend: the tree has a cycle. Please report it with the command you gave; EMEND_DEBUG=1 shows where it happened.\n',
    )
    expect({ ...bench.files(), 'raw/a/a.txt': 'the press\n' }).toEqual(before)
  })

  it('puts no TEI in its place that is not valid', async () => {
    const bench = benchWith({ 'raw/a/a.txt': 'the press\n' })
    expect((await bench.emend('build')).code).toBe(0)
    const before = bench.files()
    bench.write('raw/a/a.txt', 'the press !wrong')
    const { code, err } = await bench.emend('build')
    expect(code).toBe(4)
    expect(err).toMatch(
      /Unexpected TEI at \S*edition\/a\/a\.source\.xml:3: Did not expect q there; what stood there before stands still\./,
    )
    expect({ ...bench.files(), 'raw/a/a.txt': 'the press\n' }).toEqual(before)
  })

  it('shows where a fault happened when it is asked to', async () => {
    const files = { 'raw/a/a.txt': 'the press !crash' }
    const bench = benchWith(files, { environment: { EMEND_DEBUG: '1' } })
    expect((await bench.emend('build')).err).toMatch(/\n {4}at .*fake-workshop\.ts:\d+/)
  })

  it('says line and language where book.yaml asks for one that there is not', async () => {
    const bench = benchWith({ ...BOOK, 'raw/a/book.yaml': 'title: A\nlanguage: xx\n' })
    const { code, err } = await bench.emend('build')
    expect(code).toBe(3)
    expect(err).toBe(
      `emend: Unexpected language \`xx\`, expected one of en, fr (asked for at ${bench.root}/raw/a/book.yaml:2).\n`,
    )
  })

  it.each(['utf-88', 'gbk'])('says the line where book.yaml asks for %s', async (encoding) => {
    const yaml = `title: A\nlanguage: en\nencoding: ${encoding}\n`
    const { code, err } = await benchWith({ ...BOOK, 'raw/a/book.yaml': yaml }).emend('build')
    expect(code).toBe(3)
    expect(err).toContain(`Unexpected encoding \`${encoding}\` at `)
    expect(err).toContain('raw/a/book.yaml:3, expected one such as utf-8')
  })

  it('says line and rule where book.yaml switches off one that there is not', async () => {
    const yaml = 'title: A\nlanguage: en\nrules-off:\n  - rule: word/other\n    reason: none\n'
    const bench = benchWith({ ...BOOK, 'raw/a/book.yaml': yaml })
    const { code, err } = await bench.emend('build')
    expect(code).toBe(3)
    expect(err).toContain(`Unexpected rule \`word/other\` at ${bench.root}/raw/a/book.yaml:4`)
  })

  it('does not build with a faulty rule', async () => {
    const fault = new InputError('Unexpected kind `magic` at rules/word/x.md:7, expected code')
    const rules = async () => ({ rules: [], faults: [fault] })
    const bench = benchWith(BOOK, { workshop: { rules } })
    const { code, err } = await bench.emend('build')
    expect([code, err]).toEqual([3, `emend: ${fault.message}.\n`])
    expect(Object.keys(bench.files()).sort()).toEqual(Object.keys(BOOK).sort())
  })

  it('leaves the old edition when a folder stands in the place of a file', async () => {
    const bench = benchWith(BOOK)
    await bench.emend('build')
    rmSync(join(bench.root, 'edition/a/a.md'))
    mkdirSync(join(bench.root, 'edition/a/a.md'))
    bench.write('edition/a/a.md/mine', 'mine')
    const before = bench.files()
    bench.write('raw/a/a.txt', 'the ink')
    const { code, err } = await bench.emend('build')
    expect(code).toBe(3)
    expect(err).toContain('Unexpected folder at ')
    expect({ ...bench.files(), 'raw/a/a.txt': 'the press\n' }).toEqual(before)
  })

  it('shows on a terminal which book it is at, and takes it away again', async () => {
    const files = { ...BOOK, 'raw/b/b.txt': 'the ink' }
    const { out, err } = await benchWith(files, { isTTY: true, columns: 80 }).emend('build')
    expect(err).toBe('Building a (1 of 2)\r\u001b[2KBuilding b (2 of 2)\r\u001b[2K')
    expect(out).toContain('\u001b[1ma\u001b[22m built in ')
  })

  it('tells of texts that nobody made a book of', async () => {
    const bench = benchWith({ ...BOOK, 'raw/loose.txt': 'the ink' })
    const { code, err } = await bench.emend('build')
    expect(code).toBe(0)
    expect(err).toContain('raw/loose.txt is not part of a book.')
  })
})
