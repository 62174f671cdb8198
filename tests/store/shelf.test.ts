import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shelfOf, takeBook } from '../../src/store/shelf.ts'
import { inputErrorOf } from '../support/failing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

describe('shelfOf', () => {
  it('finds folders with a book.yaml or with one text, and what lies loose', async () => {
    const root = folderWith({
      'raw/described/book.yaml': 'title: T',
      'raw/plain/scan.txt': '',
      'raw/plain/README.md': '',
      'raw/plain/page.png': '',
      'raw/other/scan.ocr': '',
      'raw/two/a.txt': '',
      'raw/two/b.txt': '',
      'raw/loose.txt': '',
      'raw/README.md': '',
      'raw/.hidden/a.txt': '',
    })
    mkdirSync(join(root, 'raw/empty'))
    expect(await shelfOf(root)).toEqual({
      slugs: ['described', 'other', 'plain'],
      loose: [join(root, 'raw/loose.txt'), join(root, 'raw/two')],
    })
  })

  it('is empty where there is no raw/', async () => {
    expect(await shelfOf(temporaryFolder())).toEqual({ slugs: [], loose: [] })
  })

  it('refuses a folder whose name cannot be part of an identifier', async () => {
    const root = folderWith({ 'raw/my book/a.txt': '' })
    expect((await inputErrorOf(() => shelfOf(root))).message).toBe(
      `Unexpected folder name at ${root}/raw/my book, expected letters, digits, \`.\`, \`_\` and \`-\``,
    )
  })

  it('says that raw is a file', async () => {
    const root = folderWith({ raw: '' })
    expect((await inputErrorOf(() => shelfOf(root))).message).toBe(
      `Unexpected file at ${root}/raw, expected a folder`,
    )
  })
})

describe('takeBook', () => {
  it('finds the only text', async () => {
    const root = folderWith({ 'raw/x/scan.txt': '' })
    const { text, file, edition } = await takeBook(root, 'x', {})
    expect(text).toEqual({ path: join(root, 'raw/x/scan.txt'), name: 'raw/x/scan.txt' })
    expect([file.book.title, edition]).toEqual(['x', join(root, 'edition/x')])
  })

  it('finds the text that book.yaml names', async () => {
    const root = folderWith({
      'raw/x/book.yaml': 'title: T\nfile: b.txt',
      'raw/x/a.txt': '',
      'raw/x/b.txt': '',
    })
    expect((await takeBook(root, 'x', {})).text.path).toBe(join(root, 'raw/x/b.txt'))
  })

  it('does not choose between two texts', async () => {
    const root = folderWith({ 'raw/x/book.yaml': 'title: T', 'raw/x/a.txt': '', 'raw/x/b.txt': '' })
    const error = await inputErrorOf(() => takeBook(root, 'x', {}))
    expect(error.message).toContain('Unexpected second text b.txt beside a.txt in ')
    expect(error.advice).toContain('`file: a.txt`')
  })

  it('follows a path with a variable of the environment', async () => {
    const yaml = `title: T\nfile: \${EMEND_SHARED}/raw/a.txt`
    const root = folderWith({ 'work/raw/x/book.yaml': yaml, 'shared/raw/a.txt': '' })
    const work = join(root, 'work')
    const name = `\${EMEND_SHARED}/raw/a.txt`
    const path = join(root, 'shared/raw/a.txt')
    expect((await takeBook(work, 'x', {})).text).toEqual({ path, name })
    const environment = { EMEND_SHARED: join(root, 'shared') }
    expect((await takeBook(work, 'x', environment)).text).toEqual({ path, name })
    const elsewhere = await takeBook(work, 'x', { EMEND_SHARED: join(root, 'elsewhere') })
    expect(elsewhere.text).toMatchObject({
      path: undefined,
      reason: `its text is not there: ${root}/elsewhere/raw/a.txt`,
    })
  })

  it('says which variable is not set', async () => {
    const yaml = `title: T\nfile: \${MY_SCANS}/a.txt`
    const root = folderWith({ 'raw/x/book.yaml': yaml })
    expect((await takeBook(root, 'x', {})).text).toEqual({
      path: undefined,
      reason: `its text lies in \${MY_SCANS}/a.txt, and MY_SCANS is not set`,
      advice: 'Set MY_SCANS to the folder where the text lies.',
    })
  })

  it('says that there is no text', async () => {
    const root = folderWith({ 'raw/x/book.yaml': 'title: T' })
    expect((await takeBook(root, 'x', {})).text).toMatchObject({
      path: undefined,
      reason: `no text lies in ${root}/raw/x`,
    })
  })
})
