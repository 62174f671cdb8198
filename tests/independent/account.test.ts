import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildBook } from '../support/build-book.ts'
import { ROOT, SAMPLES, sampleFiles } from '../support/samples.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PROGRAM = join(ROOT, 'tests', 'independent', 'account.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) console.log('skipped: there is no python3 to run the independent check with')

function account(folder: string, raw?: string): { status: number | null; stdout: string } {
  const words = raw === undefined ? [PROGRAM, folder] : [PROGRAM, folder, raw]
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' })
  return { status, stdout }
}

/** The sample's edition with one file changed. */
function spoiled(file: string, change: (text: string) => string): string {
  const folder = join(temporaryFolder(), 'pechatnoe-delo')
  cpSync(join(ROOT, 'edition', 'pechatnoe-delo'), folder, { recursive: true })
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
  return folder
}

describe.skipIf(!hasPython)('a program that shares no code with ours', () => {
  it.each(SAMPLES)('accounts for every letter of $slug', (sample) => {
    const { status, stdout } = account(
      join(ROOT, 'edition', sample.slug),
      ROOT + sampleFiles(sample).raw,
    )
    expect(stdout).toMatch(/ 0 problems\n$/u)
    expect(status).toBe(0)
  })

  it('accounts for every letter of a real book', async () => {
    const slug = 'rossiiskie-levye-kommunisty'
    const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
    const raw = join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt')
    const files = existsSync(raw) ? await buildBook(slug) : undefined
    if (!files) {
      console.log(`skipped: ${raw} is not there; EMEND_SHARED says where it is`)
      return
    }
    const folder = temporaryFolder()
    for (const [name, text] of files) writeFileSync(join(folder, name), text)
    expect(account(folder, raw).stdout).toMatch(/14358 lines.* 0 problems\n$/u)
  })

  it.each([
    ['a letter that is gone', 'xml', (text: string) => text.replace('наборщик', 'наборщи')],
    ['a letter too many', 'xml', (text: string) => text.replace('наборщик', 'наборщикк')],
    ['a hyphen that is gone', 'xml', (text: string) => text.replace(' rend="-"', '')],
    [
      'a line that is there twice',
      'xml',
      (text: string) => text.replace(/<lb n="7"\/>[^<]+/u, '$&$&'),
    ],
    ['a raw letter', 'source.xml', (text: string) => text.replace('наборщик', 'наборщиц')],
    ['a line end', 'source.xml', (text: string) => text.replace('<line ', '<line rend="CRLF" ')],
    [
      'what an entry quotes',
      'apparatus.xml',
      (text: string) => text.replace('source="raw:', 'source="raw:1'),
    ],
  ] as const)('notices %s', (_, file, change) => {
    const { status, stdout } = account(spoiled(`pechatnoe-delo.${file}`, change))
    expect(stdout).not.toMatch(/ 0 problems\n$/u)
    expect(status).toBe(1)
  })
})
