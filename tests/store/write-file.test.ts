import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoded } from '../../src/store/encoded.ts'
import { replaceFile, replaceFiles } from '../../src/store/write-file.ts'
import { inputErrorOf } from '../support/failing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function* failing(): Iterable<string> {
  yield 'the beginning of something new'
  throw new Error('the well ran dry')
}

describe('replaceFiles', () => {
  it('makes the folder, writes every file and says what changed', async () => {
    const folder = join(temporaryFolder(), 'edition', 'book')
    const changed = await replaceFiles(
      folder,
      new Map([
        ['a.xml', ['<a', '/>']],
        ['b.md', ['# б']],
      ]),
    )
    expect(changed).toEqual(['a.xml', 'b.md'])
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe('<a/>')
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('# б')
    expect(readdirSync(folder).sort()).toEqual(['a.xml', 'b.md'])
  })

  it('writes bytes and text into folders of their own', async () => {
    const folder = temporaryFolder()
    const files = new Map([['page/image/1.bin', ['é', new Uint8Array([0xff, 0]), 'ü']]])
    expect(await replaceFiles(folder, files)).toEqual(['page/image/1.bin'])
    expect([...readFileSync(join(folder, 'page/image/1.bin'))]).toEqual([
      0xc3, 0xa9, 0xff, 0, 0xc3, 0xbc,
    ])
    expect(await replaceFiles(folder, files)).toEqual([])
  })

  it('keeps the order of many files that are written together, and cleans up after all of them', async () => {
    const folder = temporaryFolder()
    const files = new Map<string, Uint8Array | Iterable<string>>()
    for (let number = 0; number < 50; number++) {
      files.set(`pages/${number}.txt`, new TextEncoder().encode(`page ${number}`))
    }
    expect(await replaceFiles(folder, files)).toEqual([...files.keys()])
    expect(readFileSync(join(folder, 'pages/49.txt'), 'utf8')).toBe('page 49')
    files.set('pages/7.txt', new TextEncoder().encode('another')).set('last', failing())
    await expect(replaceFiles(folder, files)).rejects.toThrow()
    expect(readFileSync(join(folder, 'pages/7.txt'), 'utf8')).toBe('page 7')
    expect(readdirSync(folder)).toEqual(['pages'])
  })

  it('leaves no folder behind where nothing could be written', async () => {
    const folder = temporaryFolder()
    const files = new Map([['page/image/1.txt', failing()]])
    await expect(replaceFiles(folder, files)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves a file alone that holds the same bytes already', async () => {
    const folder = temporaryFolder()
    await replaceFiles(
      folder,
      new Map([
        ['same', ['one']],
        ['other', ['two']],
      ]),
    )
    const before = statSync(join(folder, 'same'))
    const changed = await replaceFiles(
      folder,
      new Map([
        ['same', ['o', 'ne']],
        ['other', ['2']],
      ]),
    )
    const after = statSync(join(folder, 'same'))
    expect(changed).toEqual(['other'])
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
  })

  it('tells bytes of the same length apart', async () => {
    const path = join(temporaryFolder(), 'file')
    const long = 'x'.repeat(3_000_000)
    await replaceFile(path, [long, 'a'])
    expect(await replaceFile(path, [long, 'b'])).toBe(true)
    expect(await replaceFile(path, [long, 'b'])).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe(`${long}b`)
  })

  it('replaces no file when the last of them cannot be made', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'first'), 'old first')
    writeFileSync(join(folder, 'last'), 'old last')
    const work = replaceFiles(
      folder,
      new Map<string, Iterable<string>>([
        ['first', ['new first']],
        ['last', failing()],
      ]),
    )
    await expect(work).rejects.toThrow('the well ran dry')
    expect(readFileSync(join(folder, 'first'), 'utf8')).toBe('old first')
    expect(readFileSync(join(folder, 'last'), 'utf8')).toBe('old last')
    expect(readdirSync(folder).sort()).toEqual(['first', 'last'])
  })

  it('takes away the folders that it made when nothing comes to lie in them', async () => {
    const root = temporaryFolder()
    const work = replaceFiles(join(root, 'edition', 'book'), new Map([['file', failing()]]))
    await expect(work).rejects.toThrow('the well ran dry')
    expect(readdirSync(root)).toEqual([])
  })

  it('replaces nothing when a folder stands where a file must go', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'old')
    mkdirSync(join(folder, 'b'))
    const files = new Map([
      ['a', ['new']],
      ['b', ['new']],
    ])
    const error = await inputErrorOf(() => replaceFiles(folder, files))
    expect(error.message).toBe(`Unexpected folder at ${folder}/b, expected a file or nothing`)
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
  })

  it('says that a file stands where the folder must go', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'edition'), 'a file')
    const error = await inputErrorOf(() =>
      replaceFiles(join(root, 'edition', 'book'), new Map([['a', ['new']]])),
    )
    expect(error.message).toContain('expected a folder or nothing')
    expect(readFileSync(join(root, 'edition'), 'utf8')).toBe('a file')
  })

  it('sweeps away what a killed run has left, and nothing else', async () => {
    const folder = temporaryFolder()
    // Numbers of processes end far below this one; 1 is always alive.
    for (const name of ['.emend-999999999-0.tmp', '.emend-1-0.tmp', 'mine.tmp', '.hidden']) {
      writeFileSync(join(folder, name), '')
    }
    await replaceFiles(folder, new Map([['a', ['new']]]))
    expect(readdirSync(folder).sort()).toEqual(['.emend-1-0.tmp', '.hidden', 'a', 'mine.tmp'])
  })

  it('writes the same file twice at once, one of them whole', async () => {
    const folder = temporaryFolder()
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(400_000))
    await Promise.all(texts.map((text) => replaceFiles(folder, new Map([['file', [text]]]))))
    expect(texts).toContain(readFileSync(join(folder, 'file'), 'utf8'))
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

describe('encoded', () => {
  it('gives the bytes of the whole, however the text is cut', () => {
    let split = 0
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (strings, size) => {
          const whole = strings.join('🂡')
          const chunks: string[] = []
          for (let at = 0; at < whole.length; at += size) chunks.push(whole.slice(at, at + size))
          if (chunks.some((chunk) => /[\ud800-\udbff]$/.test(chunk))) split++
          expect(Buffer.concat([...encoded(chunks)]).toString('utf8')).toBe(whole)
        },
      ),
      { seed: 20, numRuns: 500 },
    )
    expect(split).toBeGreaterThan(50)
  })

  it('cuts a long text between characters', () => {
    const long = `x${'🂡'.repeat(400_000)}`
    const bytes = [...encoded([long])]
    expect(bytes.length).toBeGreaterThan(2)
    expect(Buffer.concat(bytes).equals(Buffer.from(long))).toBe(true)
  })
})
