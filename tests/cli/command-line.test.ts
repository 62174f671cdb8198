import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DIST, EMEND, emendIn, emendOnSmallDisk, emendSignalled } from '../support/child.ts'
import { mulberry32 } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SEED = 24

/** A text that is a book, with all that the raw layer must keep. */
const LINES = [
  'The composing stick is held in the left hand, and the letters are set in',
  'it one after another, upside down, with the nick towards the thumb.\r',
  '\f  When the line is full, it is made as wide as all the others by blanks',
  'between the words: this is called justification.\u0001',
  '',
]
const TEXT = Buffer.from(`\ufeff${LINES.join('\n').repeat(60)}no end`, 'utf8')

const OWN_RULE = `# Nick

The nick of a type, which this book calls a notch.

\`\`\`json rule
{
  "id": "word/nick",
  "kind": "substitution",
  "proposes": "emendation",
  "error": "word",
  "cert": "low",
  "status": "nursery",
  "languages": ["en"],
  "from": "nick",
  "to": "notch",
  "word": true
}
\`\`\`

## Why

For the test.

## Evidence

None.

## When it is wrong

Mostly.

## Sources

None.

## Examples

### puts a notch

\`\`\`text before
the nick of it
\`\`\`

\`\`\`text after
the notch of it
\`\`\`

### keeps a nickname

\`\`\`text keep
the nickname
\`\`\`
`

/** The book that the others are copies of, and how long its build took. */
const made = { folder: '', milliseconds: 0 }

beforeAll(() => {
  made.folder = mkdtempSync(join(tmpdir(), 'emend-test-'))
  writeFileSync(join(made.folder, 'setter.txt'), TEXT)
  const begun = emendIn(made.folder, ['init', 'setter.txt', '--language', 'en'])
  expect(begun).toMatchObject({ status: 0, stderr: '' })
  const start = performance.now()
  expect(emendIn(made.folder, ['build'])).toMatchObject({ status: 0, stderr: '' })
  made.milliseconds = performance.now() - start
})

afterAll(() => rmSync(made.folder, { recursive: true, force: true }))

/** A folder with one book that is built. */
function builtBook(): string {
  const folder = temporaryFolder()
  cpSync(made.folder, folder, { recursive: true })
  return folder
}

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const name of readdirSync(folder).sort()) files.set(name, readFileSync(join(folder, name)))
  return files
}

