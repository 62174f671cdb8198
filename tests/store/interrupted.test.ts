import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { replaceFiles } from '../../src/store/write-file.ts'
import { DIST, signalledAfterWord } from '../support/child.ts'
import { mulberry32 } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCRIPT = fileURLToPath(new URL('replace-for-ever.mjs', import.meta.url))
const COMMAND = [SCRIPT, join(DIST, 'store', 'write-file.js')]
const NAMES = ['one', 'three', 'two']
const SEED = 23

/** The letters of the three files; each must be whole. */
function lettersIn(folder: string): readonly string[] {
  return NAMES.filter((name) => existsSync(join(folder, name))).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const letter = text.slice(0, 1)
    expect(text === letter.repeat(500_000), `${name} is whole`).toBe(true)
    return letter
  })
}

it('never leaves a half-written file, whenever it is killed', async () => {
  const folder = temporaryFolder()
  const random = mulberry32(SEED)
  let writing = 0
  for (let run = 0; run < 25; run++) {
    const ended = await signalledAfterWord([...COMMAND, folder], 'SIGKILL', random() * 150)
    expect(ended.signal).toBe('SIGKILL')
    if (lettersIn(folder).length > 0) writing++
  }
  expect(writing, `runs that wrote, seed ${SEED}`).toBeGreaterThan(10)
  await replaceFiles(folder, new Map([['one', ['mended']]]))
  expect(readdirSync(folder).sort()).toEqual(NAMES)
})

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'cleans up after %s, dies of it, and leaves files that belong together',
  async (signal) => {
    const folder = temporaryFolder()
    const random = mulberry32(SEED)
    let writing = 0
    for (let run = 0; run < 8; run++) {
      const ended = await signalledAfterWord([...COMMAND, folder], signal, 20 + random() * 150)
      expect(ended).toEqual({ code: null, signal })
      const letters = lettersIn(folder)
      expect(readdirSync(folder).sort()).toEqual(letters.length > 0 ? NAMES : [])
      expect(new Set(letters).size).toBeLessThanOrEqual(1)
      if (letters.length > 0) writing++
    }
    expect(writing, `runs that wrote, seed ${SEED}`).toBeGreaterThan(3)
  },
)
