import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { licenceOf } from '../../src/cli/licences.ts'
import { askerAt } from '../../src/cli/tty/asker.ts'
import { bookFileOf } from '../../src/store/book-file.ts'
import { type Bench, benchWith } from './bench.ts'

const ENGLISH = 'the press and the ink and the press and the ink\n'

/** Somebody who gives these answers, one by one, and then no more. */
function answering(answers: readonly string[]) {
  const questions: string[] = []
  const left = [...answers]
  const asker = {
    ask: (question: string) => {
      questions.push(question.trim())
      return Promise.resolve(left.shift())
    },
    isOver: () => left.length === 0,
    end: () => {},
  }
  return { asker: () => asker, questions }
}

function bookOf(bench: Bench, slug: string) {
  return bookFileOf(bench.read(`raw/${slug}/book.yaml`), 'book.yaml', slug).book
}

describe('emend init at a terminal', () => {
  it('asks for what is missing and writes the answers', async () => {
    const { asker, questions } = answering([
      'The Press',
      '',
      '',
      'Voss, Harriet; Pell, D.',
      '',
      'Leeds',
      '',
      '1898',
      '',
      '',
      '',
      'cc by',
    ])
    const bench = benchWith(
      { 'scan.txt': ENGLISH },
      { asker, environment: { EMEND_EDITOR: 'Berg, Anna' } },
    )
    const { code, out, err } = await bench.emend('init', join(bench.root, 'scan.txt'))
    expect(code).toBe(0)
    expect(questions).toEqual([
      'Title [scan]:',
      'Subtitle:',
      'Language [en]:',
      'Authors, as in Voss, Harriet; Pell, D.:',
      'Editors of the printed book:',
      'Place:',
      'Publisher:',
      'Year:',
      'Pages, as in 412 or 5–27:',
      'ISBN, OCLC or other number:',
      'Who makes it [Berg, Anna]:',
      'Licence, as in CC0, CC BY or CC BY-SA:',
    ])
    expect(err.split('\n').every((line) => line.length <= 80)).toBe(true)
    expect(out).toContain('Voss, Harriet; Pell, D.: The Press, language en')
    expect(bookOf(bench, 'scan')).toMatchObject({
      title: 'The Press',
      authors: [{ name: 'Voss, Harriet' }, { name: 'Pell, D.' }],
      editors: [],
      preparedBy: [{ name: 'Berg, Anna' }],
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      source: { place: 'Leeds', date: '1898' },
    })
  })

  it('does not ask for what it is told, and skips the rest when no more is answered', async () => {
    const { asker, questions } = answering(['A subtitle'])
    const bench = benchWith({ 'scan.txt': ENGLISH }, { asker })
    const said = ['--title', 'T', '--author', 'A, B', '--author', 'C, D', '--year', '1898']
    const { code } = await bench.emend('init', join(bench.root, 'scan.txt'), ...said)
    expect(code).toBe(0)
    expect(questions.slice(0, 3)).toEqual([
      'Subtitle:',
      'Language [en]:',
      'Editors of the printed book:',
    ])
    expect(questions).not.toContain('Year:')
    expect(bookOf(bench, 'scan')).toMatchObject({
      title: 'T',
      subtitle: 'A subtitle',
      authors: [{ name: 'A, B' }, { name: 'C, D' }],
      source: { date: '1898' },
    })
    expect(bookOf(bench, 'scan').preparedBy).toBeUndefined()
  })

  it('asks again for a language that there is not', async () => {
    const { asker, questions } = answering(['T', '', 'xx', 'fr'])
    const bench = benchWith({ 'scan.txt': ENGLISH }, { asker })
    const { err } = await bench.emend('init', join(bench.root, 'scan.txt'))
    expect(questions.filter((one) => one.startsWith('Language'))).toHaveLength(2)
    expect(err).toContain('There is no `xx`; there are en, fr.')
    expect(bench.read('raw/scan/book.yaml')).toContain('\nlanguage: fr\n')
  })

  it('asks nothing with --yes, nor where nobody sits', async () => {
    const { asker, questions } = answering(['T'])
    const bench = benchWith({ 'scan.txt': ENGLISH }, { asker })
    expect((await bench.emend('init', join(bench.root, 'scan.txt'), '--yes')).code).toBe(0)
    expect(questions).toEqual([])
  })

  it('leaves a book alone unless it is agreed to', async () => {
    const { asker, questions } = answering(['n'])
    const files = {
      'scan.txt': ENGLISH,
      'raw/scan/book.yaml': 'title: T\n',
      'raw/scan/a.txt': 'ink',
    }
    const bench = benchWith(files, { asker })
    const before = bench.files()
    expect((await bench.emend('init', join(bench.root, 'scan.txt'))).code).toBe(3)
    expect(questions).toEqual(['Put this text in the place of its text? [y/N]'])
    expect(bench.files()).toEqual(before)
  })

  it('replaces a text and adds to its book.yaml what was not in it, and nothing else', async () => {
    const { asker, questions } = answering(['y', 'yes', '', '', 'York', '', '', '', '', 'X, Y'])
    const yaml = '# mine\ntitle: T # too\nlanguage: en\nauthors: [ "A" ]\nfile: a.txt\n'
    const bench = benchWith(
      { 'scan.txt': ENGLISH, 'raw/scan/book.yaml': yaml, 'raw/scan/a.txt': 'the ink' },
      { asker },
    )
    expect((await bench.emend('init', join(bench.root, 'scan.txt'))).code).toBe(0)
    expect(questions[1]).toBe('Fill in what its book.yaml does not say? [y/N]')
    expect(questions).not.toContain('Title [scan]:')
    expect(bench.read('raw/scan/a.txt')).toBe(ENGLISH)
    expect(bench.read('raw/scan/book.yaml')).toBe(
      `${yaml}prepared-by:\n  - X, Y\nsource:\n  place: York\n`,
    )
  })
})

describe('the terminal', () => {
  it('takes lines, and knows when no more come', async () => {
    const input = new PassThrough()
    const shown: string[] = []
    const output = new PassThrough()
    output.on('data', (chunk: Buffer) => shown.push(chunk.toString()))
    const asker = askerAt(input, output)
    const first = asker.ask('Title: ')
    input.write('The Press\r')
    expect(await first).toBe('The Press')
    const second = asker.ask('Year: ')
    input.write('\u0004')
    expect(await second).toBeUndefined()
    expect(asker.isOver()).toBe(true)
    expect(await asker.ask('Place: ')).toBeUndefined()
    expect(shown.join('')).toContain('Title: ')
    expect(shown.join('')).not.toContain('Place: ')
    asker.end()
  })

  it('stops at Ctrl-C, and nothing is written', async () => {
    const input = new PassThrough()
    const asker = askerAt(input, new PassThrough())
    const answer = asker.ask('Title: ')
    input.write('\u0003')
    await expect(answer).rejects.toThrow('Stopped: nothing was written')
    asker.end()
  })
})

describe('a licence', () => {
  it.each([
    ['cc0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['CC BY', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['cc-by-nc-sa 3.0', 'CC BY-NC-SA 3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
    ['https://a.example/l', 'https://a.example/l', 'https://a.example/l'],
    ['All rights reserved', 'All rights reserved', undefined],
  ])('of %j is %s', (said, name, url) => {
    expect(licenceOf(said)).toEqual(url === undefined ? { name } : { name, url })
  })
})
