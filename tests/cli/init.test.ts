import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchWith } from './bench.ts'

const ENGLISH = 'the press and the ink and the press and the ink\n'

describe('emend init', () => {
  it('copies a text byte for byte and writes a book.yaml', async () => {
    const bytes = Buffer.from('\ufeffthe press\r\nand the\rink\f', 'utf8')
    const bench = benchWith({ 'scan.txt': bytes })
    const { code, out, err } = await bench.emend('init', join(bench.root, 'scan.txt'))
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('scan.txt: 3 lines, 26 bytes, utf-8')
    expect(Buffer.from(bench.files()['raw/scan/scan.txt'] ?? '', 'latin1').equals(bytes)).toBe(true)
    expect(bench.read('raw/scan/book.yaml')).toContain('title: "scan"\n')
    expect(bench.read('raw/scan/book.yaml')).toContain('\nlanguage: en\n')
    expect(bench.read('raw/scan/book.yaml')).toContain('\nfile: "scan.txt"\n')
  })

  it('takes what it is told', async () => {
    const bench = benchWith({ 'scan.OCR': ENGLISH })
    const options = ['--title', 'T: "x"', '--language', 'fr', '--encoding', 'KOI8-R', '--slug', 'b']
    const { code } = await bench.emend('init', join(bench.root, 'scan.OCR'), ...options)
    expect(code).toBe(0)
    expect(bench.read('raw/b/b.OCR')).toBe(ENGLISH)
    expect(bench.read('raw/b/book.yaml')).toContain('title: "T: \\"x\\""\n')
    expect(bench.read('raw/b/book.yaml')).toContain('\nlanguage: fr\n')
    expect(bench.read('raw/b/book.yaml')).toContain('\nencoding: koi8-r\n')
  })

  it('takes the stem for an empty title', async () => {
    const bench = benchWith({ 'scan.txt': ENGLISH })
    await bench.emend('init', join(bench.root, 'scan.txt'), '--title', ' ')
    expect(bench.read('raw/scan/book.yaml')).toContain('title: "scan"\n')
  })

  it('asks for the language when no lexicon knows the words', async () => {
    const bench = benchWith({ 'scan.txt': 'xyzzy plugh\n' })
    const { code, err } = await bench.emend('init', join(bench.root, 'scan.txt'))
    expect(code).toBe(3)
    expect(err).toContain('Nothing tells the language of ')
    expect(err).toContain('`--language CODE`, one of en, fr.')
    expect(Object.keys(bench.files())).toEqual(['scan.txt'])
  })

  it('refuses a language without data', async () => {
    const bench = benchWith({ 'scan.txt': ENGLISH })
    const { code, err } = await bench.emend(
      'init',
      join(bench.root, 'scan.txt'),
      '--language',
      'xx',
    )
    expect([code, err]).toEqual([3, 'emend: Unexpected language `xx`, expected one of en, fr.\n'])
  })

  it('refuses a file that is no text', async () => {
    const bench = benchWith({ 'scan.pdf': Buffer.from([0x25, 0, 1]) })
    const { code, err } = await bench.emend('init', join(bench.root, 'scan.pdf'))
    expect(code).toBe(3)
    expect(err).toContain('Unexpected binary file ')
    expect(Object.keys(bench.files())).toEqual(['scan.pdf'])
  })

  it('refuses a folder and what is not there', async () => {
    const bench = benchWith({ 'book/scan.txt': ENGLISH })
    expect(await bench.emend('init', join(bench.root, 'book'))).toEqual({
      code: 3,
      out: '',
      err: `emend: Unexpected folder at ${bench.root}/book, expected a file. Name a file in it.\n`,
    })
    expect((await bench.emend('init', join(bench.root, 'nowhere.txt'))).code).toBe(3)
  })

  it('leaves a book alone that is there', async () => {
    const bench = benchWith({ 'scan.txt': ENGLISH, 'raw/scan/book.yaml': 'title: T\n' })
    const before = bench.files()
    const { code, err } = await bench.emend('init', join(bench.root, 'scan.txt'))
    expect(code).toBe(3)
    expect(err).toContain('Unexpected book at ')
    expect(err).toContain('--replace')
    expect(bench.files()).toEqual(before)
  })

  it('puts a new extraction in the place of the old one and keeps the book.yaml', async () => {
    const yaml = '# mine\ntitle: T # mine too\nlanguage: en\nfile: old.ocr\n'
    const bench = benchWith({
      'scan.txt': ENGLISH,
      'raw/scan/book.yaml': yaml,
      'raw/scan/old.ocr': 'the old press',
    })
    const path = join(bench.root, 'scan.txt')
    expect((await bench.emend('init', path, '--replace')).code).toBe(0)
    expect(bench.read('raw/scan/old.ocr')).toBe(ENGLISH)
    expect(bench.read('raw/scan/book.yaml')).toBe(yaml)
    expect((await bench.emend('init', path, '--replace', '--title', 'U')).code).toBe(0)
    expect(bench.read('raw/scan/book.yaml')).toBe(yaml.replace('title: T', 'title: U'))
  })

  it('does not replace a text that lies elsewhere', async () => {
    const yaml = `title: T\nfile: \${EMEND_SHARED}/raw/a.txt\n`
    const bench = benchWith({ 'scan.txt': ENGLISH, 'raw/scan/book.yaml': yaml })
    const { code, err } = await bench.emend('init', join(bench.root, 'scan.txt'), '--replace')
    expect(code).toBe(3)
    expect(err).toContain('This text lies elsewhere: replace it there.')
  })

  it('makes a book of a text that lies in its folder already', async () => {
    const bench = benchWith({ 'raw/press/scan.txt': ENGLISH })
    const path = join(bench.root, 'raw/press/scan.txt')
    const { code } = await bench.emend('init', path, '--slug', 'press')
    expect(code).toBe(0)
    expect(Object.keys(bench.files()).sort()).toEqual(['raw/press/book.yaml', 'raw/press/scan.txt'])
    expect(bench.read('raw/press/book.yaml')).toContain('\nfile: "scan.txt"\n')
  })

  it('makes a safe name of an odd one', async () => {
    const bench = benchWith({ '\u001b[2J The Book.yaml': ENGLISH })
    const { code } = await bench.emend('init', join(bench.root, '\u001b[2J The Book.yaml'))
    expect(code).toBe(0)
    expect(bench.read('raw/2J-The-Book/2J-The-Book.txt')).toBe(ENGLISH)
    expect(bench.read('raw/2J-The-Book/book.yaml')).toContain('title: "[2J The Book"\n')
  })

  it('refuses a title that book.yaml could not hold', async () => {
    const bench = benchWith({ 'scan.txt': ENGLISH })
    const { code, err } = await bench.emend(
      'init',
      join(bench.root, 'scan.txt'),
      '--title',
      'a\u0007b',
    )
    expect(code).toBe(3)
    expect(err).toContain('Unexpected character U+0007 for `title`')
    expect(Object.keys(bench.files())).toEqual(['scan.txt'])
  })

  it('shows control characters of a file name as pictures', async () => {
    const bench = benchWith({ '\u001b]0;title\u0007': Buffer.from([0]) })
    const { err } = await bench.emend('init', join(bench.root, '\u001b]0;title\u0007'))
    expect(err).toContain('Unexpected binary file ')
    expect(err).toContain('␛]0;title␇')
    expect(err).not.toContain('\u001b')
  })
})
