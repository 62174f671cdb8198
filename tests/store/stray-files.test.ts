import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { strayFiles } from '../../src/store/stray-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('finds what an earlier export left in the folders of this one, and nothing else', async () => {
  const folder = temporaryFolder()
  for (const inner of ['pages/old', 'decisions'])
    mkdirSync(join(folder, inner), { recursive: true })
  for (const name of [
    'pages/1.txt',
    'pages/2.txt',
    'pages/old/3.txt',
    'decisions/me.jsonl',
    'a.md',
  ])
    writeFileSync(join(folder, name), '')
  expect(await strayFiles(folder, ['a.md', 'pages/1.txt'])).toEqual([
    'pages/2.txt',
    'pages/old/3.txt',
  ])
  expect(await strayFiles(folder, ['a.md'])).toEqual([])
})
