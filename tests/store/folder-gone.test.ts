import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { DIST } from '../support/child.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCRIPT = `
import { rmSync } from 'node:fs'
const { replaceFiles } = await import('${pathToFileURL(join(DIST, 'store', 'write-file.js'))}')
rmSync(process.cwd(), { recursive: true })
await replaceFiles('edition/book', new Map([['one', ['text']]])).catch((fault) => {
  console.log(fault.name, fault.message)
})
`

it('ends when the working folder is taken away under it, and says so', () => {
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: temporaryFolder(),
    encoding: 'utf8',
    timeout: 30_000,
    killSignal: 'SIGKILL',
  })
  expect(signal).toBeNull()
  expect(stdout).toBe('InputError No folder to write edition/book in\n')
})