describe('emend, as people run it', () => {
  it('goes the whole way from a text to an edition and back', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'setter.txt'), TEXT)
    const begun = emendIn(folder, ['init', 'setter.txt'])
    expect(begun).toMatchObject({ status: 0, stderr: '' })
    expect(begun.stdout).toContain('book.yaml: setter, language en')
    expect(readFileSync(join(folder, 'raw/setter/setter.txt')).equals(TEXT)).toBe(true)
    expect(emendIn(folder, ['build'])).toMatchObject({ status: 0, stderr: '' })
    rmSync(join(folder, 'raw'), { recursive: true })
    const restored = emendIn(folder, ['restore', 'setter', '--output', 'again.txt'])
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(folder, 'again.txt')).equals(TEXT)).toBe(true)
  })

  it('writes no byte when nothing has changed, in another locale and time zone', () => {
    const folder = builtBook()
    const edition = join(folder, 'edition/setter')
    const before = filesIn(edition)
    const environment = { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' }
    const { status, stdout } = emendIn(folder, ['build', '--json'], environment)
    expect(status).toBe(0)
    expect(JSON.parse(stdout).books[0].changed).toEqual([])
    rmSync(edition, { recursive: true })
    emendIn(folder, ['build'], environment)
    expect(filesIn(edition)).toEqual(before)
  })

  it('keeps the old edition, and says so, when the disk is full', () => {
    const folder = builtBook()
    const edition = join(folder, 'edition/setter')
    const before = filesIn(edition)
    writeFileSync(
      join(folder, 'raw/setter/setter.txt'),
      `${'A new line of the text.\n'.repeat(999)}`,
    )
    const { status, stderr } = emendOnSmallDisk(folder, 4, ['build'])
    expect(status).toBe(4)
    expect(stderr).toMatch(
      /^emend: A file at edition\/setter\/\S+ would be larger than the system allows: nothing was written, what stood there before stands still\. .*\n$/,
    )
    expect(filesIn(edition)).toEqual(before)
    expect(emendIn(folder, ['build']).status).toBe(0)
    expect(filesIn(edition)).not.toEqual(before)
  })

  it('leaves no trace of a book that the disk has no room for', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'setter.txt'), TEXT)
    const { status, stderr } = emendOnSmallDisk(folder, 4, [
      'init',
      'setter.txt',
      '--language',
      'en',
    ])
    expect(status).toBe(4)
    expect(stderr).toContain('nothing was written')
    expect(readdirSync(folder)).toEqual(['setter.txt'])
  })

  it('says that the standard output has no room', () => {
    const folder = builtBook()
    const command = `"$0" "${EMEND}" restore setter --output - > /dev/full`
    const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(status).toBe(4)
    expect(stderr).toMatch(/^emend: The disk is full: the standard output was not written/)
  })

  it('ends in silence when its reader has read enough', () => {
    const folder = builtBook()
    const command = `"$0" "${EMEND}" restore setter --output - | head -c 1 > /dev/null`
    const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })

  it('never leaves a half-written file, whenever a build is killed', async () => {
    const folder = builtBook()
    const edition = join(folder, 'edition/setter')
    const raw = join(folder, 'raw/setter/setter.txt')
    const other = Buffer.from(TEXT.toString('utf8').replaceAll('letters', 'sorts'), 'utf8')
    const known: ReadonlyMap<string, Buffer>[] = [filesIn(edition)]
    writeFileSync(raw, other)
    emendIn(folder, ['build'])
    known.push(filesIn(edition))
    const random = mulberry32(SEED)
    let killed = 0
    for (let run = 0; run < 12; run++) {
      writeFileSync(raw, run % 2 === 0 ? TEXT : other)
      const delay = made.milliseconds * (0.5 + random() * 0.6)
      const { signal } = await emendSignalled(folder, ['build'], 'SIGKILL', delay)
      if (signal === 'SIGKILL') killed++
      for (const [name, bytes] of filesIn(edition)) {
        if (name.endsWith('.tmp')) continue
        expect(
          known.some((files) => files.get(name)?.equals(bytes)),
          name,
        ).toBe(true)
      }
    }
    expect(killed, `runs that were killed, seed ${SEED}`).toBeGreaterThan(3)
    writeFileSync(raw, TEXT)
    expect(emendIn(folder, ['build']).status).toBe(0)
    expect(filesIn(edition)).toEqual(known[0])
  })

  it('dies of an interrupt at once and leaves nothing behind', async () => {
    const folder = builtBook()
    const edition = join(folder, 'edition/setter')
    const names = readdirSync(edition)
    const random = mulberry32(SEED)
    let interrupted = 0
    for (let run = 0; run < 8; run++) {
      writeFileSync(join(folder, 'raw/setter/setter.txt'), `${TEXT.toString('utf8')}${run}`)
      const delay = made.milliseconds * (0.3 + random() * 0.8)
      const { signal } = await emendSignalled(folder, ['build'], 'SIGINT', delay)
      if (signal === 'SIGINT') interrupted++
      expect(readdirSync(edition)).toEqual(names)
    }
    expect(interrupted, `builds that were interrupted, seed ${SEED}`).toBeGreaterThan(2)
  })

  it('restores from a bundle, beside which nothing of an earlier build is left', () => {
    const folder = builtBook()
    const edition = join(folder, 'edition/setter')
    expect(readdirSync(edition)).toContain('setter.source.xml')
    expect(emendIn(folder, ['build', '--bundle']).status).toBe(0)
    expect(readdirSync(edition)).not.toContain('setter.source.xml')
    expect(emendIn(folder, ['restore', 'setter', '-o', 'again.txt']).status).toBe(0)
    expect(readFileSync(join(folder, 'again.txt')).equals(TEXT)).toBe(true)
  })

  it("adds the folder's own rules, and reports those that are faulty", () => {
    const folder = builtBook()
    mkdirSync(join(folder, 'rules/word'), { recursive: true })
    writeFileSync(join(folder, 'rules/word/nick.md'), OWN_RULE)
    const listed = emendIn(folder, ['rules', 'word/nick', '--json'])
    expect(listed).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(listed.stdout).rules[0]).toMatchObject({ id: 'word/nick', unasked: false })
    expect(emendIn(folder, ['build', '--json']).status).toBe(0)
    const apparatus = readFileSync(join(folder, 'edition/setter/apparatus.jsonl'), 'utf8')
    const nicks = apparatus.split('\n').filter((line) => line.includes('"word/nick"'))
    expect(nicks.length).toBe(TEXT.toString('utf8').match(/\bnick\b/gu)?.length)
    expect(nicks.length).toBeGreaterThan(20)

    writeFileSync(join(folder, 'rules/word/bad.md'), OWN_RULE.replace('"nick"', '7'))
    const reported = emendIn(folder, ['rules'])
    expect(reported.status).toBe(3)
    expect(reported.stderr).toMatch(/^emend: Unexpected [^\n]*rules\/word\/bad\.md:\d+[^\n]*\n$/)
    expect(reported.stdout).toContain('word/nick')
    expect(emendIn(folder, ['build']).status).toBe(3)
  })

  it('says that a lexicon is missing, and how to make it', () => {
    const install = temporaryFolder()
    const root = dirname(DIST)
    for (const name of ['dist', 'rules', 'package.json']) {
      cpSync(join(root, name), join(install, name), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(install, 'node_modules'))
    rmSync(join(install, 'dist/lexicons/en.btrie'))
    const folder = builtBook()
    const before = filesIn(join(folder, 'edition/setter'))
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(install, 'dist/bin/emend.js'), 'build'],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(status).toBe(3)
    expect(stderr).toMatch(
      /^emend: .*lexicon .*en\.btrie.*raw\/setter\/book\.yaml:\d+.*`npm run build`.*\n$/,
    )
    expect(filesIn(join(folder, 'edition/setter'))).toEqual(before)
  })

  it('says that raw is no folder, and that edition is none', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'raw'), '')
    const noFolder = emendIn(folder, ['build'])
    expect([noFolder.status, noFolder.stderr]).toEqual([
      3,
      'emend: Unexpected file at raw, expected a folder. Move the file away, or work in another folder.\n',
    ])
    rmSync(join(folder, 'raw'))
    mkdirSync(join(folder, 'raw/a'), { recursive: true })
    writeFileSync(join(folder, 'raw/a/book.yaml'), 'title: A\nlanguage: en\n')
    writeFileSync(join(folder, 'raw/a/a.txt'), TEXT)
    writeFileSync(join(folder, 'edition'), 'mine')
    const { status, stderr } = emendIn(folder, ['build'])
    expect(status).toBe(3)
    expect(stderr).toContain('emend: Unexpected file at edition, expected a folder.')
    expect(readFileSync(join(folder, 'edition'), 'utf8')).toBe('mine')
  })

  it('refuses what is not text, with advice', () => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'scan.pdf'),
      Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\0\0', 'latin1'),
    )
    const { status, stderr, stdout } = emendIn(folder, ['init', 'scan.pdf', '--language', 'en'])
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/^emend: [^\n]*scan\.pdf[^\n]*\n$/)
    expect(readdirSync(folder)).toEqual(['scan.pdf'])
  })

  it('says where book.yaml is wrong', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'raw/a'), { recursive: true })
    writeFileSync(join(folder, 'raw/a/a.txt'), TEXT)
    writeFileSync(join(folder, 'raw/a/book.yaml'), 'title: A\nlanguage: en\nwords: one\n')
    const { status, stderr } = emendIn(folder, ['build', 'a'])
    expect([status, stderr]).toEqual([
      3,
      'emend: Unexpected text for `words` at raw/a/book.yaml:3, expected a list.\n',
    ])
  })
})
